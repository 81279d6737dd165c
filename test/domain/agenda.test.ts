import { dueAt, nextDue, type Task, tasksOf } from '../../src/domain/agenda';
import type { Poll } from '../../src/domain/answers/poll';
import { remindInstant } from '../../src/domain/answers/reminding';
import type { Campaign } from '../../src/domain/campaigns/campaign';
import { plannedDays } from '../../src/domain/planned-days';
import { retentionAt } from '../../src/domain/retention';
import { windowOn } from '../../src/domain/time/window';
import { aCampaign, aTeam, at } from '../support/sample-data';

const CORE_DAY = '2018-07-24';
const WEEK = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27'];
const campaigns = [aCampaign(WEEK, [CORE_DAY])];

function aPoll(day: string, change: Partial<Poll> = {}): Poll {
  const window = { from: '07:00', until: '10:30' };
  const instants = windowOn(day, window, 'Asia/Tokyo');
  return {
    org: 'org',
    team: 'team',
    day,
    zone: 'Asia/Tokyo',
    window,
    ...instants,
    remindAt: remindInstant({ share: 0.8 }, instants, instants.opensAt, day, 'Asia/Tokyo'),
    campaign: 'campaign',
    core: false,
    drill: null,
    names: false,
    openedAt: instants.opensAt,
    awaySince: null,
    peakUntil: '10:30',
    round: 0,
    ...change,
  };
}

function named<Kind extends Task['kind']>(tasks: readonly Task[], kind: Kind, day: string) {
  return tasks.filter((task): task is Task & { kind: Kind } => task.kind === kind && task.day === day);
}

describe('planned days', () => {
  test('are the Telework Days that are working days', () => {
    const days = [aCampaign(['2018-07-14', '2018-07-16', '2018-07-17'])];
    const planned = plannedDays(aTeam(), days, '2018-07-01', '2018-07-31');
    expect(planned.map(({ day }) => day)).toEqual(['2018-07-17']);
  });

  test('of a team that polls every workday carry the campaign where there is one', () => {
    const planned = plannedDays(aTeam({ polls: 'workdays' }), campaigns, '2018-07-20', '2018-07-24');
    expect(planned.map(({ day, campaign, core }) => [day, campaign?.id ?? null, core])).toEqual([
      ['2018-07-20', null, false],
      ['2018-07-23', 'campaign', false],
      ['2018-07-24', 'campaign', true],
    ]);
  });

  test('are none when polls are off', () => {
    expect(plannedDays(aTeam({ polls: 'off' }), campaigns, '2018-07-20', '2018-07-30')).toEqual([]);
  });

  test.each(['telework-days', 'workdays'] as const)(
    'include both ends of the span, polled on %s',
    (polls) => {
      const planned = plannedDays(aTeam({ polls }), campaigns, '2018-07-23', '2018-07-25');
      expect(planned.map(({ day }) => day)).toEqual(['2018-07-23', '2018-07-24', '2018-07-25']);
    },
  );

  test('reach three weeks ahead on plain workdays, and any Telework Day of the span', () => {
    const far = [aCampaign(['2018-07-24', '2018-10-01'])];
    const planned = plannedDays(aTeam({ polls: 'workdays' }), far, '2018-07-02', '2018-10-01');
    expect(planned.map(({ day }) => day).slice(-3)).toEqual(['2018-07-23', '2018-07-24', '2018-10-01']);
  });

  test('follow the days the organisation closes and opens itself', () => {
    const days = [aCampaign(['2018-07-14', '2018-07-17'])];
    const team = aTeam({ open: ['2018-07-14'], closed: ['2018-07-17'] });
    expect(plannedDays(team, days, '2018-07-01', '2018-07-31').map(({ day }) => day)).toEqual(['2018-07-14']);
  });
});

