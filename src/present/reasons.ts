import type { NotWorking } from '../domain/refusal';
import { holidayName } from '../domain/time/holidays';
import type { Words } from './words';

/** Why a day is not a working day, as a clause: `Tue 24 July is a public holiday (Sports Day)`. */
export function reasonLabel(reason: NotWorking, words: Words): string {
  return reasonIn('not-working', reason, words);
}

/** The same in a list: `Tue 24 July (Sports Day)`. */
export function skippedLabel(reason: NotWorking, words: Words): string {
  return reasonIn('skipped', reason, words);
}

function reasonIn(form: 'not-working' | 'skipped', { kind, day, country }: NotWorking, words: Words): string {
  const shown = words.day(day);
  if (kind !== 'holiday') return words.t(`${form}.${kind}`, { day: shown });
  const holiday = holidayName(day, country, words.locale);
  return holiday === null
    ? words.t(`${form}.holiday-unnamed`, { day: shown })
    : words.t(`${form}.holiday`, { day: shown, holiday });
}
