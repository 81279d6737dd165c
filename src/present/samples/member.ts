import type { Choice } from '../../domain/answers/work-style';
import { daySpan } from '../../domain/time/calendar';
import type { AskingMessage } from '../../ports/asking-messages';
import type { UnheardTeam } from '../../ports/views';
import { askingSamples } from './asking';
import * as data from './data';
import { lookSamples } from './look';
import { offers } from './offers';
import { panelSamples, WEEK } from './panel';
import { refusals } from './refusals';
import type { SampleOf, SamplesOf } from './sample';
import { statusSamples } from './status';
import { webSamples } from './web';
import { whichTeamSamples } from './which-team';

const { CORE_DAY, TEAM, TEAM_NAME: teamName, TODAY } = data;

const HOME: Choice = { style: 'home', arrival: null };
const OFF_PEAK: Choice = { style: 'off-peak', arrival: null };
const OFFER = { team: TEAM, day: TODAY, window: CORE_DAY.window, seq: 42 };

/** Messages to one person. */
export function memberSamples(): SamplesOf<
  | 'recorded'
  | 'cleared'
  | 'counted-in'
  | 'choose'
  | 'panel'
  | 'week'
  | 'week-form'
  | 'who'
  | 'who-week'
  | 'digest'
  | 'office-bounds'
  | 'tally'
  | 'days'
  | 'reminders-set'
  | 'status'
  | 'status-lost'
  | AskingMessage['kind']
  | 'language-set'
  | 'forget-ask'
  | 'forgotten'
  | 'web-link'
  | 'web-signed-out'
  | 'which-team'
  | 'help'
  | 'refused'
> {
  return {
    ...askingSamples(),
    ...recordedSamples(),
    choose: [
      {
        name: 'choose, nothing yet',
        body: { kind: 'choose', team: TEAM, day: '2018-07-27', answer: null, asking: null },
      },
      {
        name: 'choose again',
        body: { kind: 'choose', team: TEAM, day: TODAY, answer: OFF_PEAK, asking: null },
      },
      {
        name: 'choose, in private',
        body: {
          kind: 'choose',
          team: TEAM,
          day: TODAY,
          answer: null,
          asking: { team: TEAM, name: teamName, names: true },
        },
      },
    ],
    panel: panelSamples(),
    week: weekSamples(),
    'week-form': [{ name: 'default week, form', body: { kind: 'week-form', week: WEEK, until: '10:30' } }],
    ...lookSamples(),
    'reminders-set': [
      { name: 'reminders on', body: { kind: 'reminders-set', on: true } },
      { name: 'reminders off', body: { kind: 'reminders-set', on: false } },
    ],
    ...statusSamples(),
    'language-set': [{ name: 'language', body: { kind: 'language-set', language: 'ja' } }],
    'forget-ask': [
      {
        name: 'forget me?',
        body: { kind: 'forget-ask', person: 'U018', name: 'Ann Alpha', months: 13, again: false },
      },
      {
        name: 'forget me, asked again',
        body: { kind: 'forget-ask', person: 'U018', name: 'Ann Alpha', months: 13, again: true },
      },
    ],
    forgotten: [{ name: 'forgotten', body: { kind: 'forgotten', months: 13 } }],
    ...webSamples(),
    'which-team': whichTeamSamples(),
    help: [
      { name: 'help', body: { kind: 'help', admin: false, prefix: '/telework' } },
      { name: 'help for administrators', body: { kind: 'help', admin: true, prefix: '/telework' } },
    ],
    refused: [
      ...offers(),
      ...refusals().map(
        ({ name, refusal }): SampleOf<'refused'> => ({
          name: `refused, ${name}`,
          body: { kind: 'refused', refusal, prefix: '/telework' },
        }),
      ),
    ],
  };
}

function weekSamples(): SamplesOf<'week'>['week'] {
  return [
    { name: 'default week', body: { kind: 'week', week: WEEK, saved: false, already: null, unheard: [] } },
    {
      name: 'default week saved',
      body: { kind: 'week', week: WEEK, saved: true, already: null, unheard: [] },
    },
    {
      name: 'default week saved while a poll is open',
      body: {
        ...{ kind: 'week', week: WEEK, saved: true, unheard: [] },
        already: { day: TODAY, choice: { style: 'not-scheduled', arrival: null }, answered: false },
      },
    },
    {
      name: 'default week saved after an answer',
      body: {
        ...{ kind: 'week', week: WEEK, saved: true, unheard: [] },
        already: { day: TODAY, choice: { style: 'home', arrival: null }, answered: true },
      },
    },
    {
      name: 'default week deleted while a poll is open',
      body: {
        ...{ kind: 'week', week: {}, saved: true, unheard: [] },
        already: { day: TODAY, choice: null, answered: false },
      },
    },
    {
      name: 'default week, none',
      body: { kind: 'week', week: {}, saved: false, already: null, unheard: [] },
    },
    {
      name: 'default week deleted',
      body: { kind: 'week', week: {}, saved: true, already: null, unheard: [] },
    },
  ];
}