describe('hours of a campaign', () => {
  const london = { window: { from: '08:00', until: '10:00' }, peakUntil: '09:30' };
  const [week] = campaigns;
  const own = [{ ...(week as Campaign), terms: london }];

  test('stand for the hours of the team on the days of the campaign', () => {
    const planned = plannedDays(aTeam({ polls: 'workdays' }), own, '2018-07-20', '2018-07-23');
    expect(planned.map(({ window, peakUntil }) => [window, peakUntil])).toEqual([
      [{ from: '07:00', until: '10:30' }, '10:30'],
      [london.window, '09:30'],
    ]);
  });

  test('are those by which its days open, and before which they are announced', () => {
    const input = { team: aTeam(), campaigns: own, polls: [], absences: [] };
    const tasks = tasksOf(input, at('2018-07-20T12:00:00+09:00'));
    expect(named(tasks, 'open', CORE_DAY).map(({ dueAt }) => dueAt)).toEqual([
      at('2018-07-24T08:00:00+09:00'),
    ]);
    expect(named(tasks, 'announce', CORE_DAY).at(-1)?.voidAt).toBe(at('2018-07-24T08:00:00+09:00'));
  });

  test('without an end of the peak, it ends with the window', () => {
    const terms = { window: london.window };
    const [planned] = plannedDays(aTeam(), [{ ...(week as Campaign), terms }], CORE_DAY, CORE_DAY);
    expect(planned?.peakUntil).toBe('10:00');
  });
});

describe('announcements', () => {
  const tasks = tasksOf(
    { absences: [], team: aTeam(), campaigns, polls: [] },
    at('2018-07-12T00:00:00+09:00'),
  );

  const leads = (found: readonly Task[], day: string) =>
    named(found, 'announce', day).map(({ lead, campaign, dueAt }) => [lead, campaign, dueAt]);

  test('come 7 days before a campaign, and on the working day before each of its days, at 9:00 local', () => {
    expect(leads(tasks, CORE_DAY)).toEqual([['prev', undefined, at('2018-07-23T09:00:00+09:00')]]);
    const alone = { absences: [], team: aTeam(), campaigns: [aCampaign([CORE_DAY])], polls: [] };
    expect(leads(tasksOf(alone, at('2018-07-12T00:00:00+09:00')), CORE_DAY)).toEqual([
      [7, 'campaign', at('2018-07-17T09:00:00+09:00')],
      ['prev', undefined, at('2018-07-23T09:00:00+09:00')],
    ]);
  });

  test('are made for the first working day of a campaign, and for none of one that began before what is looked at', () => {
    const from = (now: string, days: string[]) => {
      const found = tasksOf(
        { absences: [], team: aTeam(), campaigns: [aCampaign(days)], polls: [] },
        at(now),
      );
      return found.flatMap((task) => (task.kind === 'announce' && task.lead === 7 ? [task.day] : []));
    };
    expect(from('2018-07-12T00:00:00+09:00', ['2018-07-16', '2018-07-17', '2018-07-18'])).toEqual([
      '2018-07-17',
    ]);
    expect(from('2018-07-30T00:00:00+09:00', [...WEEK.slice(0, 1), '2018-08-01'])).toEqual(['2018-07-23']);
    expect(from('2018-08-01T00:00:00+09:00', [...WEEK.slice(0, 1), '2018-08-01'])).toEqual([]);
  });

  test('of many days one after the other, a day has a line only where the working day before has no message', () => {
    const days = Array.from({ length: 9 }, (_, index) => `2018-09-${String(index + 3).padStart(2, '0')}`);
    const lines = (some: string[]) =>
      tasksOf(
        { absences: [], team: aTeam(), campaigns: [aCampaign(some)], polls: [] },
        at('2018-08-30T00:00:00+09:00'),
      ).flatMap((task) => (task.kind === 'announce' && task.lead === 'prev' ? [task.day.slice(-2)] : []));
    expect(lines(days)).toEqual(['03']);
    expect(lines([...days.slice(0, 3), ...days.slice(4), '2018-09-13'])).toEqual(['03', '07', '13']);
    expect(lines(days.slice(1))).toEqual(['04', '05', '06', '07', '10', '11']);
  });

  test('move from a holiday and over a weekend to a working day', () => {
    // 16 July 2018 was Marine Day, so that a week before the 23rd becomes Friday the 13th.
    expect(named(tasks, 'announce', '2018-07-23').map(({ dueAt }) => dueAt)).toEqual([
      at('2018-07-13T09:00:00+09:00'),
      at('2018-07-20T09:00:00+09:00'),
    ]);
  });

  test('of two leads that meet on one day are one', () => {
    const team = aTeam({ announce: [1, 'prev'] });
    const found = named(
      tasksOf({ absences: [], team, campaigns, polls: [] }, at('2018-07-12T00:00:00+09:00')),
      'announce',
      CORE_DAY,
    );
    expect(found.map(({ lead }) => lead)).toEqual(['prev']);
  });

  test('are pointless a day late, or once the next one is due, or when the window opens', () => {
    const [week, prev] = named(tasks, 'announce', '2018-07-23');
    expect(week?.voidAt).toBe(at('2018-07-14T09:00:00+09:00'));
    expect(prev?.voidAt).toBe(at('2018-07-23T07:00:00+09:00'));
  });

  test('are pointless once the poll is open, though the window was moved to later', () => {
    const team = aTeam({ window: { from: '08:00', until: '10:30' } });
    const polls = [aPoll(CORE_DAY)];
    const found = tasksOf({ absences: [], team, campaigns, polls }, at('2018-07-24T07:30:00+09:00'));
    expect(named(found, 'announce', CORE_DAY).at(-1)?.voidAt).toBe(at('2018-07-24T07:00:00+09:00'));
  });

  test('are made for no plain workday', () => {
    const team = aTeam({ polls: 'workdays' });
    const found = tasksOf({ absences: [], team, campaigns: [], polls: [] }, at('2018-07-12T00:00:00+09:00'));
    expect(found.some(({ kind }) => kind === 'announce')).toBe(false);
    expect(found.some(({ kind }) => kind === 'open')).toBe(true);
  });
});

