import { isDay } from '../../domain/time/calendar';
import type { IntentOf } from '../intent';

type UndoDays = IntentOf<'undo-days'>;

/** More than a form holds. */
const MOST = 20;

export function undoDaysFields({ answers }: UndoDays): string[] {
  return [answers.map(({ day, seq }) => `${day}:${seq}`).join(',')];
}

/** Null for fields that `undoDaysFields` did not write. */
export function readUndoDays([text = '', ...rest]: readonly string[]): UndoDays | null {
  const items = text.split(',');
  const answers = items.flatMap((item) => {
    const [day = '', seq = '', ...more] = item.split(':');
    return more.length === 0 && isDay(day) && /^\d{1,15}$/.test(seq) ? [{ day, seq: Number(seq) }] : [];
  });
  const isWhole = rest.length === 0 && answers.length === items.length && answers.length <= MOST;
  return isWhole ? { kind: 'undo-days', answers } : null;
}
