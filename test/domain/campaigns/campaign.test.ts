import fc from 'fast-check';
import {
  addDay,
  type Campaign,
  calledOf,
  campaignState,
  currentCampaigns,
  endCampaign,
  findCampaign,
  holds,
  removeDay,
  restoreCampaign,
  teleworkDay,
} from '../../../src/domain/campaigns/campaign';
import { type PlannedCampaign, planCampaign } from '../../../src/domain/campaigns/plan-campaign';
import { isRefusal, refuse } from '../../../src/domain/refusal';
import { addDays, type Day } from '../../../src/domain/time/calendar';
import { notWorking, type WorkCalendar } from '../../../src/domain/time/holidays';

type CampaignInput = Parameters<typeof planCampaign>[0];
/** The days of a leap year. */
const MAX_CAMPAIGN_DAYS = 366;

/** Before every day of these tests. */
const TODAY = '2018-01-01';
const JAPAN: WorkCalendar = { country: 'JP', closed: [], open: [] };

describe('planning a campaign', () => {
  it('makes the working days of its span Telework Days', () => {
    expect(planned({ days: [{ from: '2018-07-13', until: '2018-07-18' }], core: ['2018-07-17'] })).toEqual({
      campaign: {
        org: 'acme',
        id: 'c1',
        name: 'Telework Days 2018',
        days: [
          { day: '2018-07-13', core: false },
          { day: '2018-07-17', core: true },
          { day: '2018-07-18', core: false },
        ],
        target: null,
        ended: false,
      },
      skipped: [
        { kind: 'weekend', day: '2018-07-14', country: 'JP' },
        { kind: 'weekend', day: '2018-07-15', country: 'JP' },
        { kind: 'holiday', day: '2018-07-16', country: 'JP' },
      ],
    });
  });

  it("follows the organisation's own calendar", () => {
    const own = { country: 'JP', closed: ['2018-07-17'], open: ['2018-07-16'] };
    const { campaign, skipped } = planned({ days: [{ from: '2018-07-16', until: '2018-07-17' }] }, own);
    expect(campaign.days).toEqual([{ day: '2018-07-16', core: false }]);
    expect(skipped).toEqual([{ kind: 'closed', day: '2018-07-17', country: 'JP' }]);
  });

  it('may have several core days, or the same one named twice', () => {
    const { campaign } = planned({ core: ['2018-07-24', '2018-07-26', '2018-07-24'] });
    expect(campaign.days.filter(({ core }) => core).map(({ day }) => day)).toEqual([
      '2018-07-24',
      '2018-07-26',
    ]);
  });

  it.each([
    ['60%', 0.6],
    ['60', 0.6],
    ['６０％', 0.6],
    [' 62.5 % ', 0.625],
    ['0.6', 0.6],
    ['100', 1],
    ['1', 0.01],
    ['off', null],
    ['', null],
    [null, null],
  ])('target %j is %s', (target, share) => {
    expect(planned({ target }).campaign.target).toBe(share);
  });

  it.each(['0', '0%', '101%', '-5', 'most', '60%%', '0.001', '1e2', '６０人'])(
    'refuses the target %j',
    (target) => {
      expect(plan({ target })).toMatchObject({
        refusal: 'bad-setting',
        values: { key: 'target', example: '60%' },
      });
    },
  );

  it('collapses space in its name', () => {
    expect(planned({ name: ' Telework\n Days　2018 ' }).campaign.name).toBe('Telework Days 2018');
  });

  it('takes a name of 80 characters as people count them', () => {
    expect(planned({ name: '👨‍👩‍👧‍👦'.repeat(80) }).campaign.name).toHaveLength(880);
    expect(planned({ name: '夏'.repeat(80) }).campaign.name).toBe('夏'.repeat(80));
  });

  const span = { from: { day: '2018-07-23' }, until: { day: '2018-07-27' } };
  const marineDay = { kind: 'holiday', day: '2018-07-16', country: 'JP' } as const;
  const saturday = { kind: 'weekend', day: '2018-07-21', country: 'JP' } as const;

  it.each<[string, Partial<CampaignInput>, ReturnType<typeof refuse>]>([
    ['an empty name', { name: ' \n ' }, refuse('campaign-name')],
    ['a name that is too long', { name: 'x'.repeat(81) }, refuse('campaign-name')],
    ['a name of a million characters', { name: 'x'.repeat(1_000_000) }, refuse('campaign-name')],
    ['a name with controls', { name: 'Telework\u202e Days' }, refuse('text-control')],
    [
      'a core day before the span',
      { core: ['2018-07-22'] },
      refuse('core-outside', { day: { day: '2018-07-22' }, ...span }),
    ],
    [
      'a core day after the span',
      { core: ['2018-07-24', '2018-07-28'] },
      refuse('core-outside', { day: { day: '2018-07-28' }, ...span }),
    ],
    [
      'a core day on a holiday',
      { days: [{ from: '2018-07-16', until: '2018-07-20' }], core: ['2018-07-16'] },
      refuse('not-working-day', { day: { day: '2018-07-16' }, reason: { notWorking: marineDay } }),
    ],
    [
      'a core day on a weekend, alone',
      { days: [{ from: '2018-07-21', until: '2018-07-21' }], core: ['2018-07-21'] },
      refuse('not-working-day', { day: { day: '2018-07-21' }, reason: { notWorking: saturday } }),
    ],
    [
      'no working day at all',
      { days: [{ from: '2018-07-14', until: '2018-07-16' }], core: [] },
      refuse('no-working-days', { from: { day: '2018-07-14' }, until: { day: '2018-07-16' } }),
    ],
    [
      'reversed days',
      { days: [{ from: '2018-07-27', until: '2018-07-23' }], core: [] },
      refuse('reversed-days', { from: { day: '2018-07-27' }, until: { day: '2018-07-23' } }),
    ],
    [
      'more than 366 days',
      { days: [{ from: '2018-01-01', until: '2019-01-02' }], core: [] },
      refuse('too-many-days', { max: 366 }),
    ],
    [
      'thousands of years',
      { days: [{ from: '2018-01-01', until: '9999-12-31' }], core: [] },
      refuse('too-many-days', { max: 366 }),
    ],
  ])('refuses %s', (_, input, refusal) => {
    expect(plan(input)).toEqual(refusal);
  });

  it('begun late has the days from today on, and does not name those before', () => {
    const late = { days: [{ from: '2018-07-13', until: '2018-07-23' }], core: [] };
    const { campaign, skipped } = planned(late, JAPAN, '2018-07-20');
    expect(campaign.days.map(({ day }) => day)).toEqual(['2018-07-20', '2018-07-23']);
    expect(skipped.map(({ day }) => day)).toEqual(['2018-07-21', '2018-07-22']);
  });

  it.each<[string, Partial<CampaignInput>, Day, Day]>([
    ['of the past', { core: [] }, '2018-07-28', '2018-07-27'],
    [
      'with nothing but a weekend left',
      { days: [{ from: '2018-07-23', until: '2018-07-29' }] },
      '2018-07-28',
      '2018-07-27',
    ],
    ['whose core day is over', {}, '2018-07-25', '2018-07-24'],
  ])('refuses one %s', (_, input, today, day) => {
    expect(plan(input, JAPAN, today)).toEqual(refuse('past-day', { day: { day } }));
  });

  it('takes 366 days, and keeps or skips every one of them', () => {
    const { campaign, skipped } = planned({ days: [{ from: '2018-01-01', until: '2019-01-01' }], core: [] });
    expect(campaign.days.length + skipped.length).toBe(MAX_CAMPAIGN_DAYS);
    expect(campaign.days.every(({ day }) => notWorking(day, JAPAN) === null)).toBe(true);
    expect(skipped.every(({ day }) => notWorking(day, JAPAN) !== null)).toBe(true);
  });
});

