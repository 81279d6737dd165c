import { type Millis, minutesOf, type Time, timeOfMinutes } from '../time/calendar';
import type { Window } from '../time/window';
import type { Poll, ShortNotice } from './poll';

/* Until when a poll at short notice is open. */

/** When a poll at short notice is to end, where a person says so: at a local time, or after so many minutes. */
export type OpenFor = { until: Time } | { minutes: number };

const USUAL_MINUTES = 60;
/** Shorter ones would ask nobody in time. */
export const LEAST_MINUTES = 15;
export const LATEST: Time = '23:59';

/**
 * The window of a poll that opens at this local time. Unless told otherwise it is open for an hour, before the usual
 * window's end until that; never past the day. `too-late`: too little of the day is left; `too-short`: too little was
 * asked for.
 */
export function shortNoticeWindow(
  from: Time,
  usual: Window,
  openFor: OpenFor | null,
): Window | 'too-late' | 'too-short' {
  const start = minutesOf(from);
  if (minutesOf(LATEST) - start < LEAST_MINUTES) return 'too-late';
  const wanted = openFor ? endOf(start, openFor) : Math.max(minutesOf(usual.until), start + USUAL_MINUTES);
  if (wanted - start < LEAST_MINUTES) return 'too-short';
  return { from, until: timeOfMinutes(Math.min(wanted, minutesOf(LATEST))) };
}

/** The end to which a running poll is prolonged at this local time; null: it keeps its own, as it is never shortened. */
export function prolongedUntil(now: Time, { until }: Window, openFor: OpenFor): Time | null | 'too-short' {
  const window = shortNoticeWindow(now, { from: now, until }, openFor);
  if (window === 'too-late') return null;
  if (window === 'too-short') return window;
  return window.until > until ? window.until : null;
}

/** A call in the same words within this time is the first one, sent twice. */
const SENT_TWICE: Millis = 120_000;

/** Whether a call at `now` is the one that opened the poll, sent once more. */
export function isSameCall(
  { drill, openedAt }: Pick<Poll, 'drill' | 'openedAt'>,
  { reason, real }: ShortNotice,
  now: Millis,
): boolean {
  return drill?.reason === reason && drill.real === real && now - openedAt < SENT_TWICE;
}

function endOf(start: number, openFor: OpenFor): number {
  return 'minutes' in openFor ? start + openFor.minutes : minutesOf(openFor.until);
}
