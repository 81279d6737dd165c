import {
  type Choice,
  type DayState,
  NOT_SCHEDULED,
  type ShownStyle,
  type WorkStyle,
} from '../domain/answers/work-style';
import type { Words } from './words';

export function styleLabel(style: DayState, words: Words): string {
  return words.t(style === NOT_SCHEDULED ? 'style.off' : `style.${style}`);
}

/** Tells the styles apart at a glance. */
const ICONS: Readonly<Record<WorkStyle | ShownStyle, string>> = {
  home: '🏠',
  'home-part': '🌓',
  satellite: '🏬',
  mobile: '📱',
  'off-peak': '🕥',
  leave: '🌴',
  trip: '🧳',
  office: '🏢',
  away: '⚪',
};

/** The icon alone, as other people see it. */
export function shownIcon(style: ShownStyle): string {
  return ICONS[style];
}

/** `🏠 Working from home`: short enough for a button and for a bar. */
export function shortLabel(style: WorkStyle | ShownStyle, words: Words): string {
  return `${ICONS[style]} ${words.t(`choice.${style}`)}`;
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
