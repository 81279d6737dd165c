import type { DayState } from './answers/work-style';
import type { Locale } from './people/person';
import type { Day, Time } from './time/calendar';

/**
 * What a button is for, where platforms treat buttons differently.
 * `answer`: gives the presser's own answer. `change`: offers to change it, or takes a change back. `list`: shows what
 * is read and pressed on, such as names, best in a window of its own. `form`: opens a form.
 */
export const CHOICE_PURPOSES = ['answer', 'change', 'list', 'form', 'other'] as const;
export type ChoicePurpose = (typeof CHOICE_PURPOSES)[number];

/** One button. `action` is opaque to the platform and comes back when it is pressed. */
export interface CardChoice {
  label: string;
  action: string;
  /** Absent: `other`. */
  purpose?: ChoicePurpose;
  /** What it answers, where it does. */
  answer?: { day: Day; style: DayState; arrival: Time | null };
  /** At most one primary a group; danger for what cannot be undone. */
  look: 'primary' | 'plain' | 'danger';
  /** The choice in force, where the card is a person's own. */
  chosen: boolean;
}

export interface Bar {
  label: string;
  count: number;
  /** The count as people read it, with its share where one is meant: `12 (50%)`. */
  value: string;
}

export interface Option {
  value: string;
  label: string;
}

/** One input of a form; `value` is what stands in it at first. */
export type Field =
  | {
      kind: 'text';
      name: string;
      label: string;
      value: string;
      hint: string | null;
      required: boolean;
      maxLength: number;
      /** Lines may be entered. */
      multiline?: true;
    }
  | { kind: 'time'; name: string; label: string; value: string; required: boolean }
  | { kind: 'date'; name: string; label: string; value: string; required: boolean }
  | { kind: 'select'; name: string; label: string; value: string; options: Option[] }
  | { kind: 'toggle'; name: string; label: string; value: boolean };

/** The parts of a message, with their words already in a language. Texts are plain: adapters escape them. */
export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; look: 'body' | 'muted' | 'strong' }
  | { kind: 'facts'; items: { label: string; value: string }[] }
  /** `of`: the whole that the bars are shares of. */
  | { kind: 'bars'; label: string; of: number; bars: Bar[] }
  | { kind: 'table'; caption: string; columns: string[]; rows: string[][] }
  /** `quiet`: the label is for screen readers, as the card says already what the buttons are for. */
  | { kind: 'choices'; label: string; quiet?: true; choices: CardChoice[] }
  /** `form` comes back with what was entered; `open`: the action that shows the form, for places that take no inputs. */
  | { kind: 'form'; form: string; open?: string; fields: Field[]; submit: string }
  | { kind: 'link'; label: string; url: string };

/** What the bot says, once for every platform. */
export interface Card {
  locale: Locale;
  /** A refusal is shown apart from news and must never replace a poll. */
  tone: 'news' | 'refusal';
  /** Everything the card says, as plain text: notifications and screen readers read this. */
  summary: string;
  parts: Part[];
  /** The action that shows a person's own view of this card; absent: everybody sees the same. */
  own?: string;
}
