import type { Choice } from '../../domain/answers/work-style';
import type { DefaultWeek } from '../../domain/people/person';
import type { MyTeam } from '../../ports/views';
import * as data from './data';
import type { SampleOf } from './sample';

const { CORE_DAY, PLAIN_DAY, TEAM, TEAM_NAME: teamName } = data;

const HOME: Choice = { style: 'home', arrival: null };

/** A default week with every kind of day in it. */
export const WEEK: DefaultWeek = {
  mon: HOME,
  tue: { style: 'off-peak', arrival: '10:30' },
  wed: { style: 'office', arrival: null },
  fri: 'off',
};
/** The panel of people of one team, of many and of none. */
export function panelSamples(): SampleOf<'panel'>[] {
  const answer = { ...HOME, source: 'button' as const, late: false };
  const days = [
    data.myDay(CORE_DAY, { phase: 'late', answer: { ...answer, late: true } }),
    data.myDay(PLAIN_DAY, { usual: HOME }),
    data.myDay({ ...PLAIN_DAY, day: '2018-07-26' }, { usual: 'off' }),
    data.myDay({ ...PLAIN_DAY, day: '2018-07-27' }),
    data.myDay({ ...PLAIN_DAY, day: '2019-07-24', core: true }, { answer }),
  ];
  return [
    {
      name: 'panel',
      body: {
        kind: 'panel',
        name: 'Sato Hanako',
        introduces: false,
        days,
        teams: TEAMS,
        more: { days: 0, teams: 0 },
        unheard: [],
        week: WEEK,
        language: 'ja',
        remind: true,
        status: false,
        askPrivately: false,
        pages: true,
      },
    },
    {
      name: 'panel, everything answered, a long name',
      body: {
        kind: 'panel',
        name: data.LONG_NAME,
        introduces: false,
        days: [data.myDay(data.DRILL, { phase: 'open', answer })],
        teams: MANY_TEAMS,
        more: { days: 12, teams: 3 },
        unheard: [],
        week: {},
        language: 'zh-TW',
        remind: false,
        status: true,
        askPrivately: true,
      },
    },
    ...panelsWithoutDays(),
  ];
}

function panelsWithoutDays(): SampleOf<'panel'>[] {
  return [
    {
      name: 'panel, no team',
      body: {
        kind: 'panel',
        name: 'Sato Hanako',
        introduces: true,
        days: [],
        teams: [],
        more: { days: 0, teams: 0 },
        unheard: [],
        week: {},
        language: 'ja',
        remind: true,
        askPrivately: false,
      },
    },
    {
      name: 'panel, no days',
      body: {
        kind: 'panel',
        name: data.BIDI_NAME,
        introduces: true,
        days: [],
        teams: TEAMS.slice(1),
        more: { days: 0, teams: 0 },
        unheard: [],
        week: {},
        language: 'en',
        remind: true,
        askPrivately: false,
      },
    },
  ];
}

const TEAMS: MyTeam[] = [
  { team: TEAM, name: teamName, phase: 'open', tally: data.USUAL_TALLY, manages: true },
  { team: 'team2', name: data.LONG_NAME, phase: null, tally: null, manages: false },
];

const MANY_TEAMS: MyTeam[] = Array.from({ length: 20 }, (_, index) => ({
  team: `team${index}`,
  name: data.LONG_NAME,
  phase: 'late',
  tally: data.HUGE_TALLY,
  manages: true,
}));
