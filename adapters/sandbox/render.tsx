import type { VNode } from 'preact';
import type { Bar, Card, CardChoice, Part } from '../../src/domain/card';
import { Form, type FormSetting } from './form';

/** Where a card is drawn. */
export interface Setting {
  /** Unique on the page, so that focus survives when the card is drawn again. */
  id: string;
  /** Of which level a card's heading is there. */
  heading: 2 | 3;
  forms: FormSetting;
}

const SHORT_FACT = 22;

type Drawn<K extends Part['kind']> = Extract<Part, { kind: K }>;

/** A card as HTML: pure, and exhaustive over the kinds of parts. Texts are escaped by the renderer. */
export function CardView({ card, setting }: { card: Card; setting: Setting }): VNode {
  return (
    <div class={`card tone-${card.tone}`} lang={card.locale}>
      {card.parts.map((part, index) => (
        <PartView part={part} setting={setting} key={`${index}-${part.kind}`} />
      ))}
    </div>
  );
}

function PartView({ part, setting }: { part: Part; setting: Setting }): VNode {
  switch (part.kind) {
    case 'heading':
      return setting.heading === 2 ? <h2>{part.text}</h2> : <h3>{part.text}</h3>;
    case 'text':
      return <p class={`text ${part.look}`}>{part.text}</p>;
    case 'facts':
      return <Facts part={part} />;
    case 'bars':
      return <Bars part={part} />;
    case 'table':
      return <Table part={part} />;
    case 'choices':
      return <Choices part={part} id={setting.id} />;
    case 'form':
      return <Form part={part} {...setting} />;
    case 'link':
      return <Link part={part} />;
  }
}

/** Short facts stand side by side as figures, long ones and a single one as a list. */
function Facts({ part: { items } }: { part: Drawn<'facts'> }): VNode {
  const short =
    items.length > 1 &&
    items.every(({ label, value }) => Math.max(widthOf(label), widthOf(value)) <= SHORT_FACT);
  return (
    <dl class={`facts ${short ? 'tiles' : 'list'}`}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** In Latin letters; Chinese and Japanese characters are twice as wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char > '\u2e7f' ? 2 : 1), 0);
}

export function Bars({ part }: { part: Drawn<'bars'> }): VNode {
  return (
    <div class="bars">
      {part.label && <p class="label">{part.label}</p>}
      {part.bars.length > 0 && (
        <ul aria-label={part.label}>
          {part.bars.map((bar) => (
            <BarRow bar={bar} of={part.of} key={bar.label} />
          ))}
        </ul>
      )}
    </div>
  );
}

function BarRow({ bar, of }: { bar: Bar; of: number }): VNode {
  const share = of > 0 ? Math.min(1, bar.count / of) : 0;
  return (
    <li class={bar.count === 0 ? 'none' : undefined}>
      <span class="name">{bar.label}</span>
      <svg class="bar" aria-hidden="true" height="10" width="100%">
        <rect class="track" width="100%" height="10" rx="5" />
        {share > 0 && <rect class="fill" width={`${(share * 100).toFixed(2)}%`} height="10" rx="5" />}
      </svg>
      <span class="value">{bar.value}</span>
    </li>
  );
}

/** An element with its own scroll bar must take the focus, or the keyboard cannot scroll it. */
export const SCROLLS = { tabIndex: 0 };

function Table({ part }: { part: Drawn<'table'> }): VNode {
  return (
    <section class="table" {...SCROLLS}>
      <table>
        {part.caption && <caption>{part.caption}</caption>}
        <thead>
          <tr>
            {part.columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row, index) => (
            <Row cells={row} key={`${index}-${row[0]}`} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ cells: [first = '', ...others] }: { cells: string[] }): VNode {
  return (
    <tr>
      <th scope="row">{first}</th>
      {others.map((cell, index) => (
        <td key={`${index}-${cell}`}>{cell}</td>
      ))}
    </tr>
  );
}

function Choices({ part, id }: { part: Drawn<'choices'>; id: string }): VNode {
  return (
    <fieldset class="choices">
      {part.label && <legend class={part.quiet && 'hidden'}>{part.label}</legend>}
      <div class="buttons">
        {part.choices.map((choice) => (
          <Choice choice={choice} id={id} key={choice.action} />
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ choice, id }: { choice: CardChoice; id: string }): VNode {
  return (
    <button
      type="button"
      class={`choice ${choice.look}`}
      id={`${id}.${encodeURIComponent(choice.action)}`}
      data-message={id}
      data-action={choice.action}
      aria-pressed={choice.chosen ? 'true' : undefined}
    >
      {choice.label}
    </button>
  );
}

/** Only web addresses become links; anything else stays text. */
function Link({ part }: { part: Drawn<'link'> }): VNode {
  if (!/^https?:\/\//i.test(part.url)) return <p class="text body">{part.label}</p>;
  return (
    <p class="text body">
      <a href={part.url} target="_blank" rel="noopener noreferrer">
        {part.label}
      </a>
    </p>
  );
}
