import { type Choice, type DayState, NOT_SCHEDULED, type ShownStyle } from '../domain/answers/work-style';
import type { Words } from './words';

export function styleLabel(style: DayState, words: Words): string {
  return words.t(style === NOT_SCHEDULED ? 'style.off' : `style.${style}`);
}

/** As other people see it. */
export function shownLabel(style: ShownStyle, words: Words): string {
  return words.t(`style.${style}`);
}

/** `Off-peak commute (arriving 10:30)`. */
export function choiceLabel({ style, arrival }: Choice, words: Words): string {
  const label = styleLabel(style, words);
  return arrival === null ? label : words.t('style.arriving', { style: label, time: arrival });
}

export function usualLabel(usual: Choice | 'off', words: Words): string {
  return usual === 'off' ? words.t('style.off') : choiceLabel(usual, words);
}
