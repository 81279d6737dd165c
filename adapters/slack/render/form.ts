import type { Card, Field, Option, Part } from '../../../src/domain/card';
import { clipUnits } from '../../../src/domain/text';
import { type Block, button, plain, type Surface } from './elements';

type Form = Extract<Part, { kind: 'form' }>;

const LABEL = 2_000;
const OPTION_TEXT = 75;
const OPTIONS = 100;
const GROUPS = 100;
const INPUT_TEXT = 3_000;
const HINT = 2_000;

/** The id of the one element in each input block. */
const FIELD_ACTION = 'value';
/** Slack refuses options with an empty value. */
const OPTION_PREFIX = '=';
const ON = `${OPTION_PREFIX}on`;

export function formOf({ parts }: Card): Form | null {
  return parts.find((part) => part.kind === 'form') ?? null;
}

/** The inputs in a modal; elsewhere, where Slack takes no inputs, a button that opens the form. */
export function formBlocks(form: Form, { kind, say }: Surface): Block[] {
  if (kind === 'modal') return form.fields.map((field) => inputBlock(field, say));
  if (form.open === undefined) return [];
  const opens = {
    label: say('slack.open'),
    action: form.open,
    purpose: 'form',
    look: 'plain',
    chosen: false,
  } as const;
  return [{ type: 'actions', elements: [button(opens)] }];
}

function inputBlock(field: Field, say: Surface['say']): Block {
  const optional = field.kind === 'toggle' || ('required' in field && !field.required);
  const hint = field.kind === 'text' && field.hint ? { hint: plain(clipUnits(field.hint, HINT)) } : {};
  return {
    type: 'input',
    block_id: field.name,
    label: plain(clipUnits(field.label || '–', LABEL)),
    element: { ...elementOf(field, say), action_id: FIELD_ACTION },
    optional,
    ...hint,
  };
}

function elementOf(field: Field, say: Surface['say']): Block {
  switch (field.kind) {
    case 'text': {
      const length = Math.min(Math.max(field.maxLength, 1), INPUT_TEXT);
      return {
        type: 'plain_text_input',
        max_length: length,
        ...(field.multiline ? { multiline: true } : {}),
        ...initial('initial_value', clipUnits(field.value, length)),
      };
    }
    case 'time':
      return { type: 'timepicker', ...initial('initial_time', field.value) };
    case 'date':
      return { type: 'datepicker', ...initial('initial_date', field.value) };
    case 'select':
      return select(field.options, field.value);
    case 'toggle': {
      // The label of the input says already what it is.
      const option = { text: plain(say('slack.yes')), value: ON };
      return { type: 'checkboxes', options: [option], ...(field.value ? { initial_options: [option] } : {}) };
    }
  }
}

function initial(name: string, value: string): Record<string, string> {
  return value === '' ? {} : { [name]: value };
}

function select(options: readonly Option[], value: string): Block {
  const all = options.map(optionOf);
  const chosen = all.find((option) => option.value === OPTION_PREFIX + value);
  const first = chosen ? { initial_option: chosen } : {};
  if (all.length <= OPTIONS) return { type: 'static_select', options: all, ...first };
  const groups = Array.from({ length: Math.min(Math.ceil(all.length / OPTIONS), GROUPS) }, (_, index) => {
    const members = all.slice(index * OPTIONS, (index + 1) * OPTIONS);
    const ends = [members[0], members.at(-1)].map((option) => clipUnits(option?.text.text ?? '', 30));
    return { label: plain(ends.join(' … ')), options: members };
  });
  return { type: 'static_select', option_groups: groups, ...first };
}

function optionOf({ value, label }: Option) {
  return { text: plain(clipUnits(label || '–', OPTION_TEXT)), value: OPTION_PREFIX + value };
}

/** The entered values by the names of the fields, as the core reads them: texts, `on` and `off`. */
export function readValues(state: Readonly<Record<string, Record<string, Entered>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state).flatMap(([name, block]) => {
      const entered = block[FIELD_ACTION];
      return entered ? [[name, readEntered(entered)]] : [];
    }),
  );
}

/** The state of one input as Slack sends it. */
export interface Entered {
  type: string;
  value?: string | null | undefined;
  selected_time?: string | null | undefined;
  selected_date?: string | null | undefined;
  selected_option?: { value: string } | null | undefined;
  selected_options?: readonly { value: string }[] | null | undefined;
}

function readEntered(entered: Entered): string {
  if (entered.type === 'checkboxes')
    return entered.selected_options?.some(({ value }) => value === ON) ? 'on' : 'off';
  if (entered.type === 'static_select')
    return entered.selected_option?.value.slice(OPTION_PREFIX.length) ?? '';
  return entered.value ?? entered.selected_time ?? entered.selected_date ?? '';
}
