import type { AskingMessage } from '../../ports/asking-messages';
import * as data from './data';
import type { SampleOf, SamplesOf } from './sample';

const { CORE_DAY, TEAM, TEAM_NAME: teamName } = data;

type PrivatePoll = SampleOf<'private-poll'>;

/** The question in private, and the reminder that is put off. */
export function askingSamples(): SamplesOf<AskingMessage['kind']> {
  const until = CORE_DAY.window.until;
  return {
    reminder: [
      { name: 'reminder', body: { kind: 'reminder', team: TEAM, teamName, day: CORE_DAY, snooze: true } },
      reminder('workday', { teamName: data.LONG_NAME, day: data.WORKDAY }),
      reminder('names shown', { teamName, day: { ...CORE_DAY, names: true } }),
    ],
    'private-poll': privatePolls(),
    'days-form': [
      {
        name: 'several days, form',
        body: {
          kind: 'days-form',
          days: [
            data.myDay(CORE_DAY, { answer: { style: 'home', arrival: null, source: 'button', late: false } }),
            data.myDay(data.PLAIN_DAY, { usual: { style: 'office', arrival: null } }),
            data.myDay({ ...data.PLAIN_DAY, day: '2018-07-26' }),
          ],
        },
      },
    ],
    'days-undone': [
      {
        name: 'several days, taken back',
        body: {
          kind: 'days-undone',
          days: [
            { day: CORE_DAY.day, choice: { style: 'home', arrival: null } },
            { day: '2018-07-25', choice: null },
          ],
          skipped: ['2018-07-26'],
        },
      },
    ],
    snoozed: [
      { name: 'reminder put off', body: { kind: 'snoozed', at: '10:18', why: null, until } },
      { name: 'reminder not put off, answered', body: { kind: 'snoozed', at: null, why: 'answered', until } },
      { name: 'reminder not put off, too late', body: { kind: 'snoozed', at: null, why: 'too-late', until } },
      { name: 'reminder not put off, once only', body: { kind: 'snoozed', at: null, why: 'once', until } },
    ],
    'asking-set': [
      { name: 'asked in private', body: { kind: 'asking-set', on: true, remind: true } },
      { name: 'asked in the channel', body: { kind: 'asking-set', on: false, remind: true } },
    ],
  };
}

function privatePolls(): PrivatePoll[] {
  const body: PrivatePoll['body'] = {
    kind: 'private-poll',
    team: TEAM,
    teamName,
    day: CORE_DAY,
    peakUntil: '10:30',
    phase: 'open',
    answer: null,
    unheard: [],
  };
  const home = { style: 'home', arrival: null, late: false, seq: 42 } as const;
  return [
    { name: 'private question', body },
    { name: 'private question, answered', body: { ...body, answer: home } },
    {
      name: 'private question, off-peak without arrival',
      body: { ...body, answer: { ...home, style: 'off-peak' } },
    },
    {
      name: 'private question, a workday of a long name',
      body: { ...body, teamName: data.LONG_NAME, day: { ...data.WORKDAY, names: true } },
    },
    { name: 'private question, closed', body: { ...body, phase: 'late' } },
    {
      name: 'private question, closed with an answer',
      body: { ...body, phase: 'late', answer: { ...home, seq: null } },
    },
  ];
}

function reminder(
  name: string,
  about: Pick<SampleOf<'reminder'>['body'], 'teamName' | 'day'>,
): SampleOf<'reminder'> {
  return { name: `reminder, ${name}`, body: { kind: 'reminder', team: TEAM, ...about } };
}
