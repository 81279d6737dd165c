import { phaseOf } from '../../../src/domain/answers/poll';
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