describe('a day', () => {
  test('opens at the start of the window and may open late until its end', () => {
    const tasks = tasksOf(
      { absences: [], team: aTeam(), campaigns, polls: [] },
      at('2018-07-24T06:00:00+09:00'),
    );
    const [open] = named(tasks, 'open', CORE_DAY);
    expect(open).toMatchObject({
      dueAt: at('2018-07-24T07:00:00+09:00'),
      voidAt: at('2018-07-24T10:30:00+09:00'),
    });
    expect(dueAt(tasks, at('2018-07-24T07:20:00+09:00')).map(({ kind }) => kind)).toEqual(['open']);
    expect(dueAt(tasks, at('2018-07-24T10:30:00+09:00')).filter(({ kind }) => kind === 'open')).toEqual([]);
  });

  test('once polled reminds at 80 % of the window, closes at its end and ends at midnight', () => {
    const tasks = tasksOf(
      { absences: [], team: aTeam(), campaigns, polls: [aPoll(CORE_DAY)] },
      at('2018-07-24T07:01:00+09:00'),
    );
    const times = Object.fromEntries(
      tasks
        .filter(({ day, kind }) => day === CORE_DAY && kind !== 'announce')
        .map((task) => [task.kind, task.dueAt]),
    );
    expect(times).toEqual({
      open: at('2018-07-24T07:00:00+09:00'),
      remind: at('2018-07-24T09:48:00+09:00'),
      close: at('2018-07-24T10:30:00+09:00'),
      end: at('2018-07-25T00:00:00+09:00'),
    });
  });

  test('that closed while the bot was down is closed the morning after, and never opened', () => {
    const tasks = tasksOf(
      { absences: [], team: aTeam(), campaigns, polls: [aPoll('2018-07-26')] },
      at('2018-07-27T06:00:00+09:00'),
    );
    const due = dueAt(tasks, at('2018-07-27T06:00:00+09:00')).filter(({ day }) => day === '2018-07-26');
    expect(due.map(({ kind }) => kind)).toEqual(['close', 'end']);
  });

  test('keeps the times its poll opened with when the settings change', () => {
    const team = aTeam({ window: { from: '08:00', until: '09:00' } });
    const tasks = tasksOf(
      { absences: [], team, campaigns, polls: [aPoll(CORE_DAY)] },
      at('2018-07-24T07:01:00+09:00'),
    );
    expect(named(tasks, 'open', CORE_DAY)).toHaveLength(1);
    expect(named(tasks, 'close', CORE_DAY)[0]?.dueAt).toBe(at('2018-07-24T10:30:00+09:00'));
  });
});

