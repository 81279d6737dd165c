import type { ResponseCurve, Tally } from '../domain/answers/tally';
import { shownStyles } from '../domain/answers/visibility';
import type { Part } from '../domain/card';
import { wholePercent } from '../i18n/format';
import type { DayView, LastCall } from '../ports/views';
import { facts, text } from './parts';
import { shortLabel } from './styles';
import type { Words } from './words';

/** One of the figures of a tally, always with its denominator. */
export interface Figure {
  label: string;
  countOf(tally: Tally): number;
}

/** The three tallies, never merged, and the response rate. */
export function figures(words: Words): Figure[] {
  return [
    { label: words.t('tally.telework'), countOf: ({ telework }) => telework },
    { label: words.t('tally.peak-avoided'), countOf: ({ peakAvoided }) => peakAvoided },
    { label: words.t('tally.no-office-visit'), countOf: ({ noOfficeVisit }) => noOfficeVisit },
    { label: words.t('tally.answered'), countOf: ({ answered }) => answered },
  ];
}

/** A figure, or the name of a day, marked while it may still change. */
export function soFar(figure: string, isRunning: boolean, words: Words): string {
  return isRunning ? words.t('figure.so-far', { figure }) : figure;
}

export function tallyFacts(tally: Tally, words: Words, previous: Tally | null = null): Part {
  return facts(
    figures(words).map(({ label, countOf }) => {
      const value = words.of(countOf(tally), tally.members);
      const change = previous === null ? null : pointsOf(countOf, tally, previous, words);
      return { label, value: change === null ? value : words.join([value, change]) };
    }),
  );
}

/** The change of a figure in points, as people read it; null where one of the two has no members. */
export function pointsOf(
  countOf: Figure['countOf'],
  tally: Tally,
  previous: Tally,
  words: Words,
): string | null {
  const points = pointsBetween(countOf(tally), tally.members, countOf(previous), previous.members);
  return points === null ? null : pointsLabel(points, words);
}

/** What is compared with the campaign before; `scheduled`: the denominator of the person-days. */
export interface Reach {
  people: number;
  personDays: number;
  scheduled: number;
}

/** People, person-days and their rate: then, now, and the difference. */
export function reachFacts(now: Reach, before: Reach, running: boolean, words: Words): Part {
  const changed = (then: string, current: string, difference: string) =>
    words.t('figure.changed', { before: then, now: soFar(current, running, words), difference });
  const counted = (unit: 'people' | 'person-days', then: number, current: number) => ({
    label: words.t(`report.${unit}`),
    value: changed(
      words.t(`figure.${unit}`, { count: then }),
      words.t(`figure.${unit}`, { count: current }),
      signed(current - then, words),
    ),
  });
  const [percent, percentBefore] = [now, before].map((one) => wholePercent(one.personDays, one.scheduled));
  const points = pointsBetween(now.personDays, now.scheduled, before.personDays, before.scheduled);
  return facts([
    counted('people', before.people, now.people),
    counted('person-days', before.personDays, now.personDays),
    ...(points === null
      ? []
      : [
          {
            label: words.t('report.rate'),
            value: changed(`${percentBefore}%`, `${percent}%`, pointsLabel(points, words)),
          },
        ]),
  ]);
}

function signed(difference: number, words: Words): string {
  if (difference === 0) return '±0';
  return `${difference > 0 ? '+' : '−'}${words.number(Math.abs(difference))}`;
}

/** Live bars, one for each work style with an answer. */
export function styleBars(tally: Tally, words: Words): Part {
  const bars = shownStyles(tally).map(({ style, count }) => {
    return { label: shortLabel(style, words), count, value: words.count(count, tally.members) };
  });
  return { kind: 'bars', label: words.t('tally.by-style'), of: tally.members, bars };
}

/** The counts so far; `empty` is said where there are no answers, nothing is counted without members. */
export function answersSoFar(
  tally: Tally,
  empty: 'tally.nobody' | 'tally.nobody-yet' | 'poll.empty',
  words: Words,
): Part[] {
  if (tally.members === 0) return [text(words.t('who.empty'))];
  if (tally.answered === 0) {
    const none = { label: words.t('tally.answered'), value: words.of(0, tally.members) };
    return [text(words.t(empty)), facts([none])];
  }
  return [styleBars(tally, words), tallyFacts(tally, words)];
}

/** What a poll shows of answers. */
export function visibilityText({ names }: DayView, words: Words): string {
  return words.t(names ? 'visibility.names' : 'visibility.counts');
}

/** How many members count as silent until they answer in the channel for the first time. */
export function unheardTexts({ unheard }: Tally, words: Words): Part[] {
  return unheard === 0 ? [] : [text(words.t('visibility.unheard', { count: unheard }), 'muted')];
}

export function lateText({ late }: Tally, until: string, words: Words): string[] {
  return late === 0 ? [] : [words.t('tally.late', { count: late, time: until })];
}

/** How many had planned, and how fast the others answered. */
export function curveTexts({ planned, counted, median }: ResponseCurve, words: Words): string[] {
  return [
    ...(planned > 0 ? [words.t('tally.planned', { count: planned })] : []),
    ...(median === null
      ? []
      : [words.t('tally.median', { count: counted, duration: words.duration(median) })]),
  ];
}

/**
 * After a call at short notice: how many responded, and after how long each quarter of all had. Books of the first
 * version know only how long those who responded took.
 */
export function curveFacts(curve: ResponseCurve, members: number, words: Words): Part[] {
  const { counted, quarter, median, threeQuarters, whole } = curve;
  const reached = whole
    ? [whole.quarter, whole.half, whole.threeQuarters]
    : [quarter, median, threeQuarters].filter((at) => at !== null);
  const times = reached.map((at, index) => ({
    label: words.t(whole ? 'curve.share-of-all' : 'curve.share', { share: words.share((index + 1) / 4) }),
    value: at === null ? words.t('curve.not-reached') : words.duration(at),
  }));
  return [
    facts([
      { label: words.t('curve.responded'), value: words.of(counted, Math.max(members, counted)) },
      ...times,
    ]),
  ];
}

/** How long half of those who responded took, against the call before. */
export function lastCallTexts(
  { median }: ResponseCurve,
  { day, median: before }: LastCall,
  words: Words,
): Part[] {
  if (median === null || before === null) return [];
  const values = { duration: words.duration(median), day: words.day(day), before: words.duration(before) };
  return [text(words.t('curve.last-call', values), 'strong')];
}

/** The difference of the printed percentages in points, so that the figures add up; null without members. */
export function pointsBetween(now: number, members: number, before: number, membersBefore: number) {
  const [percent, percentBefore] = [wholePercent(now, members), wholePercent(before, membersBefore)];
  return percent === null || percentBefore === null ? null : percent - percentBefore;
}

function pointsLabel(points: number, words: Words): string {
  if (points === 0) return words.t('figure.no-difference');
  return words.t(points > 0 ? 'figure.more-points' : 'figure.fewer-points', { points: Math.abs(points) });
}
