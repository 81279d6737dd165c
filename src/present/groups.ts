import { shownAs } from '../domain/answers/work-style';
import type { DayStatus, PublishedGroup } from '../domain/figures/disclosure';
import { type FigureRange, isUntold } from '../domain/figures/published-tallies';
import type { SizeBand } from '../domain/figures/size-band';
import { shownLabel } from './styles';
import type { Words } from './words';

/* Figures of groups of people, which may be ranges. */

/** `12`, or `12–15`. */
export function rangeText({ from, until }: FigureRange, words: Words): string {
  return from === until ? words.number(from) : `${words.number(from)}–${words.number(until)}`;
}

/** Whether a figure tells nothing of its least: it is withheld. */
export function isWithheld({ from, until }: FigureRange): boolean {
  return from === 0 && until > 0;
}

/** Of the people on the rosters; a dash where it is withheld. */
export function cellText(range: FigureRange, people: number, words: Words): string {
  return isWithheld(range) ? '–' : `${rangeText(range, words)}/${words.number(people)}`;
}

/** The groups by what others see of their people: those on leave, on a trip or not scheduled are away. */
export function asShown(groups: readonly PublishedGroup[], words: Words): [label: string, people: number][] {
  const sums = new Map<string, number>();
  for (const group of groups) {
    const { statuses, people } = group;
    const label = isUntold(group)
      ? words.t('figure.not-apart')
      : words.join([...new Set(statuses.map((status) => statusLabel(status, words)))]);
    sums.set(label, (sums.get(label) ?? 0) + people);
  }
  return [...sums];
}

function statusLabel(status: DayStatus, words: Words): string {
  return status === 'no-answer' ? words.t('organisers.no-answer') : shownLabel(shownAs(status), words);
}

/** `20 to 49 people`. */
export function bandText({ from, until }: SizeBand, words: Words): string {
  if (until === null) return words.t('organisers.people-from', { from });
  return words.t('organisers.people-between', { from, until });
}
