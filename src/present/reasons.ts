import { holidayName } from '../domain/holidays';
import type { NotWorking } from '../domain/refusal';
import type { Words } from './words';

/** Why nobody works on a day: `Tue 24 July is a public holiday (Sports Day)`. */
export function reasonLabel({ kind, day, country }: NotWorking, words: Words): string {
  const shown = words.day(day);
  if (kind !== 'holiday') return words.t(`not-working.${kind}`, { day: shown });
  const holiday = holidayName(day, country, words.locale);
  return holiday === null
    ? words.t('not-working.holiday-unnamed', { day: shown })
    : words.t('not-working.holiday', { day: shown, holiday });
}
