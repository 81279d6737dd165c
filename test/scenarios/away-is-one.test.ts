import { encodeButton } from '../../src/app/requests/button';
import type { Card } from '../../src/domain/card';
import { aPerson, type Bot, openBot, PLACE, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

/*
 * A person is on leave, on a trip or not scheduled: for their colleagues that is one, away. The same day is played with
 * each, and everything that a colleague sees is compared. The three tallies alone may differ, as leave avoids the rush
 * hour, a trip counts in the denominator alone, and who is not scheduled does not count.
 */

const DAY = '2018-07-24';
const NEXT = '2018-07-25';
const [absent, reader] = [aPerson('p1'), aPerson('p2')];
const CROWD = people(12);
const OTHERS: [number, string][] = [
  [2, 'home'],
  [3, 'home'],
  [4, 'office'],
  [5, 'leave'],
  [6, 'trip'],
];
const QUESTIONS = [
  'who',
  'who away',
  'tally',
  `who ${NEXT}`,
  `tally ${NEXT}`,
  'days',
  'me',
  'deliveries',
  'tally "Telework Days"',
];

/** All of a card: its parts, with the numbers of charts, and the summary for notifications. */
function textOf(card: Card): string {
  return JSON.stringify(card);
}

/** Without the figures of the tallies, which have a denominator; in the report they are person-days. */
function withoutTallies(text: string): string {
  return text.replaceAll(/\b\d+( of |\/)\d+ \(\d+%\)|\b\d+ person-days?\b/g, 'some');
}

/** Without any count: the person is in no denominator, and in no answer of a chart. */
function withoutCounts(text: string): string {
  return text.replaceAll(/\b\d+\b/g, 'some');
}

async function seen(status: string, names: boolean): Promise<string[]> {
  const bot: Bot = await openBot('2018-07-23T12:00:00+09:00');
  try {
    const team = await bot.team(CROWD, { names });
    await bot.store.campaigns.save(aCampaign([DAY, NEXT], [DAY]));
    const said: string[] = [];
    const asks = async () => {
      await bot.core.refresh.settle();
      for (const text of QUESTIONS)
        said.push(`${text}: ${textOf((await bot.says(reader, text, { admin: true })).card)}`);
      const who = encodeButton({ kind: 'who', team: team.id, day: DAY, group: null, from: 0 });
      said.push(`who pressed: ${textOf((await bot.presses(reader, who)).card)}`);
      for (const { key, card } of bot.chat.in(PLACE)) said.push(`${key}: ${textOf(card)}`);
      for (const { key, card } of bot.chat.in(reader.id)) said.push(`${key}: ${textOf(card)}`);
    };
    for (const [index, style] of OTHERS) await bot.says(CROWD[index] ?? reader, `${style} on ${NEXT}`);
    await bot.says(absent, `${status} on ${NEXT}`);
    await bot.at(`${DAY}T07:00:00+09:00`);
    await bot.says(absent, status);
    for (const [index, style] of OTHERS) await bot.says(CROWD[index] ?? reader, style);
    await asks();
    await bot.at(`${DAY}T09:48:00+09:00`);
    await bot.at(`${DAY}T10:30:00+09:00`);
    await asks();
    await bot.at(`${NEXT}T00:02:00+09:00`);
    await asks();
    return said;
  } finally {
    await bot.close();
  }
}

describe.each([
  ['names', true],
  ['counts', false],
])('with %s', (_shown, names) => {
  let leave: string[] = [];
  beforeAll(async () => {
    leave = await seen('leave', names);
  });

  test.each([
    ['a trip', 'trip', withoutTallies],
    ['a day off', 'off', withoutCounts],
  ])('%s reads as leave does', async (_name, status, plain) => {
    expect((await seen(status, names)).map(plain)).toEqual(leave.map(plain));
  });
});