describe('changing its days', () => {
  const campaign = planned({}).campaign;

  it('adds a day in its place', () => {
    const later = changed(addDay(campaign, '2018-08-01', false, JAPAN, TODAY));
    expect(later.days.at(-1)).toEqual({ day: '2018-08-01', core: false });
    expect(changed(addDay(later, '2018-07-20', true, JAPAN, TODAY)).days[0]).toEqual({
      day: '2018-07-20',
      core: true,
    });
    expect(campaign.days).toHaveLength(5);
  });

  it('makes a day it has a core day', () => {
    const { days } = changed(addDay(campaign, '2018-07-25', true, JAPAN, TODAY));
    expect(days).toHaveLength(5);
    expect(days[2]).toEqual({ day: '2018-07-25', core: true });
  });

  it.each([
    ['a day it has', campaign, '2018-07-25', false, refuse('day-exists', { day: { day: '2018-07-25' } })],
    ['a core day it has', campaign, '2018-07-24', true, refuse('day-exists', { day: { day: '2018-07-24' } })],
    [
      'a core day as a plain one',
      campaign,
      '2018-07-24',
      false,
      refuse('day-exists', { day: { day: '2018-07-24' } }),
    ],
    [
      'a holiday',
      campaign,
      '2018-09-17',
      false,
      refuse('not-working-day', {
        day: { day: '2018-09-17' },
        reason: { notWorking: { kind: 'holiday', day: '2018-09-17', country: 'JP' } },
      }),
    ],
    ['a day more than a year away', campaign, '2019-07-24', false, refuse('too-many-days', { max: 366 })],
    [
      'a day when it has ended',
      changed(endCampaign(campaign, '2018-07-25', true)),
      '2018-07-30',
      false,
      refuse('campaign-ended', calledOf(campaign)),
    ],
  ] as const)('does not add %s', (_, to, day, core, refusal) => {
    expect(addDay(to, day, core, JAPAN, TODAY)).toEqual(refusal);
  });

  it('removes a day', () => {
    const { days } = changed(removeDay(campaign, '2018-07-25'));
    expect(days.map(({ day }) => day)).toEqual(['2018-07-23', '2018-07-24', '2018-07-26', '2018-07-27']);
  });

  it('loses its only core day, and ends with its last day', () => {
    const without = changed(removeDay(campaign, '2018-07-24'));
    expect([without.days.some(({ core }) => core), without.ended]).toEqual([false, false]);
    const single = { ...campaign, days: [{ day: '2018-07-24', core: true }] };
    expect(changed(removeDay(single, '2018-07-24'))).toMatchObject({ days: [], ended: true });
  });

  it('does not remove what it has not', () => {
    expect(removeDay(campaign, '2018-07-28')).toEqual(refuse('day-missing', { day: { day: '2018-07-28' } }));
  });

  it('ends with the days that have come, today only where its poll has opened', () => {
    const ended = changed(endCampaign(campaign, '2018-07-25', true));
    expect(ended.days.map(({ day }) => day)).toEqual(['2018-07-23', '2018-07-24', '2018-07-25']);
    expect(ended.ended).toBe(true);
    const before = changed(endCampaign(campaign, '2018-07-25', false));
    expect(before.days.map(({ day }) => day)).toEqual(['2018-07-23', '2018-07-24']);
    expect(changed(endCampaign(campaign, '2018-07-01', true)).days).toEqual([]);
  });

  it.each<[string, Campaign, string, 'campaign-over' | 'campaign-ended']>([
    ['that is over', campaign, '2018-07-28', 'campaign-over'],
    ['that was ended', changed(endCampaign(campaign, '2018-07-24', true)), '2018-07-24', 'campaign-ended'],
    ['without days', { ...campaign, days: [] }, '2018-07-24', 'campaign-over'],
  ])('a campaign %s cannot be ended', (_, over, today, code) => {
    expect(endCampaign(over, today, true)).toEqual(refuse(code, calledOf(campaign)));
  });

  it('has its end taken back as long as one of its days is left, and then says that they are over', () => {
    const ended = changed(endCampaign(campaign, '2018-07-24', true));
    expect(changed(restoreCampaign(ended, '2018-07-27')).days.at(-1)?.day).toBe('2018-07-27');
    expect(restoreCampaign(ended, '2018-07-28')).toEqual(refuse('campaign-over', calledOf(campaign)));
  });

  it('adds today, but no day that is over', () => {
    expect(changed(addDay(campaign, '2018-07-20', false, JAPAN, '2018-07-20')).days).toHaveLength(6);
    expect(addDay(campaign, '2018-07-20', false, JAPAN, '2018-07-21')).toEqual(
      refuse('past-day', { day: { day: '2018-07-20' } }),
    );
  });

  it('stays in order, each day once, whatever is added and removed', () => {
    const change = fc.record({
      add: fc.boolean(),
      offset: fc.integer({ min: 0, max: 40 }),
      core: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const last = changes.reduce((now, { add, offset, core }) => {
          const day = addDays('2018-07-10', offset);
          const next = add ? addDay(now, day, core, JAPAN, TODAY) : removeDay(now, day);
          return isRefusal(next) ? now : next;
        }, campaign);
        const days = last.days.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.filter((day) => notWorking(day, JAPAN))).toEqual([]);
      }),
    );
  });
});

