import { z } from 'zod';
import { LIMITS } from '../limits';
import { confirm, id, option, plainText, richOption, url } from './text';

/* Interactive elements. */

const common = {
  action_id: id.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
};
const placeholder = plainText(LIMITS.placeholder).optional();
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a date of the form YYYY-MM-DD');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of the form HH:mm');

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id.optional(),
  text: plainText(LIMITS.buttonText),
  url: url.optional(),
  value: z.string().min(1).max(LIMITS.buttonValue).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(LIMITS.buttonText).optional(),
});

const optionGroup = z.strictObject({
  label: plainText(LIMITS.optionText),
  options: z.array(option).min(1).max(LIMITS.options),
});

const menu = {
  ...common,
  placeholder,
  options: z.array(option).min(1).max(LIMITS.options).optional(),
  option_groups: z.array(optionGroup).min(1).max(LIMITS.options).optional(),
};

interface Menu {
  options?: unknown[] | undefined;
  option_groups?: { options: unknown[] }[] | undefined;
}

function offered({ options, option_groups }: Menu): Set<string> {
  const all = options ?? option_groups?.flatMap((group) => group.options) ?? [];
  return new Set(all.map((each) => JSON.stringify(each)));
}

function hasOneSource(value: Menu): boolean {
  return Boolean(value.options) !== Boolean(value.option_groups);
}

function initialIsOffered(
  value: Menu & { initial_option?: unknown; initial_options?: unknown[] | undefined },
): boolean {
  const initial = value.initial_options ?? (value.initial_option === undefined ? [] : [value.initial_option]);
  const choices = offered(value);
  return initial.every((each) => choices.has(JSON.stringify(each)));
}

const ONE_SOURCE = 'must have either options or option_groups';
const NOT_OFFERED = 'the initial option must exactly match one of the options';

const staticSelect = z
  .strictObject({ ...menu, type: z.literal('static_select'), initial_option: option.optional() })
  .refine(hasOneSource, ONE_SOURCE)
  .refine(initialIsOffered, NOT_OFFERED);

const multiStaticSelect = z
  .strictObject({
    ...menu,
    type: z.literal('multi_static_select'),
    initial_options: z.array(option).min(1).optional(),
    max_selected_items: z.int().min(1).optional(),
  })
  .refine(hasOneSource, ONE_SOURCE)
  .refine(initialIsOffered, NOT_OFFERED);

const boxes = { ...common, options: z.array(richOption).min(1).max(LIMITS.smallOptions) };

const checkboxes = z
  .strictObject({
    ...boxes,
    type: z.literal('checkboxes'),
    initial_options: z.array(richOption).min(1).optional(),
  })
  .refine(initialIsOffered, NOT_OFFERED);

const radioButtons = z
  .strictObject({ ...boxes, type: z.literal('radio_buttons'), initial_option: richOption.optional() })
  .refine(initialIsOffered, NOT_OFFERED);

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id.optional(),
  confirm: confirm.optional(),
  options: z.array(option).min(1).max(LIMITS.overflowOptions),
});

const pick = { ...common, placeholder };
const responseUrl = { response_url_enabled: z.boolean().optional() };
const pickers = [
  z.strictObject({ ...pick, type: z.literal('datepicker'), initial_date: date.optional() }),
  z.strictObject({
    ...pick,
    type: z.literal('timepicker'),
    initial_time: time.optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({ ...common, type: z.literal('datetimepicker'), initial_date_time: z.int().optional() }),
  z.strictObject({ ...pick, type: z.literal('users_select'), initial_user: z.string().optional() }),
  z.strictObject({
    ...pick,
    type: z.literal('multi_users_select'),
    initial_users: z.array(z.string()).optional(),
    max_selected_items: z.int().min(1).optional(),
  }),
  z.strictObject({
    ...pick,
    ...responseUrl,
    type: z.literal('channels_select'),
    initial_channel: z.string().optional(),
  }),
  z.strictObject({
    ...pick,
    ...responseUrl,
    type: z.literal('conversations_select'),
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: z.record(z.string(), z.unknown()).optional(),
  }),
  z.strictObject({
    ...pick,
    type: z.literal('external_select'),
    min_query_length: z.int().optional(),
    initial_option: option.optional(),
  }),
] as const;

const typed = {
  action_id: id.optional(),
  placeholder,
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: z.strictObject({ trigger_actions_on: z.array(z.string()) }).optional(),
};

const plainTextInput = z.strictObject({
  ...typed,
  type: z.literal('plain_text_input'),
  initial_value: z.string().max(LIMITS.inputText).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(LIMITS.inputText).optional(),
  max_length: z.int().min(1).max(LIMITS.inputText).optional(),
});

const numberInput = z.strictObject({
  ...typed,
  type: z.literal('number_input'),
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

const urlInput = z.strictObject({
  ...typed,
  type: z.literal('url_text_input'),
  initial_value: z.string().optional(),
});
const emailInput = z.strictObject({
  ...typed,
  type: z.literal('email_text_input'),
  initial_value: z.string().optional(),
});

const menus = [staticSelect, multiStaticSelect, checkboxes, radioButtons, ...pickers] as const;

export const actionsElement = z.discriminatedUnion('type', [button, overflow, ...menus]);
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  numberInput,
  urlInput,
  emailInput,
  ...menus,
]);
export const accessoryElements = [button, overflow, ...menus] as const;
