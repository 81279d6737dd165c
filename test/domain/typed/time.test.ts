import fc from 'fast-check';
import { isRefusal, refuse } from '../../../src/domain/refusal';
import { timeOfMinutes } from '../../../src/domain/time/calendar';
import { readTime, readTimeAt, readWindow } from '../../../src/domain/typed/time';

describe('a time', () => {
  it.each([
    ['7', '07:00'],
    ['07', '07:00'],
    ['23', '23:00'],
    ['7:05', '07:05'],
    ['7.30', '07:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['7 am', '07:00'],
    ['7:30 p.m.', '19:30'],
    ['12am', '00:00'],
    ['12:59 am', '00:59'],
    ['12pm', '12:00'],
    ['0 am', '00:00'],
    ['11pm', '23:00'],
    ['at 9:00', '09:00'],
    ['７：３０', '07:30'],
    ['7時', '07:00'],
    ['7時半', '07:30'],
    ['7時5分', '07:05'],
    ['10 時 30 分', '10:30'],
    ['午前7時', '07:00'],
    ['午後0時', '12:00'],
    ['午後1時半', '13:30'],
    ['上午11:00', '11:00'],
    ['十点半', '10:30'],
    ['十一點一刻', '11:15'],
    ['下午两点', '14:00'],
    ['10.30.', '10:30'],
    ['下午1点', '13:00'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each([
    '',
    '24',
    '24:00',
    '7:60',
    '7:5',
    '13pm',
    '午後13時',
    '7時60分',
    '12345',
    '7:30x',
    'noon',
    '-7',
    '7 8',
  ])('is not %j', (text) => expect(readTime(text)).toBeNull());

  it('within a sentence ends where it ends, and needs minutes unless an hour alone is one', () => {
    expect(readTimeAt('from 10:30 on friday', 0, { bareHour: false })).toEqual({ value: '10:30', end: 10 });
    expect(readTimeAt('by 10 on friday', 0, { bareHour: true })).toEqual({ value: '10:00', end: 5 });
    expect(readTimeAt('by 10 on friday', 0, { bareHour: false })).toBeNull();
    expect(readTimeAt('friday', 0, { bareHour: true })).toBeNull();
    expect(readTimeAt('at 25:00', 0, { bareHour: false })).toEqual({
      value: refuse('unknown-time', { text: '25:00' }),
      end: 8,
    });
  });

  it('is read back as it is written, every minute of the day', () => {
    for (let minutes = 0; minutes < 1_440; minutes += 1) {
      expect(readTime(timeOfMinutes(minutes))).toBe(timeOfMinutes(minutes));
    }
  });
});

describe('a window', () => {
  it.each([
    ['7-10:30', '07:00', '10:30'],
    ['from 7:00 until 10:30', '07:00', '10:30'],
    ['7時ー10時半', '07:00', '10:30'],
    ['10:29..10:30', '10:29', '10:30'],
  ])('%s', (text, from, until) => expect(readWindow(text)).toEqual({ from, until }));

  it.each(['', '7', '7-', '-7', '7-8-9', 'all day'])('is not %j', (text) =>
    expect(readWindow(text)).toBeNull(),
  );

  it('ends after it begins', () => {
    expect(isRefusal(readWindow('10:30-10:30'))).toBe(true);
    expect(isRefusal(readWindow('10:30-10:29'))).toBe(true);
  });
});

it('a reader of times never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      readTime(text);
      readWindow(text);
    }),
  );
});
