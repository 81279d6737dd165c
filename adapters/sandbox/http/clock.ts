import { z } from 'zod';
import { LOCALES, type Locale } from '../../../src/domain/people/person';
import type { Millis, Zone } from '../../../src/domain/time/calendar';
import type { TimeControl } from '../../../src/ports/time-control';
import { fullDateText, instantFrom, later, timeText } from '../time';
import type { Words } from '../words';

const MAX_SPEED = 100_000;
const EARLIEST = '2000-01-01T00:00:00Z';
const LATEST = '2100-01-01T00:00:00Z';

export const clockBody = z
  .strictObject({
    now: z.string().optional(),
    speed: z.number().finite().min(0).max(MAX_SPEED).optional(),
    advance: z.string().optional(),
    real: z.literal(true).optional(),
    lang: z.enum(LOCALES).default('en'),
  })
  .refine(
    ({ now, advance, real }) => [now, advance, real].filter((given) => given !== undefined).length <= 1,
    {
      message: 'give one of now, advance and real',
    },
  );
export type ClockBody = z.infer<typeof clockBody>;

/** The clock's target: an instant, the next event, real time, or nowhere; or else the fault of the request. */
type Target = { to: Millis } | 'next' | 'real' | 'stay' | { fault: string };

export function targetOf({ now, advance, real }: ClockBody, from: Millis, zone: Zone): Target {
  if (real) return 'real';
  if (advance === 'next') return 'next';
  if (now === undefined && advance === undefined) return 'stay';
  const to = now === undefined ? later(from, advance ?? '', zone) : instantFrom(now);
  if (to === null) {
    return now === undefined
      ? { fault: 'advance: an ISO 8601 duration that goes forward, like PT1H or P1D, or "next"' }
      : { fault: 'now: an ISO 8601 instant, like 2018-07-24T07:00:00+09:00' };
  }
  const known = to >= Number(instantFrom(EARLIEST)) && to <= Number(instantFrom(LATEST));
  return known ? { to } : { fault: `the clock goes from ${EARLIEST} to ${LATEST}` };
}

/** Moves the clock; the note says what time it is now, in the reader's language. */
export async function moveClock(
  control: TimeControl,
  target: Exclude<Target, { fault: string }>,
  speed: number | undefined,
  reader: { zone: Zone; locale: Locale; words: Words },
): Promise<string> {
  if (target === 'real') await control.real();
  const nothingNext = target === 'next' && (await control.next()) === null;
  if (typeof target === 'object') await control.moveTo(target.to);
  if (speed !== undefined) control.setSpeed(speed);
  await control.settle();
  if (nothingNext) return reader.words('nothing-planned');
  const now = control.now();
  return `${fullDateText(now, reader.zone, reader.words)} ${timeText(now, reader.zone, reader.locale)}`;
}
