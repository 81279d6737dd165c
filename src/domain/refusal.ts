import type { DayState } from './answers/work-style';
import type { Named } from './campaigns/terms';
import type { ExampleName } from './examples';
import type { FileFault } from './file-fault';
import type { Day, DayRange, Time } from './time/calendar';

/** A value inside a refusal; the presenter writes dates and times in the reader's language. */
export type RefusalValue =
  | string
  | number
  | { day: Day }
  | { time: Time }
  | { notWorking: NotWorking }
  | { names: readonly string[] }
  | { campaigns: readonly Named[] };

/** Why people do not work on a day. A holiday's name is looked up in the reader's language when it is shown. */
export interface NotWorking {
  kind: 'weekend' | 'holiday' | 'closed';
  day: Day;
  /** ISO 3166-1 alpha-2, or ISO 3166-2 with its region. */
  country: string;
  /** What the organisation's calendar calls the day. */
  name?: string;
}

/** Why a request is refused, with the values of each code. Every catalogue has its message, `refusal.<code>`. */
export const REFUSAL_CODES = [
  'unknown-command', // { text, nearest, example }
  'missing-argument', // { example }
  'unknown-style', // { text, nearest }
  'unknown-date', // { text }
  'unclear', // { text }: a sentence which was understood in part, or says "not" or "perhaps"
  'unclear-question', // { text, example }
  'one-week', // { text, example }: more days than are shown at once
  'one-day', // { text, example }: several days where one is looked at
  'no-end', // { text }: a span without its last day
  'use-week', // { weekdays, style }: every such weekday, which is a default week; `weekdays`: codes with blanks between
  'date-or-time', // { text, time }: `8.10` could be either
  'impossible-date', // { text }
  'reversed-days', // { from, until }
  'too-many-days', // { max }
  'many-days', // { count, from, until }: days that the person is asked to confirm
  'past-day', // { day }
  'far-day', // { day }
  'not-working-day', // { day, reason: { notWorking } }
  'unknown-time', // { text }
  'arrival-not-taken', // { style }
  'unknown-weekday', // { text }
  'unknown-setting', // { text, nearest, known: { names } }; nearest '' when nothing is like the text
  'bad-setting', // { key, value, example }
  'window-order', // { from, until }
  'unknown-zone', // { text }
  'which-zone', // { text, known: { names } }: an abbreviation that is used in several zones
  'unknown-country', // { text }
  'unknown-language', // { text }
  'unknown-preset', // { text, nearest: { campaigns } }; nearest '' when nothing is like the text
  'unknown-campaign', // { text }
  'no-campaign', // {}
  'campaign-ended', // { name: { campaigns } }: by an administrator
  'campaign-over', // { name: { campaigns } }: its days have passed
  'which-campaign', // { known: { campaigns }, example }: several campaigns could be meant
  'campaign-name', // {}
  'campaign-exists', // { name: { campaigns } }
  'no-own-holiday', // { from, until }: the organisation's calendar has none of these days
  'unknown-department', // { text, known: { names } }
  'department-exists', // { name }
  'too-many-departments', // { max }
  'unknown-team', // { text }
  'same-name-teams', // { text }
  'roll-up-gone', // { day }: answers of the day are deleted, and its tally was not made before
  'no-polls', // { day }
  'channel-is-shared', // {}: other organisations see the channel, or may do so
  'core-outside', // { day, from, until }
  'no-core-day', // { day }: a minimum of people on core days, of a campaign without one; a day that would do
  'too-few-days', // { need, have }: of the campaign, for its minimum of days
  'too-few-people', // { need, have }: by the head count, for the minimum on core days
  'baseline-inside', // { from, until, rightFrom, rightUntil }: it has days of the campaign itself
  'peak-before-window', // { peak, from, right }
  'no-working-days', // { from, until }
  'day-exists', // { day }
  'day-missing', // { day }
  'text-too-long', // { max }
  'text-control', // {}
  'not-admin', // {}
  'not-org-admin', // {}: the request concerns the whole organisation
  'not-channel-maker', // { name }: who made the channel
  'not-workspace-admin', // {}
  'not-installer', // { name }: who added the bot
  'no-admin-set', // { setting, id }: the operator has named nobody; the id is the reader's own
  'no-admin-set-no-id', // { setting }: the same, where the platform did not tell the reader's id
  'not-operator', // {}: only administrators of the organisation administer this place
  'roles-unknown', // { platform }: it does not answer who administers the place
  'outsider', // {}: the person belongs to another organisation
  'guest-not-counted', // {}
  'names-not-announced', // {}: the channel could not be told that names will be shown
  'no-team', // {}: asked in private
  'no-team-here', // {}: the channel has no team yet
  'unknown-group', // { text }
  'groups-unsupported', // { text }
  'group-later', // { text }: the platform cannot be asked now
  'groups-need-names', // {}: with counts only, groups would tell single answers
  'group-counts-only', // {day}: only the counts of the whole team are kept
  'no-pages', // {}: the operator has named no address at which people reach them
  'bind-code', // {}: the code is unknown, used or expired
  'bind-not-joined', // {}: the operator has not joined the two organisations
  'bind-alone', // {}: the operator has joined no second platform
  'bind-same-platform', // {}
  'bind-already', // {}: a team has two channels at most
  'bind-poll-open', // {}: this channel's own poll still takes answers
  'not-bound', // {}
  'no-safety-question', // {}: no poll of the person's asks whether they are safe
  'not-safety-contact', // {}
  'unknown-contact', // { text }: nobody, or several people, of this name
  'too-many-contacts', // { max }
  'unknown-survey', // { text, known: { names } }
  'no-survey-results', // {}: no survey has ended
  'survey-open', // { day, until }: the survey of a day takes answers until then
  'survey-over', // {}
  'poll-unknown', // {}
  'poll-over', // { day }
  'book-closed', // { day }
  'called-already', // { since }: a call at short notice, sent twice
  'begins-today', // { text }: an emergency or a drill of another day
  'emergency-running', // { day }: no drill takes its place
  'too-late-today', // {}
  'too-many-follows', // { max }
  'no-open-poll', // {}: there is none to remind of
  'window-too-short', // { minutes, latest }: of a poll at short notice
  'nothing-to-clear', // {}
  'nothing-to-undo', // {}
  'changed-since', // {}: what was changed again cannot be taken back
  'unknown-button', // {}
  'forget-not-yours', // {}: the button was made for another person, or does not say for whom
  'no-managed-team', // {}: asked in private by a person who administers none of their teams
  'bad-form', // { field }
  'bad-number', // {}: the fault stands in `faults`
  'no-effect', // { text }: nothing was entered of a metric, or of a unit
  'effect-people', // {}: sums and averages of one metric
  'too-many-effects', // { max }
  'too-many-series', // { max }: of one source of activity
  'no-activity', // {}: nothing was imported
  'nothing-to-compare', // { name: { campaigns }, day }: the campaign begins on this day
  'file-faults', // { count, more }: the faults stand in `faults`, but for so many more
  'sending-now', // {}: reminders are being sent at this moment
  'try-again', // {}: the store could not commit
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The most faults that a refusal shows. */
const MOST_SHOWN = 5;

/** A refused request: a value that is presented in the person's language, never an exception. */
export interface Refusal {
  refusal: RefusalCode;
  values: Record<string, RefusalValue>;
  /** Answers to press instead. */
  offer?: AnswerOffer;
  /** What is wrong with each field, where several were entered; this refusal is the first of them. */
  fields?: readonly { field: string; refusal: Refusal }[];
  /** Ready-made campaigns to press instead. */
  presets?: readonly (Named & { id: string })[];
  /** What is wrong in a file, the first faults of it. */
  faults?: readonly FileFault[];
}

/** Answers that a refusal offers. */
export interface AnswerOffer {
  /** None: today. `which`: the words name a day that was not understood, so the next days are offered. */
  days: readonly DayRange[] | 'which';
  /** None: all of them. */
  styles: readonly DayState[];
  arrival?: Time | null;
  /** Which days are meant, where the words could mean one or the other; instead of `days`. */
  either?: readonly (readonly DayRange[])[];
}

export function refuse(refusal: RefusalCode, values: Record<string, RefusalValue> = {}): Refusal {
  return { refusal, values };
}

/** A file with faults is refused as a whole: the refusal shows the first five and counts the others. */
export function refuseFile(faults: readonly FileFault[]): Refusal {
  const shown = faults.slice(0, MOST_SHOWN);
  return {
    ...refuse('file-faults', { count: faults.length, more: faults.length - shown.length }),
    faults: shown,
  };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value;
}

/** The refusal, with the name of an example of the command that was meant. */
export function withExample(example: ExampleName, refusal: Refusal): Refusal {
  return { ...refusal, values: { ...refusal.values, example } };
}

/** The refusal, with answers to press instead. */
export function offering(offer: AnswerOffer, refusal: Refusal): Refusal {
  return { ...refusal, offer };
}
