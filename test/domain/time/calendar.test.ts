import fc from 'fast-check';
import {
  addDays,
  type Day,
  dayAt,
  daySpan,
  dayStart,
  daysBetween,
  instantOf,
  isDay,
  isTime,
  isZone,
  type Millis,
  minutesOf,
  type Time,
  timeAt,
  weekdayOf,
  type Zone,
} from '../../../src/domain/time/calendar';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Days on which a clock jumps, forward or back, in every way that the zones know. */
const JUMPS: readonly { zone: Zone; day: Day; what: string }[] = [
  { zone: 'Europe/London', day: '2018-03-25', what: 'an hour forward at 1:00' },
  { zone: 'Europe/London', day: '2018-10-28', what: 'an hour back at 2:00' },
  { zone: 'America/New_York', day: '2018-03-11', what: 'an hour forward at 2:00' },
  { zone: 'America/New_York', day: '2018-11-04', what: 'an hour back at 2:00' },
  { zone: 'Australia/Lord_Howe', day: '2018-10-07', what: 'half an hour forward' },
  { zone: 'Australia/Lord_Howe', day: '2018-04-01', what: 'half an hour back' },
  { zone: 'America/Santiago', day: '2018-08-12', what: 'forward at midnight, which does not exist' },
  { zone: 'America/Santiago', day: '2018-05-12', what: 'back at midnight' },
  { zone: 'America/Havana', day: '2018-11-04', what: 'back at 1:00: midnight comes twice' },
  { zone: 'Africa/Casablanca', day: '2018-05-13', what: 'back for Ramadan' },
  { zone: 'Africa/Casablanca', day: '2018-06-17', what: 'forward after Ramadan' },
  { zone: 'Asia/Pyongyang', day: '2018-05-05', what: 'half an hour forward, for good' },
];

const aDay = fc.integer({ min: 0, max: 365 * 30 }).map((days) => addDays('2000-01-01', days));
const aTime = fc.integer({ min: 0, max: 1439 }).map(timeOfMinutes);
const aZone = fc.constantFrom(
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  ...JUMPS.map(({ zone }) => zone),
);

describe('days, times and zones as text', () => {
  it.each([
    ['2018-07-24', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-7-24', false],
    ['2026-07-24T00:00', false],
    ['20260724', false],
    ['', false],
    ['2026-07-24\n', false],
    ['２０２６-07-24', false],
  ])('%j is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it('takes every day that there is, and no other', () => {
    const found: Day[] = [];
    const years = ['1000', '1200', '1900', '2000', '2023', '2024'];
    for (const year of years)
      for (let month = 0; month <= 13; month += 1)
        for (let date = 0; date <= 32; date += 1) {
          const text = [year, ...[month, date].map((part) => String(part).padStart(2, '0'))].join('-');
          if (isDay(text)) found.push(text);
        }
    expect(found).toEqual(years.flatMap((year) => daySpan(`${year}-01-01`, `${year}-12-31`)));
  });

  it.each([
    ['00:00', true],
    ['10:30', true],
    ['23:59', true],
    ['24:00', false],
    ['7:00', false],
    ['10:60', false],
    ['10:30:00', false],
    ['', false],
  ])('%j is a time: %s', (text, expected) => {
    expect(isTime(text)).toBe(expected);
  });

  it.each([
    ['Asia/Tokyo', true],
    ['America/Argentina/Buenos_Aires', true],
    ['UTC', true],
    ['Asia/Edo', false],
    ['+09:00', false],
    ['', false],
    ['Asia/Tokyo\u202e', false],
  ])('%j is a zone: %s', (text, expected) => {
    expect(isZone(text)).toBe(expected);
  });
});

