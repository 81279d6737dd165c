import type { VNode } from 'preact';
import type { Bar, Card, CardChoice, Field, Part } from '../../src/domain/card';
import { Chart } from './chart';

/** Where a card is drawn. */
export interface Setting {
  /** Unique on the page, so that focus survives when the card is drawn again. */
  id: string;
  /** Of which level a card's heading is there. */
  heading: 2 | 3;
  /** Forms stand open in the gallery; in a conversation a button opens them. */
  forms: 'open' | { label: string };
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
    case 'chart':
      return <Chart part={part} />;
    case 'table':
      return <Table part={part} />;
    case 'choices':
      return <Choices part={part} id={setting.id} />;
    case 'form':
      return <Form part={part} setting={setting} />;
    case 'link':
      return <Link part={part} />;
  }
}

/** Short facts stand side by side as figures, long ones below each other as a list. */
function Facts({ part: { items } }: { part: Drawn<'facts'> }): VNode {
  const short = items.every(({ label, value }) => Math.max(widthOf(label), widthOf(value)) <= SHORT_FACT);
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

function Bars({ part }: { part: Drawn<'bars'> }): VNode {
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

/** What scrolls by itself must take the focus, or the keyboard cannot scroll it. */
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
      {part.label && <legend>{part.label}</legend>}
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

/** In a conversation the form waits in a template, from which the page's script fills the dialog. */
function Form({ part, setting: { id, forms } }: { part: Drawn<'form'>; setting: Setting }): VNode {
  if (forms === 'open') return <FormFields part={part} id={id} submit="button" />;
  return (
    <div class="form-closed">
      <button type="button" class="choice primary" id={`${id}.open`} data-open={`${id}.form`}>
        {forms.label}
      </button>
      <template id={`${id}.form`}>
        <FormFields part={part} id={id} submit="submit" />
      </template>
    </div>
  );
}

function FormFields({
  part,
  id,
  submit,
}: {
  part: Drawn<'form'>;
  id: string;
  submit: 'submit' | 'button';
}): VNode {
  return (
    <form class="form" data-form={part.form} data-message={id}>
      {part.fields.map((field) => (
        <FieldView field={field} id={`${id}.${encodeURIComponent(field.name)}`} key={field.name} />
      ))}
      <button type={submit} class="choice primary">
        {part.submit}
      </button>
    </form>
  );
}

function FieldView({ field, id }: { field: Field; id: string }): VNode {
  if (field.kind === 'toggle') {
    return (
      <label class="toggle" for={id}>
        <input id={id} type="checkbox" name={field.name} defaultChecked={field.value} />
        <span>{field.label}</span>
      </label>
    );
  }
  return (
    <div class={`field ${field.kind}`}>
      <label for={id}>{field.label}</label>
      <Input field={field} id={id} />
      {field.kind === 'text' && field.hint && (
        <p class="hint" id={`${id}.hint`}>
          {field.hint}
        </p>
      )}
    </div>
  );
}

function Input({ field, id }: { field: Exclude<Field, { kind: 'toggle' }>; id: string }): VNode {
  switch (field.kind) {
    case 'select':
      return (
        <select id={id} name={field.name}>
          {field.options.map(({ value, label }) => (
            <option value={value} selected={value === field.value} key={value}>
              {label}
            </option>
          ))}
        </select>
      );
    case 'text':
      return (
        <input
          id={id}
          type="text"
          name={field.name}
          defaultValue={field.value}
          required={field.required}
          maxLength={field.maxLength}
          aria-describedby={field.hint ? `${id}.hint` : undefined}
          autocomplete="off"
        />
      );
    case 'time':
    case 'date':
      return (
        <input
          id={id}
          type={field.kind}
          name={field.name}
          defaultValue={field.value}
          required={field.required}
        />
      );
  }
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