type Body = SampleOf<'recorded'>['body'];
type Change = Partial<Pick<Body, 'offer' | 'unheard' | 'next'>> & { late?: boolean };

function recorded(
  name: string,
  choice: Choice,
  { late = false, ...change }: Change = {},
): SampleOf<'recorded'> {
  const body: Body = {
    kind: 'recorded',
    days: [{ day: TODAY, choice, late }],
    skipped: [],
    offer: OFFER,
    unheard: [],
  };
  return { name: `recorded, ${name}`, body: { ...body, ...change } };
}

/** A second team of the reader, in which their answers do not count. */
function elsewhere(name: string, names: boolean): UnheardTeam {
  return { team: name, name, day: TODAY, names };
}

function recordedSamples(): SamplesOf<'recorded' | 'cleared' | 'counted-in'> {
  const span = daySpan('2018-07-23', '2018-07-27').map((day) => ({ day, choice: HOME, late: false }));
  const year = daySpan('2018-07-25', '2019-07-25').map((day) => ({ day, choice: HOME, late: false }));
  return {
    recorded: [
      recorded('usual', HOME),
      recorded('late', HOME, { late: true }),
      recorded('the next day is open', HOME, { next: { team: TEAM, day: '2018-07-25' } }),
      recorded('off-peak without arrival', OFF_PEAK),
      recorded('off-peak at 10:30', { style: 'off-peak', arrival: '10:30' }),
      recorded('off-peak too early', { style: 'off-peak', arrival: '10:00' }),
      recorded('home first without arrival', { style: 'home-part', arrival: null }),
      recorded('off-peak, window until 23:00', OFF_PEAK, {
        offer: { ...OFFER, window: { from: '19:00', until: '23:00' } },
      }),
      {
        name: 'recorded, a span',
        body: {
          kind: 'recorded',
          days: span,
          skipped: ['2018-07-28', '2018-07-29'],
          offer: null,
          unheard: [],
        },
      },
      {
        name: 'recorded, a year',
        body: { kind: 'recorded', days: year, skipped: [], offer: null, unheard: [] },
      },
      recorded('not counted in another team', HOME, { unheard: [elsewhere('Sales', false)] }),
      recorded('not counted in several teams', HOME, {
        unheard: [elsewhere('Sales', false), elsewhere('Design', true), elsewhere('Legal', true)],
      }),
      {
        name: 'recorded, nothing',
        body: { kind: 'recorded', days: [], skipped: ['2018-07-28'], offer: null, unheard: [] },
      },
    ],
    'counted-in': [
      { name: 'counted in', body: { kind: 'counted-in', teamName: 'Sales', names: false, unheard: [] } },
      {
        name: 'counted in, by name',
        body: { kind: 'counted-in', teamName: 'Sales', names: true, unheard: [] },
      },
      {
        name: 'counted in, names shown since',
        body: { kind: 'counted-in', teamName: 'Sales', names: true, unheard: [elsewhere('Sales', true)] },
      },
    ],
    cleared: [
      { name: 'cleared', body: { kind: 'cleared', days: [TODAY], restored: null, now: null, skipped: [] } },
      {
        name: 'undone, an answer put back',
        body: {
          kind: 'cleared',
          days: [TODAY],
          restored: { ...OFF_PEAK, arrival: '11:00' },
          now: null,
          skipped: [],
        },
      },
      {
        name: 'cleared, default week stands',
        body: { kind: 'cleared', days: [TODAY], restored: null, now: HOME, skipped: [] },
      },
      {
        name: 'cleared, some days left out',
        body: { kind: 'cleared', days: [TODAY], restored: null, now: null, skipped: ['2018-07-23'] },
      },
      {
        name: 'cleared, not scheduled',
        body: { kind: 'cleared', days: [TODAY, '2018-07-25'], restored: null, now: 'off', skipped: [] },
      },
    ],
  };
}
