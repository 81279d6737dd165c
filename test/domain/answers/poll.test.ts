import { answerTimes, isLate, lateFrom, phaseOf } from '../../../src/domain/answers/poll';
import { windowOn } from '../../../src/domain/time/window';

describe('the phase of a poll', () => {
  const poll = windowOn('2018-07-24', { from: '07:00', until: '10:30' }, 'Asia/Tokyo');

  it.each([
    ['long before', '2018-07-01T00:00:00+09:00', 'planned'],
    ['just before it opens', '2018-07-24T06:59:59.999+09:00', 'planned'],
    ['as it opens', '2018-07-24T07:00:00+09:00', 'open'],
    ['just before it closes', '2018-07-24T10:29:59.999+09:00', 'open'],
    ['as it closes', '2018-07-24T10:30:00+09:00', 'late'],
    ['just before midnight', '2018-07-24T23:59:59.999+09:00', 'late'],
    ['at midnight', '2018-07-25T00:00:00+09:00', 'over'],
  ])('%s is %s', (_, instant, phase) => {
    expect(phaseOf(poll, Date.parse(instant))).toBe(phase);
  });
});

describe('an answer', () => {
  const poll = { closesAt: 1_000 };

  it.each([
    [999, false],
    [1_000, true],
    [1_001, true],
  ])('given at %i is late for a poll that closes at 1000: %s', (at, late) => {
    expect(isLate(at, poll)).toBe(late);
    expect(at >= lateFrom(poll)).toBe(late);
  });

  it('begins with its own time', () => {
    expect(answerTimes(null, { style: 'home', arrival: null }, 5)).toEqual({ at: 5, firstAt: 5 });
  });

  it.each([
    ['the same answer', { style: 'off-peak', arrival: '10:30' }, 2],
    ['another arrival', { style: 'off-peak', arrival: '11:00' }, 5],
    ['no arrival', { style: 'off-peak', arrival: null }, 5],
    ['another style', { style: 'home-part', arrival: '10:30' }, 5],
  ] as const)('keeps its time when it is given again: %s', (_, choice, at) => {
    const previous = { style: 'off-peak', arrival: '10:30', at: 2, firstAt: 1 } as const;
    expect(answerTimes(previous, choice, 5)).toEqual({ at, firstAt: 1 });
  });
});