describe('counting days', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2019-01-01', -1)).toBe('2018-12-31');
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(addDays('0999-12-31', 1)).toBe('1000-01-01');
    for (const text of ['2018-02-30', 'today', '']) expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(daysBetween('2018-12-31', '2019-01-01')).toBe(1);
    expect(daysBetween('2019-01-01', '2018-01-01')).toBe(-365);
  });

  it('spans include both ends, and are empty when reversed', () => {
    expect(daySpan('2018-07-30', '2018-08-02')).toEqual([
      '2018-07-30',
      '2018-07-31',
      '2018-08-01',
      '2018-08-02',
    ]);
    expect(daySpan('2018-07-24', '2018-07-24')).toEqual(['2018-07-24']);
    expect(daySpan('2018-07-24', '2018-07-23')).toEqual([]);
  });

  it('knows the weekdays', () => {
    expect(weekdayOf('2018-07-24')).toBe('tue');
    expect(weekdayOf('2017-07-24')).toBe('mon');
    expect(weekdayOf('2018-07-22')).toBe('sun');
  });

  it('adding and counting undo each other, and the text sorts as the days do', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        const other = addDays(day, count);
        expect(daysBetween(day, other)).toBe(count);
        expect(day < other).toBe(count > 0);
      }),
    );
  });
});

describe('what a clock shows', () => {
  it('goes back a day where the clock does, a minute after midnight', () => {
    const back = Date.parse('2010-11-07T00:01:00-02:30');
    const around = [back - 1, back, back - 1, back + 59_999].map((at) => dayAt(at, 'America/St_Johns'));
    expect(around).toEqual(['2010-11-07', '2010-11-06', '2010-11-07', '2010-11-06']);
  });

  it('reads the same instant in several zones', () => {
    const instant = Date.UTC(2018, 6, 23, 22, 30);
    expect([dayAt(instant, 'Asia/Tokyo'), timeAt(instant, 'Asia/Tokyo')]).toEqual(['2018-07-24', '07:30']);
    expect([dayAt(instant, 'Europe/London'), timeAt(instant, 'Europe/London')]).toEqual([
      '2018-07-23',
      '23:30',
    ]);
    expect([dayAt(instant, 'America/New_York'), timeAt(instant, 'America/New_York')]).toEqual([
      '2018-07-23',
      '18:30',
    ]);
  });

  it('drops seconds, it does not round them', () => {
    expect(timeAt(Date.UTC(2018, 0, 1, 10, 29, 59, 999), 'UTC')).toBe('10:29');
  });

  it('counts minutes since midnight', () => {
    expect(minutesOf('00:00')).toBe(0);
    expect(minutesOf('10:30')).toBe(630);
    expect(minutesOf('23:59')).toBe(1439);
  });
});

