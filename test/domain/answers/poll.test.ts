import {
  answerTimes,
  isLate,
  lateFrom,
  phaseOf,
  pollTaking,
  teamMeant,
} from '../../../src/domain/answers/poll';
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

describe('of polls in Tokyo, London and Los Angeles', () => {
  const window = { from: '07:00', until: '10:30' } as const;
  const polls = ['Asia/Tokyo', 'Europe/London', 'America/Los_Angeles'].map((zone) => ({
    ...windowOn('2018-07-24', window, zone),
    zone,
  }));
  const [tokyo, london, angeles] = polls as [(typeof polls)[0], (typeof polls)[0], (typeof polls)[0]];
  const at = (time: string) => Date.parse(`2018-07-24T${time}:00Z`);

  it.each([
    ['its own while its day lasts, though it is late', tokyo, '14:30', tokyo],
    ['an open one once its own day is over', tokyo, '15:00', angeles],
    ['one with an open window before one that is late', tokyo, '17:00', angeles],
    ['a late one', tokyo, '18:00', london],
    ['an open one where the team has none', null, '16:00', angeles],
  ])('an answer is judged by %s', (_, own, time, judge) => {
    expect(pollTaking(own, polls, at(time))).toBe(judge);
  });

  it('none judges an answer after the last day', () => {
    expect(pollTaking(tokyo, polls, Date.parse('2018-07-25T07:00:00Z'))).toBeNull();
  });

  it.each([
    ['the open window', 'Europe/London', '01:00', tokyo],
    ['no window but the one of the own zone', 'America/Los_Angeles', '14:30', angeles],
    ['the day where the person is, when no window is open', 'Asia/Tokyo', '03:00', tokyo],
    ['the first, where nothing is known of the person', null, '12:00', tokyo],
  ])('a private word means %s', (_, own, time, meant) => {
    const teams = polls.map(({ zone, ...poll }) => ({ zone, poll }));
    expect(teamMeant(teams, own, at(time))?.zone).toBe(meant.zone);
  });

  it('of two open windows a private word means the one in the own zone, else the first to close', () => {
    const teams = [9, 8].map((hours, index) => ({
      zone: index === 0 ? 'Asia/Tokyo' : 'Europe/London',
      poll: { opensAt: 0, closesAt: hours, endsAt: 24 },
    }));
    expect(teamMeant(teams, 'Asia/Tokyo', 1)?.zone).toBe('Asia/Tokyo');
    expect(teamMeant(teams, 'Asia/Seoul', 1)?.zone).toBe('Europe/London');
    expect(teamMeant([], 'Asia/Seoul', 1)).toBeNull();
  });
});
