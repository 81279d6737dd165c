import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayAt, instantOf, timeAt } from '../../../src/domain/time/calendar';
import { DEFAULT_WINDOW, isOrdered, shareOf, type Window, windowOn } from '../../../src/domain/time/window';

const HOUR = 3_600_000;
const ZONES = [
  'Asia/Tokyo',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
  'America/Havana',
  'Asia/Kathmandu',
];
const aZone = fc.constantFrom(...ZONES);
const aDay = fc.integer({ min: 0, max: 365 * 25 }).map((days) => addDays('2005-01-01', days));
const aWindow = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
  .filter(([one, other]) => one !== other)
  .map(([one, other]): Window => ({ from: wall(Math.min(one, other)), until: wall(Math.max(one, other)) }));

describe('a window', () => {
  it('is 7:00 to 10:30 unless told otherwise', () => {
    const { opensAt, closesAt, endsAt } = windowOn('2018-07-24', DEFAULT_WINDOW, 'Asia/Tokyo');
    expect(new Date(opensAt).toISOString()).toBe('2018-07-23T22:00:00.000Z');
    expect(new Date(closesAt).toISOString()).toBe('2018-07-24T01:30:00.000Z');
    expect(new Date(endsAt).toISOString()).toBe('2018-07-24T15:00:00.000Z');
  });

  it('is ordered only when it ends after it begins', () => {
    expect(isOrdered({ from: '07:00', until: '10:30' })).toBe(true);
    expect(isOrdered({ from: '10:30', until: '07:00' })).toBe(false);
    expect(isOrdered({ from: '10:30', until: '10:30' })).toBe(false);
  });

  it('is longer or shorter by the jump of the clock', () => {
    const window = { from: '00:30', until: '03:30' };
    const hours = (day: string) => {
      const { opensAt, closesAt } = windowOn(day, window, 'Europe/London');
      return (closesAt - opensAt) / HOUR;
    };
    expect(hours('2018-03-24')).toBe(3);
    expect(hours('2018-03-25')).toBe(2);
    expect(hours('2018-10-28')).toBe(4);
  });

  it('lasts until the end of a day of 23, 24 or 25 hours', () => {
    const hours = (day: string) => {
      const { opensAt, endsAt } = windowOn(day, { from: '00:00', until: '10:30' }, 'America/New_York');
      return (endsAt - opensAt) / HOUR;
    };
    expect([hours('2018-03-11'), hours('2018-03-12'), hours('2018-11-04')]).toEqual([23, 24, 25]);
  });

  it('closes after it opens whenever both times exist on the clock, and before the day ends', () => {
    fc.assert(
      fc.property(aDay, aWindow, aZone, (day, window, zone) => {
        const { opensAt, closesAt, endsAt } = windowOn(day, window, zone);
        const exist = timeAt(opensAt, zone) === window.from && timeAt(closesAt, zone) === window.until;
        if (exist) expect(opensAt).toBeLessThan(closesAt);
        expect(opensAt).toBeLessThanOrEqual(closesAt);
        expect(closesAt).toBeLessThan(endsAt);
      }),
      { numRuns: 300 },
    );
  });

  it('opens once a day, on its own day, also when the clock jumps', () => {
    const jumps = fc.constantFrom<[string, string]>(
      ['Europe/London', '2018-03-25'],
      ['Europe/London', '2018-10-28'],
      ['America/New_York', '2018-03-11'],
      ['America/New_York', '2018-11-04'],
      ['Australia/Lord_Howe', '2018-10-07'],
      ['Australia/Lord_Howe', '2018-04-01'],
      ['America/Santiago', '2018-08-12'],
      ['America/Santiago', '2018-05-12'],
      ['Africa/Casablanca', '2018-05-13'],
      ['Africa/Casablanca', '2018-06-17'],
    );
    fc.assert(
      fc.property(jumps, aWindow, ([zone, day], window) => {
        const days = [-1, 0, 1].map((offset) => addDays(day, offset));
        const openings = days.map((each) => windowOn(each, window, zone).opensAt);
        expect(openings.map((opensAt) => dayAt(opensAt, zone))).toEqual(days);
        expect([...openings].sort((a, b) => a - b)).toEqual(openings);
        expect(new Set(openings).size).toBe(3);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a share of the window', () => {
  const instants = windowOn('2018-07-24', DEFAULT_WINDOW, 'Asia/Tokyo');

  it('counts real time from the opening', () => {
    expect(timeAt(shareOf(instants, 0.8), 'Asia/Tokyo')).toBe('09:48');
    expect(shareOf(instants, 0)).toBe(instants.opensAt);
    expect(shareOf(instants, 1)).toBe(instants.closesAt);
  });

  it('stays inside the window', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const at = shareOf(instants, share);
        expect(Number.isInteger(at) && at >= instants.opensAt && at <= instants.closesAt).toBe(true);
      }),
    );
  });
});

function wall(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

describe('a window that a change of clocks skips as a whole', () => {
  it('begins after the gap, for its usual length', () => {
    const { opensAt, closesAt } = windowOn('2026-04-24', { from: '00:00', until: '01:00' }, 'Africa/Cairo');
    expect(opensAt).toBe(instantOf('2026-04-24', '01:00', 'Africa/Cairo'));
    expect(closesAt - opensAt).toBe(3_600_000);
  });

  it('is never empty, in no zone, over the coming two years', () => {
    const start = Date.parse('2026-11-30T00:00:00Z');
    const end = Date.parse('2028-12-01T00:00:00Z');
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      let at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
      for (;;) {
        const next = at.getTimeZoneTransition('next');
        if (!next || next.epochMilliseconds > end) break;
        const day = next.subtract({ minutes: 1 }).toPlainDate().toString();
        for (const date of new Set([day, next.toPlainDate().toString()])) {
          for (const hour of [0, 1, 2, 3]) {
            const window = { from: `0${hour}:00`, until: `0${hour}:45` };
            const { opensAt, closesAt, endsAt } = windowOn(date, window, zone);
            expect(opensAt < closesAt && closesAt <= endsAt).toBe(true);
          }
        }
        at = next;
      }
    }
  });
});