describe('tasks', () => {
  const poll = aPoll(CORE_DAY);
  const tasks = tasksOf(
    { absences: [], team: aTeam(), campaigns, polls: [poll] },
    at('2018-07-24T07:01:00+09:00'),
  );
  const HOUR = 3_600_000;

  test('come in the order of their times', () => {
    const times = tasks.map((task) => task.dueAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.length).toBeGreaterThan(10);
  });

  test('of a poll are pointless after its day or window, and its closing after two days', () => {
    const ends = (kind: Task['kind']) => named(tasks, kind, CORE_DAY).map(({ voidAt }) => voidAt);
    expect(ends('open')).toEqual([poll.endsAt]);
    expect(ends('remind')).toEqual([poll.closesAt]);
    expect(ends('close')).toEqual([poll.closesAt + 48 * HOUR]);
    expect(ends('end')).toEqual([poll.endsAt + 48 * HOUR]);
    expect(tasks.find(({ kind }) => kind === 'report')?.voidAt).toBe(
      at('2018-07-30T09:00:00+09:00') + 7 * 24 * HOUR,
    );
  });

  test('of a poll without a reminder are three', () => {
    const polls = [aPoll(CORE_DAY, { remindAt: null })];
    const found = tasksOf(
      { absences: [], team: aTeam(), campaigns: [], polls },
      at('2018-07-24T07:01:00+09:00'),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['open', 'close', 'end']);
  });

  test('reach 8 days back and 100 days ahead', () => {
    const days = ['2018-07-17', '2018-07-18', '2018-11-02', '2018-11-05'];
    const now = at('2018-07-26T12:00:00+09:00');
    const opened = (until: number) =>
      tasksOf(
        { absences: [], team: aTeam(), campaigns: [aCampaign(days)], polls: [] },
        now + until * 24 * HOUR,
      )
        .filter(({ kind }) => kind === 'open')
        .map(({ day }) => day);
    expect(opened(0)).toEqual(['2018-07-18', '2018-11-02']);
    expect(opened(1)).toEqual(['2018-11-02']);
    expect(opened(2)).toEqual(['2018-11-02', '2018-11-05']);
  });

  test('are due from their time until they are pointless', () => {
    const [close] = named(tasks, 'close', CORE_DAY);
    const isDue = (now: number) => dueAt([close as Task], now).length === 1;
    expect([poll.closesAt - 1, poll.closesAt].map(isDue)).toEqual([false, true]);
    const end = poll.closesAt + 48 * HOUR;
    expect([end - 1, end].map(isDue)).toEqual([true, false]);
  });
});

test('the report comes on the working day after the last Telework Day', () => {
  const tasks = tasksOf(
    { absences: [], team: aTeam(), campaigns, polls: [] },
    at('2018-07-27T12:00:00+09:00'),
  );
  expect(tasks.find(({ kind }) => kind === 'report')).toMatchObject({
    campaign: 'campaign',
    dueAt: at('2018-07-30T09:00:00+09:00'),
  });
});

describe('next due', () => {
  test('is the first task after now', () => {
    const tasks = tasksOf(
      { absences: [], team: aTeam(), campaigns, polls: [] },
      at('2018-07-24T06:00:00+09:00'),
    );
    expect(nextDue(tasks, at('2018-07-24T06:00:00+09:00'))).toBe(at('2018-07-24T07:00:00+09:00'));
    expect(nextDue(tasks, at('2018-07-24T07:00:00+09:00'))).toBe(at('2018-07-24T09:00:00+09:00'));
    expect(nextDue(tasks, at('2019-07-24T07:00:00+09:00'))).toBeNull();
  });
});

describe('the reminder', () => {
  const window = windowOn(CORE_DAY, { from: '07:00', until: '10:30' }, 'Asia/Tokyo');
  test.each([
    [{ share: 0.5 }, at('2018-07-24T08:45:00+09:00')],
    [{ time: '09:00' }, at('2018-07-24T09:00:00+09:00')],
    [{ time: '07:01' }, at('2018-07-24T07:01:00+09:00')],
    [{ time: '10:29' }, at('2018-07-24T10:29:00+09:00')],
    [{ time: '06:00' }, null],
    [{ time: '07:00' }, null],
    [{ time: '10:30' }, null],
    [null, null],
  ])('set to %j is at %s', (remind, expected) => {
    expect(remindInstant(remind, window, window.opensAt, CORE_DAY, 'Asia/Tokyo')).toBe(expected);
  });
});

test.each([
  ['2018-07-24T02:00:00+09:00', '2017-06-24'],
  ['2018-07-24T23:59:00+09:00', '2017-06-24'],
  ['2018-03-31T12:00:00+09:00', '2017-02-28'],
])('at %s, what is older than 13 months begins before %s, and goes at 02:30', (now, day) => {
  const { cutoff, dueAt } = retentionAt(Date.parse(now), 'Asia/Tokyo', 13);
  expect(cutoff).toEqual({ day, at: Date.parse(`${day}T00:00:00+09:00`) });
  expect(dueAt).toBe(Date.parse(`${now.slice(0, 10)}T02:30:00+09:00`));
});
