import type { VNode } from 'preact';
import type { Bar, Card, CardChoice, Part } from '../../domain/card';
import { FieldView } from './field';

type Drawn<K extends Part['kind']> = Extract<Part, { kind: K }>;

/** Where a card's buttons and forms lead. */
export interface CardSetting {
  /** What forms of the session bring along. */
  formKey: string;
  /** The page to come back to. */
  back: string;
  /** What is wrong with the inputs of a form that was sent, by their names. */
  faults?: Readonly<Record<string, string>>;
}

/** A card of the bot as HTML: pure, and exhaustive over the kinds of parts. */
export function CardView({ card, setting }: { card: Card; setting: CardSetting }): VNode {
  return (
    <section class={`card ${card.tone}`} lang={card.locale}>
      {card.parts.map((part, index) => (
        <PartView part={part} setting={setting} key={`${index}-${part.kind}`} />
      ))}
    </section>
  );
}

function PartView({ part, setting }: { part: Part; setting: CardSetting }): VNode {
  switch (part.kind) {
    case 'heading':
      return <h2>{part.text}</h2>;
    case 'text':
      return <p class={part.look}>{part.text}</p>;
    case 'facts':
      return <Facts part={part} />;
    case 'bars':
      return <Bars part={part} />;
    case 'table':
      return <PlainTable caption={part.caption} columns={part.columns} rows={part.rows} />;
    case 'choices':
      return <Choices part={part} setting={setting} />;
    case 'form':
      return <Form part={part} setting={setting} />;
    case 'link':
      return (
        <p>
          <a href={part.url} rel="noreferrer">
            {part.label}
          </a>
        </p>
      );
  }
}

function Facts({ part: { items } }: { part: Drawn<'facts'> }): VNode {
  return (
    <dl class="facts">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Bars({ part: { label, of, bars } }: { part: Drawn<'bars'> }): VNode {
  return (
    <div class="bars">
      {label && <p class="strong">{label}</p>}
      {bars.length > 0 && (
        <ul>
          {bars.map((bar) => (
            <BarRow bar={bar} of={of} key={bar.label} />
          ))}
        </ul>
      )}
    </div>
  );
}

function BarRow({ bar, of }: { bar: Bar; of: number }): VNode {
  const share = of > 0 ? Math.min(1, bar.count / of) : 0;
  return (
    <li>
      <span class="bar-name">{bar.label}</span>
      <svg aria-hidden="true" height="10" width="100%">
        <rect class="track" width="100%" height="10" rx="5" />
        {share > 0 && <rect class="fill" width={`${(share * 100).toFixed(2)}%`} height="10" rx="5" />}
      </svg>
      <span class="bar-value">{bar.value}</span>
    </li>
  );
}

/** So many columns fit on a phone. */
const NARROW_COLUMNS = 3;

/** An element with its own scroll bar must take the focus, or the keyboard cannot scroll it. */
export const SCROLLS = { tabIndex: 0 };

/** A table whose first column names the rows. On a phone each row is a block of its own, with a label at each cell. */
export function PlainTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly (string | VNode)[])[];
}): VNode {
  return (
    <section class="scrolls" {...SCROLLS} aria-label={caption}>
      <table class={columns.length > NARROW_COLUMNS ? 'stacked' : undefined}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th scope="col" key={`${index}-${column}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others], index) => (
            <tr key={index}>
              <th scope="row">{first}</th>
              {others.map((cell, column) => (
                <td data-label={columns[column + 1]} key={column}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Choices({ part, setting }: { part: Drawn<'choices'>; setting: CardSetting }): VNode {
  return (
    <form class="choices" method="post" action="/office/press">
      <Hidden setting={setting} />
      <fieldset>
        {part.label && <legend class={part.quiet && 'unseen'}>{part.label}</legend>}
        {part.choices.map((choice) => (
          <Choice choice={choice} key={choice.action} />
        ))}
      </fieldset>
    </form>
  );
}

function Choice({ choice: { label, action, look, chosen } }: { choice: CardChoice }): VNode {
  return (
    <button
      type="submit"
      name="action"
      value={action}
      class={chosen ? 'chosen' : look}
      aria-pressed={chosen || undefined}
    >
      {label}
    </button>
  );
}

function Form({ part, setting }: { part: Drawn<'form'>; setting: CardSetting }): VNode {
  return (
    <form class="fields" method="post" action="/office/submit">
      <Hidden setting={setting} />
      <input type="hidden" name="form" value={part.form} />
      {part.fields.map((field) => (
        <FieldView field={field} fault={setting.faults?.[field.name] ?? null} key={field.name} />
      ))}
      <button type="submit" class="primary">
        {part.submit}
      </button>
    </form>
  );
}

function Hidden({ setting: { formKey, back } }: { setting: CardSetting }): VNode {
  return (
    <>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="back" value={back} />
    </>
  );
}
