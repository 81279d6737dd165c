import type { Field, Part } from '../../../src/domain/card';
import { clipUnits } from '../../../src/domain/text';
import { execute, submit } from './actions';
import { textBlock } from './blocks';
import { type Element, type Limits, plain } from './text';

/** The ids of inputs begin with this, so that a field cannot pass for the form's own data. */
const PREFIX = 'field:';
/** Stands for an empty choice, which clients would not send. */
const NONE = '~';

/** The inputs and the button that sends them. `needed`: what the client says of one that is left empty. */
export function formOf(part: Extract<Part, { kind: 'form' }>, needed: string, limits: Limits): Element[] {
  const inputs = part.fields.flatMap((field) => [
    { ...common(field, limits), ...own(field, needed, limits) },
    ...notesOf(field, limits),
  ]);
  return [...inputs, { type: 'ActionSet', actions: [saveOf(part, limits)] }];
}

function saveOf({ form, submit: label }: Extract<Part, { kind: 'form' }>, { dialog }: Limits): Element {
  const title = clipUnits(plain(label), 75) || '–';
  if (!dialog) return execute('submit', title, 'positive', { form }, {});
  return submit('submit', title, 'positive', { form, open: dialog.open }, {});
}

/** What may be entered, and what is wrong with what was. */
function notesOf(field: Field, limits: Limits): Element[] {
  const hint = field.kind === 'text' && field.hint ? [note(field.hint, { isSubtle: true }, limits)] : [];
  const fault = limits.dialog?.faults.get(field.name);
  return fault === undefined ? hint : [...hint, note(fault, { color: 'attention' }, limits)];
}

function note(text: string, look: Element, limits: Limits): Element {
  return { ...textBlock(text, 'body', limits), size: 'small', spacing: 'none', ...look };
}

/** A toggle says what it is by itself. */
function common({ kind, name, label }: Field, limits: Limits): Element {
  if (kind === 'toggle') return { id: PREFIX + name };
  return { id: PREFIX + name, label: clipUnits(plain(label), limits.text) || name };
}

function own(field: Field, needed: string, limits: Limits): Element {
  switch (field.kind) {
    case 'text': {
      const { value, maxLength } = field;
      const lines = field.multiline ? { isMultiline: true } : {};
      return { type: 'Input.Text', value, maxLength, ...lines, ...required(field, needed) };
    }
    case 'time':
      return { type: 'Input.Time', ...standing(field.value), ...required(field, needed) };
    case 'date':
      return { type: 'Input.Date', ...standing(field.value), ...required(field, needed) };
    case 'select':
      return {
        type: 'Input.ChoiceSet',
        style: 'compact',
        value: field.value || NONE,
        choices: field.options.map(({ value, label }) => ({
          title: clipUnits(plain(label), limits.text) || '–',
          value: value || NONE,
        })),
      };
    case 'toggle':
      return {
        type: 'Input.Toggle',
        title: clipUnits(plain(field.label), limits.text) || field.name,
        value: field.value ? 'on' : 'off',
        wrap: true,
        valueOn: 'on',
        valueOff: 'off',
      };
  }
}

function standing(value: string): Element {
  return value === '' ? {} : { value };
}

function required({ required: is }: { required: boolean }, errorMessage: string): Element {
  return is ? { isRequired: true, errorMessage } : {};
}

/** The fields of a form from what the client sent; anything else in it is left out. */
export function readValues(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields = Object.entries(data).filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(
    fields.map(([key, value]) => [key.slice(PREFIX.length), value === NONE ? '' : String(value ?? '')]),
  );
}
