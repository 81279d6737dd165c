import fc from 'fast-check';
import { leftOver } from '../../../src/app/delivery/left-over';
import { agendaOf } from '../../../src/app/polls/team-agenda';
import { encodeButton } from '../../../src/app/requests/button';
import { ANY_TEAM } from '../../../src/ports/store/ledger';
import { type ActorChange, aPerson, type Bot, ORG, openBot, PLACE, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* No task waits that nothing will do. */

const DAY = '2018-07-24';
const boss = aPerson('boss', { name: 'The Boss' });
const admin: ActorChange = { admin: true };
const TEAM = 'id1';

let bot: Bot;
async function begin(): Promise<void> {
  bot = await openBot('2018-07-16T12:00:00+09:00');
  await bot.team([boss, ...people(2)]);
  await bot.store.campaigns.save(aCampaign([DAY, '2018-07-25'], [DAY]));
  for (const { id } of people(2))
    await bot.store.agreements.add({ org: ORG, team: TEAM, person: id, agrees: 'counts', day: null });
}

async function says(text: string, change = admin): Promise<string> {
  return (await bot.says(boss, text, change)).card.summary;
}

/** Every action can follow every other, a few hours later. */
const ACTS = {
  end: () => says('campaign end'),
  restore: () => bot.presses(boss, encodeButton({ kind: 'campaign-restore', campaign: 'campaign' }), admin),
  'remove the day': () => says(`campaign remove-day ${DAY}`),
  'add the day': () => says(`campaign add-day ${DAY}`),
  'no polls': () => says('set polls off'),
  polls: () => says('set polls telework-days'),
  'remove the bot': () => bot.inbox.place(ORG, PLACE, null),
  'bring it back': () => bot.inbox.place(ORG, PLACE, 'General affairs'),
  refuse: async () => bot.chat.fail('post', 'forbidden', { times: 2 }),
  limit: async () => bot.chat.fail('post', 'rate-limited', { times: 3, retryAfterMs: 7_200_000 }),
  unreachable: async () => bot.chat.fail('direct', 'unreachable', { times: 3 }),
  nothing: async () => {},
} satisfies Record<string, () => Promise<unknown>>;
type Act = keyof typeof ACTS;

const START = Date.parse('2018-07-17T09:00:00+09:00');
const HOUR = 3_600_000;

/** What waits although the agenda has it no more. */
async function left(): Promise<unknown[]> {
  const team = await bot.store.teams.get(ORG, TEAM);
  if (!team) throw new Error('the team is gone');
  const now = bot.core.clock.now();
  const tasks = await agendaOf(bot.core, team, now);
  const open = await bot.store.ledger.open(ORG, TEAM, null);
  return open.filter((entry) => entry.kind !== 'trouble' && leftOver(entry, { team, tasks, now }) !== null);
}

test('after any ends, undos, removals and refusals no task waits without a place in the agenda', async () => {
  const act = fc.tuple(fc.constantFrom(...(Object.keys(ACTS) as Act[])), fc.constantFrom(1, 3, 11, 25));
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (acts) => {
      await begin();
      try {
        let at = START;
        for (const [what, hours] of acts) {
          await ACTS[what]();
          at += hours * HOUR;
          await bot.at(new Date(at).toISOString());
          expect(await left()).toEqual([]);
        }
        // Each refusal of the platform puts a post off by two hours.
        for (const later of [1, 2, 40, ...Array.from({ length: 12 }, (_, tries) => 40.1 + tries / 10)])
          await bot.at(new Date(at + later * 24 * HOUR).toISOString());
        for (const each of [TEAM, ANY_TEAM]) expect(await bot.store.ledger.open(ORG, each, null)).toEqual([]);
        const posted = bot.chat.in(PLACE).map(({ key }) => key);
        expect(posted).toEqual([...new Set(posted)]);
      } finally {
        await bot.close();
      }
    }),
    {
      numRuns: 12,
      examples: [
        [
          [
            ['limit', 11],
            ['remove the bot', 3],
            ['no polls', 11],
            ['remove the bot', 1],
            ['remove the bot', 1],
            ['refuse', 25],
          ],
        ],
      ],
    },
  );
});

describe('deliveries', () => {
  beforeEach(begin);
  afterEach(() => bot.close());

  test('say that a campaign was ended while its announcement waited, and that it is sent after an undo', async () => {
    bot.chat.fail('post', 'rate-limited', { retryAfterMs: 3_600_000 });
    await bot.at('2018-07-17T10:00:00+09:00');
    await says('campaign end');
    await bot.at('2018-07-17T10:01:00+09:00');
    expect(await says(`deliveries ${DAY}`)).toContain(
      'Announcement (7 days before): Not needed · Tue 17 July 10:01 · It was cancelled.',
    );
    await ACTS.restore();
    await bot.at('2018-07-17T10:02:00+09:00');
    expect(await says(`deliveries ${DAY}`)).toContain(
      'Announcement (7 days before): Sent · Tue 17 July 10:02 · attempt 2',
    );
    expect(bot.chat.in(PLACE).map(({ key }) => key)).toEqual([`org/${TEAM}/announce/${DAY}/7|campaign`]);
  });

  test('say of a tally that waited until it was pointless, and of a reminder, that they were not sent in time', async () => {
    await bot.at(`${DAY}T07:00:00+09:00`);
    bot.chat.fail('direct', 'unreachable', { times: 99 });
    await bot.at(`${DAY}T09:48:00+09:00`);
    bot.chat.fail('post', 'unreachable', { times: 99 });
    await bot.at(`${DAY}T10:30:00+09:00`);
    // The bot runs all the time meanwhile.
    for (const day of ['26', '27']) {
      const noon = `2018-07-${day}T12:00:00+09:00`;
      await bot.store.absences.alive(Date.parse(noon), Number.MAX_SAFE_INTEGER, 0);
      await bot.at(noon);
    }
    const said = await says(`deliveries ${DAY}`);
    expect(said).toContain('Closing tally: Missed');
    expect(said).toContain('Missed: 2 people');
    expect(said).not.toContain('Waiting');
    for (const each of [TEAM, ANY_TEAM])
      expect(await bot.store.ledger.open(ORG, each, '2018-07-25')).toEqual([]);
  });
});
