import type { VNode } from 'preact';
import type { BlockOf, Entry } from './schema';

/** An input of a modal, with its first value. */
export function InputBlock({ block, id }: { block: BlockOf<'input'>; id: string }): VNode {
  const { label, element, hint } = block;
  return (
    <div class="input">
      {element.type === 'checkboxes' ? (
        <p class="name">{label.text}</p>
      ) : (
        <label class="name" for={id}>
          {label.text}
        </label>
      )}
      <EntryView entry={element} id={id} />
      {hint && <p class="hint">{hint.text}</p>}
    </div>
  );
}

function EntryView({ entry, id }: { entry: Entry; id: string }): VNode {
  switch (entry.type) {
    case 'plain_text_input':
      return entry.multiline ? (
        <textarea id={id} rows={8} disabled value={entry.initial_value ?? ''} />
      ) : (
        <input id={id} type="text" disabled value={entry.initial_value ?? ''} />
      );
    case 'timepicker':
      return <input id={id} type="time" disabled value={entry.initial_time ?? ''} />;
    case 'datepicker':
      return <input id={id} type="date" disabled value={entry.initial_date ?? ''} />;
    case 'static_select':
      return <Select entry={entry} id={id} />;
    case 'checkboxes':
      return <Checkboxes entry={entry} />;
  }
}

/** A picture of a menu that does not open: one option is enough. */
function Select({ entry, id }: { entry: Extract<Entry, { type: 'static_select' }>; id: string }): VNode {
  return (
    <select id={id} disabled>
      <option>{entry.initial_option?.text.text ?? '…'}</option>
    </select>
  );
}

function Checkboxes({ entry }: { entry: Extract<Entry, { type: 'checkboxes' }> }): VNode {
  const chosen = new Set(entry.initial_options?.map(({ value }) => value));
  return (
    <>
      {entry.options.map(({ text, value }) => (
        <label class="check" key={value}>
          <input type="checkbox" disabled defaultChecked={chosen.has(value)} /> {text.text}
        </label>
      ))}
    </>
  );
}