describe('the instant of a wall time', () => {
  it.each([
    // London, 25 March 2018: 1:00 to 2:00 does not exist; 28 October: 1:00 to 2:00 comes twice.
    ['Europe/London', '2018-03-25', '00:59', '2018-03-25T00:59:00Z'],
    ['Europe/London', '2018-03-25', '01:00', '2018-03-25T01:00:00Z'],
    ['Europe/London', '2018-03-25', '01:30', '2018-03-25T01:00:00Z'],
    ['Europe/London', '2018-03-25', '02:00', '2018-03-25T01:00:00Z'],
    ['Europe/London', '2018-03-25', '07:00', '2018-03-25T06:00:00Z'],
    ['Europe/London', '2018-10-28', '01:30', '2018-10-28T00:30:00Z'],
    ['Europe/London', '2018-10-28', '02:00', '2018-10-28T02:00:00Z'],
    ['America/New_York', '2018-03-11', '02:30', '2018-03-11T07:00:00Z'],
    ['America/New_York', '2018-11-04', '01:30', '2018-11-04T05:30:00Z'],
    // Lord Howe moves by half an hour: 2:00 to 2:30 is missing, 1:30 to 2:00 comes twice.
    ['Australia/Lord_Howe', '2018-10-07', '02:10', '2018-10-06T15:30:00Z'],
    ['Australia/Lord_Howe', '2018-10-07', '02:30', '2018-10-06T15:30:00Z'],
    ['Australia/Lord_Howe', '2018-04-01', '01:45', '2018-03-31T14:45:00Z'],
    ['Australia/Lord_Howe', '2018-04-01', '02:00', '2018-03-31T15:30:00Z'],
    // Santiago, 12 August 2018: the day begins at 1:00.
    ['America/Santiago', '2018-08-12', '00:00', '2018-08-12T04:00:00Z'],
    ['America/Santiago', '2018-08-12', '00:45', '2018-08-12T04:00:00Z'],
    ['America/Santiago', '2018-08-12', '07:00', '2018-08-12T10:00:00Z'],
    ['America/Havana', '2018-11-04', '00:30', '2018-11-04T04:30:00Z'],
    // Apia left out 30 December 2011 altogether.
    ['Pacific/Apia', '2011-12-30', '07:00', '2011-12-30T10:00:00Z'],
    ['Asia/Tokyo', '2018-07-24', '07:00', '2018-07-23T22:00:00Z'],
  ])('in %s on %s at %s is %s', (zone, day, time, instant) => {
    expect(new Date(instantOf(day, time, zone)).toISOString()).toBe(instant.replace('Z', '.000Z'));
  });

  it.each(JUMPS)('agrees with a scan of the clock in $zone on $day ($what)', ({ zone, day }) => {
    const clock = readings(zone, day);
    for (let minutes = 0; minutes < 1440; minutes += 5) {
      const time = timeOfMinutes(minutes);
      expect({ time, at: instantOf(day, time, zone) }).toEqual({
        time,
        at: firstReading(clock, `${day}T${time}`),
      });
    }
    expect(dayStart(day, zone)).toBe(firstReading(clock, `${day}T00:00`));
  });

  it('is shown by the clock again, except in a gap, where the clock shows a later time of that day', () => {
    fc.assert(
      fc.property(aDay, aTime, aZone, (day, time, zone) => {
        const instant = instantOf(day, time, zone);
        expect(dayAt(instant, zone)).toBe(day);
        expect(timeAt(instant, zone) >= time).toBe(true);
        if (timeAt(instant, zone) > time) expect(timeAt(instant - MINUTE, zone) < time).toBe(true);
      }),
    );
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(aDay, aTime, aTime, aZone, (day, one, other, zone) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(instantOf(day, earlier, zone)).toBeLessThanOrEqual(instantOf(day, later, zone));
      }),
    );
  });

  it('lies within its day, and the day after begins where the day ends', () => {
    fc.assert(
      fc.property(aDay, aTime, aZone, (day, time, zone) => {
        const [start, end] = [dayStart(day, zone), dayStart(addDays(day, 1), zone)];
        expect(instantOf(day, time, zone)).toBeGreaterThanOrEqual(start);
        expect(instantOf(day, time, zone)).toBeLessThan(end);
        expect(dayAt(start, zone)).toBe(day);
        expect(dayAt(start - 1, zone)).toBe(addDays(day, -1));
      }),
    );
  });
});

function timeOfMinutes(minutes: number): Time {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What the runtime's own clock shows in the zone around the day, every five minutes: apart from Temporal. */
function readings(zone: Zone, day: Day): { at: Millis; wall: string }[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const noon = Date.parse(`${day}T12:00:00Z`);
  const steps = Array.from(
    { length: (76 * HOUR) / (5 * MINUTE) },
    (_, index) => noon - 38 * HOUR + index * 5 * MINUTE,
  );
  return steps.map((at) => ({ at, wall: format.format(at).replace(' ', 'T') }));
}

/** The first moment at which the clock shows that time or, where it leaves it out, a later one. */
function firstReading(clock: { at: Millis; wall: string }[], wall: string): Millis | undefined {
  return clock.find((reading) => reading.wall >= wall)?.at;
}
