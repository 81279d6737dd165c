import type { NotWorking } from '../domain/refusal';
import { cleanName } from '../domain/text';
import { publicHoliday } from '../domain/time/public-holidays';
import type { Words } from './words';

/** Why a day is not a working day, as a clause: `Tue 24 July is a public holiday (Sports Day)`. */
export function reasonLabel(reason: NotWorking, words: Words): string {
  return reasonIn('not-working', reason, words);
}

/** The same in a list: `Tue 24 July (Sports Day)`. */
export function skippedLabel(reason: NotWorking, words: Words): string {
  return reasonIn('skipped', reason, words);
}

/** What a day off is called: a holiday's name, the organisation's own name of it, or simply a day off. */
export function offLabel({ kind, day, country, name }: NotWorking, words: Words): string {
  if (name) return cleanName(name);
  const holiday = kind === 'holiday' ? publicHoliday(day, country, words.locale) : null;
  return holiday ?? words.t('holidays.off');
}

function reasonIn(
  form: 'not-working' | 'skipped',
  { kind, day, country, name }: NotWorking,
  words: Words,
): string {
  const shown = words.day(day);
  if (kind === 'closed' && name)
    return words.t(`${form}.closed-named`, { day: shown, name: cleanName(name) });
  if (kind !== 'holiday') return words.t(`${form}.${kind}`, { day: shown });
  const holiday = name ? cleanName(name) : publicHoliday(day, country, words.locale);
  return holiday === null
    ? words.t(`${form}.holiday-unnamed`, { day: shown })
    : words.t(`${form}.holiday`, { day: shown, holiday });
}