describe('where a campaign stands', () => {
  const campaign = planned({}).campaign;

  it.each([
    ['2018-07-22', 'coming'],
    ['2018-07-23', 'running'],
    ['2018-07-25', 'running'],
    ['2018-07-27', 'running'],
    ['2018-07-28', 'over'],
  ] as const)('on %s it is %s', (today, state) => {
    expect(campaignState(campaign, today)).toBe(state);
  });

  it('once ended it stays ended', () => {
    for (const today of ['2018-07-20', '2018-07-24', '2019-01-01']) {
      expect(campaignState(changed(endCampaign(campaign, '2018-07-24', true)), today)).toBe('ended');
    }
  });

  it('without days it is over', () => {
    expect(campaignState({ ...campaign, days: [] }, '2018-07-24')).toBe('over');
  });
});

describe('among several campaigns', () => {
  const july = on('july', 'Telework Days 2018', ['2018-07-23', '2018-07-24', '2018-07-27'], ['2018-07-24']);
  const summer = on('summer', 'Cool Summer', ['2018-07-24', '2018-07-26', '2018-08-20'], ['2018-07-26']);
  const autumn = on('autumn', 'Telework Month', ['2018-11-01', '2018-11-30'], []);
  const all = [autumn, summer, july];

  it.each([
    ['2018-07-01', ['july', 'summer', 'autumn']],
    ['2018-07-23', ['july']],
    ['2018-07-24', ['july', 'summer', 'autumn']],
    ['2018-07-28', ['summer']],
    ['2018-09-01', ['autumn']],
    ['2018-12-01', []],
  ])('on %s, without a name, %j may be meant', (today, ids) => {
    expect(currentCampaigns(all, today).map(({ id }) => id)).toEqual(ids);
  });

  it('those which begin on the same day keep their order', () => {
    const twin = on(
      'twin',
      'Twin',
      autumn.days.map(({ day }) => day),
      [],
    );
    for (const pair of [
      [autumn, twin],
      [twin, autumn],
    ]) {
      expect(currentCampaigns(pair, '2018-09-01')).toEqual(pair);
      const named = pair.map((one) => ({ ...one, name: 'Drill' }));
      expect(findCampaign(named, 'Drill')).toEqual(named[0]);
    }
  });

  it('an ended one is never meant', () => {
    expect(currentCampaigns([changed(endCampaign(july, '2018-07-23', true))], '2018-07-23')).toEqual([]);
  });

  it.each([
    ['Telework Days 2018', 'july'],
    ['telework  days２０１８', 'july'],
    ['TELEWORK-DAYS-2018', 'july'],
    ['autumn', 'autumn'],
    ['cool summer ', 'summer'],
    ['Telework', undefined],
    ['', undefined],
    ['  ', undefined],
  ])('%j finds %s', (text, id) => {
    expect(findCampaign(all, text)?.id).toBe(id);
  });

  it('of the same name finds the one that has not ended, then the latest', () => {
    const earlier = on('earlier', 'Drill', ['2018-02-01'], []);
    const later = on('later', 'Drill', ['2018-03-01'], []);
    expect(findCampaign([earlier, later], 'drill')?.id).toBe('later');
    expect(findCampaign([earlier, { ...later, ended: true }], 'drill')?.id).toBe('earlier');
  });

  it.each([
    ['2018-07-23', 'july', false],
    ['2018-07-24', 'july', true],
    ['2018-07-26', 'summer', true],
    ['2018-08-20', 'summer', false],
  ])('%s is a day of %s, core: %s', (day, id, core) => {
    const found = teleworkDay(all, day);
    expect([found?.campaign.id, found?.core]).toEqual([id, core]);
  });

  it('other days are not Telework Days, nor are those an ended campaign gave up', () => {
    expect(teleworkDay(all, '2018-07-25')).toBeNull();
    expect(teleworkDay([changed(endCampaign(july, '2018-07-24', true))], '2018-07-27')).toBeNull();
    expect(teleworkDay([changed(endCampaign(july, '2018-07-24', true))], '2018-07-24')?.core).toBe(true);
  });
});

