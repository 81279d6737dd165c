import type { Field, Part } from '../../../src/domain/card';
import type { Locale } from '../../../src/domain/people/person';
import { WORDS } from '../words';
import { execute } from './actions';
import { clip, type Element, plain, type Room } from './text';

/** What a client sends of an input begins with this, so that no field can pass for the form's own data. */
const PREFIX = 'field:';
/** Stands for an empty choice: clients send none. */
const NONE = '~';
/** More choices than this are searched, not scrolled. */
const SEARCHED = 12;

export function formOf(part: Extract<Part, { kind: 'form' }>, locale: Locale, room: Room): Element[] {
  const inputs = part.fields.map((field) => ({ ...common(field, room), ...own(field, locale, room) }));
  const save = execute('submit', clip(plain(part.submit), 75) || '–', 'positive', { form: part.form }, {});
  return [...inputs, { type: 'ActionSet', actions: [save] }];
}

/** A toggle says what it is by itself. */
function common({ kind, name, label }: Field, room: Room): Element {
  if (kind === 'toggle') return { id: PREFIX + name };
  return { id: PREFIX + name, label: clip(plain(label), room.text) || name };
}

function own(field: Field, locale: Locale, room: Room): Element {
  switch (field.kind) {
    case 'text': {
      const { value, maxLength, hint } = field;
      const asked = hint === null ? {} : { placeholder: clip(plain(hint), room.text) };
      return { type: 'Input.Text', value, maxLength, ...asked, ...required(field, locale) };
    }
    case 'time':
      return { type: 'Input.Time', ...standing(field.value), ...required(field, locale) };
    case 'date':
      return { type: 'Input.Date', ...standing(field.value), ...required(field, locale) };
    case 'select':
      return {
        type: 'Input.ChoiceSet',
        style: field.options.length > SEARCHED ? 'filtered' : 'compact',
        value: field.value || NONE,
        choices: field.options.map(({ value, label }) => ({
          title: clip(plain(label), room.text) || '–',
          value: value || NONE,
        })),
      };
    case 'toggle':
      return {
        type: 'Input.Toggle',
        title: clip(plain(field.label), room.text) || field.name,
        value: field.value ? 'on' : 'off',
        valueOn: 'on',
        valueOff: 'off',
      };
  }
}

function standing(value: string): Element {
  return value === '' ? {} : { value };
}

function required({ required: is }: { required: boolean }, locale: Locale): Element {
  return is ? { isRequired: true, errorMessage: WORDS[locale].needed } : {};
}

/** The fields of a form from what the client sent; anything else in it is left out. */
export function readValues(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields = Object.entries(data).filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(
    fields.map(([key, value]) => [key.slice(PREFIX.length), value === NONE ? '' : String(value ?? '')]),
  );
}
