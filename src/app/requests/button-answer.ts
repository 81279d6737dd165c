import { isVisibility, type Visibility } from '../../domain/answers/visibility';
import { type DayState, isDayState } from '../../domain/answers/work-style';
import type { TeamId } from '../../domain/people/person';
import { type Day, isDay, isTime, type Time } from '../../domain/time/calendar';
import type { IntentOf } from '../intent';

/** A work style for one day. */
export interface AnswerButton {
  kind: 'answer';
  team: TeamId;
  day: Day;
  style: DayState;
  arrival: Time | null;
  asked?: Visibility;
  inPlace?: true;
}

export type UndoButton = IntentOf<'undo'>;

/** Ends what is pressed in the private question of a poll. */
const IN_PLACE = 'here';

export function answerFields({ team, day, style, arrival, asked, inPlace }: AnswerButton): string[] {
  const told = inPlace ? [asked ?? '', IN_PLACE] : asked ? [asked] : [];
  return [team, day, style, arrival ?? '', ...told];
}

/** Null for fields that `answerFields` did not write. */
export function readAnswerButton(fields: readonly string[]): AnswerButton | null {
  const [team = '', day = '', style = '', arrival = '', asked = '', place, ...rest] = fields;
  if (rest.length > 0 || !isDay(day) || !isDayState(style) || !isPlace(place)) return null;
  if ((arrival !== '' && !isTime(arrival)) || (fields.length === 5 && asked === '')) return null;
  if (asked !== '' && !isVisibility(asked)) return null;
  return {
    ...{ kind: 'answer', team, day, style, arrival: arrival === '' ? null : arrival },
    ...(asked !== '' && { asked }),
    ...(place && { inPlace: true }),
  };
}

export function undoFields({ team, day, seq, inPlace }: UndoButton): string[] {
  return [team, day, String(seq), ...(inPlace ? [IN_PLACE] : [])];
}

/** Null for fields that `undoFields` did not write. */
export function readUndo(fields: readonly string[]): UndoButton | null {
  const [team = '', day = '', seq = '', place, ...rest] = fields;
  if (rest.length > 0 || !isDay(day) || !/^\d{1,15}$/.test(seq) || !isPlace(place)) return null;
  return { kind: 'undo', team, day, seq: Number(seq), ...(place && { inPlace: true }) };
}

function isPlace(text: string | undefined): boolean {
  return text === undefined || text === IN_PLACE;
}