test.each([
  ['2018-07-23', false, true],
  ['2018-07-24', false, false],
  ['2018-07-23', true, false],
])('whether it holds %s, ended %j: %j', (day, ended, held) => {
  expect(holds({ ...on('c', 'C', ['2018-07-23'], []), ended }, day)).toBe(held);
});

function plan(input: Partial<CampaignInput>, calendar = JAPAN, today = TODAY) {
  return planCampaign(
    {
      org: 'acme',
      id: 'c1',
      name: 'Telework Days 2018',
      days: [{ from: '2018-07-23', until: '2018-07-27' }],
      core: input.days ? [] : ['2018-07-24'],
      target: null,
      ...input,
    },
    calendar,
    today,
  );
}

function planned(input: Partial<CampaignInput>, calendar = JAPAN, today = TODAY): PlannedCampaign {
  const result = plan(input, calendar, today);
  if (isRefusal(result)) throw new Error(`refused: ${result.refusal}`);
  return result;
}

function changed(result: ReturnType<typeof addDay>): Campaign {
  if (isRefusal(result)) throw new Error(`refused: ${result.refusal}`);
  return result;
}

function on(id: string, name: string, days: Day[], core: Day[]): Campaign {
  return {
    org: 'acme',
    id,
    name,
    days: days.map((day) => ({ day, core: core.includes(day) })),
    target: null,
    ended: false,
  };
}
