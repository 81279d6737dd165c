import fc from 'fast-check';
import { encodeButton } from '../../src/app/requests/button';
import type { Person } from '../../src/domain/people/person';
import { aPerson, type Bot, ORG, openBot, people } from '../support/bot';
import { aCampaign } from '../support/sample-data';

/*
 * A colleague makes a channel and puts people and the bot into it. Whatever those people do anywhere else, the colleague
 * sees the same through every door: two days that differ only in that are played, and all that was seen is compared.
 */

const DAY = '2018-07-24';
const NEXT = '2018-07-25';
const mallory = aPerson('mallory', { name: 'Mallory' });
const VICTIMS = people(3);
const agreeing = aPerson('p9', { name: 'Agreeing' });
const OWN = { place: 'own', placeName: 'Own', admin: true };
const PRIVATE = { place: null, placeName: '' };

/** What a person may do outside of the colleague's channel. */
const DEED = fc.record({
  who: fc.nat(VICTIMS.length - 1),
  when: fc.constantFrom('plan', 'early', 'in time', 'late'),
  inPrivate: fc.boolean(),
  text: fc.constantFrom(
    ...['home', 'leave', 'trip', 'office', 'off-peak 11:00', 'clear', `satellite on ${NEXT}`],
    ...[`home ${DAY}..${NEXT}`, 'week tue=off', 'week tue=leave wed=home', 'week clear', 'remind off'],
  ),
});
type Deed = typeof DEED extends fc.Arbitrary<infer T> ? T : never;

const QUESTIONS = [
  ...[
    'who',
    'tally',
    `who ${NEXT}`,
    `tally ${NEXT}`,
    `tally "Telework Days"`,
    'deliveries',
    'setup',
    'who this week',
    'me',
    'days',
    'remind now',
    'follow Person p1',
    'follow Agreeing',
    'following',
  ],
  ...['resend failed', 'resend unknown', 'audit'],
];

async function does(bot: Bot, { who, inPrivate, text }: Deed): Promise<void> {
  const person = VICTIMS[who] as Person;
  const where = inPrivate ? PRIVATE : {};
  await bot.says(person, text, where);
}

/** All that the colleague sees of a day and the next morning. */
async function seen(deeds: readonly Deed[], names: boolean): Promise<string[]> {
  const bot = await openBot('2018-07-20T12:00:00+09:00');
  try {
    const at = async (when: Deed['when']) => {
      for (const deed of deeds.filter((one) => one.when === when)) await does(bot, deed);
    };
    await bot.store.campaigns.save(aCampaign([DAY, NEXT], [DAY]));
    await bot.team([...VICTIMS, ...people(8).slice(3), agreeing]);
    bot.chat.people.set('own', [mallory, agreeing, ...VICTIMS]);
    await bot.inbox.place(ORG, 'own', 'Own');
    await bot.says(
      mallory,
      `setup names=${names ? 'on' : 'off'} commute=60 digest=${names ? 'lead' : 'on'}`,
      OWN,
    );
    await bot.says(agreeing, 'week tue=mobile', { place: 'own', placeName: 'Own' });
    const own = await bot.store.teams.at(ORG, 'own');
    const said: string[] = [];
    const asks = async () => {
      for (const text of QUESTIONS) said.push((await bot.says(mallory, text, OWN)).card.summary);
      const who = encodeButton({ kind: 'who', team: own?.id ?? '', day: DAY, group: null, from: 0 });
      said.push((await bot.presses(mallory, who, OWN)).card.summary);
      said.push((await bot.inbox.home(bot.actor(mallory, OWN))).summary);
    };
    await at('plan');
    // The digest of the week is sent.
    await bot.at('2018-07-20T15:00:00+09:00');
    await bot.at('2018-07-23T09:00:00+09:00');
    await asks();
    await at('early');
    for (const [time, when] of [
      ['07:00', 'in time'],
      ['09:48', null],
      ['10:30', 'late'],
    ] as const) {
      await bot.at(`${DAY}T${time}:00+09:00`);
      await asks();
      if (when) await at(when);
      await bot.core.refresh.settle();
      await asks();
    }
    await bot.at(`${NEXT}T10:30:00+09:00`);
    await asks();
    const posts = bot.chat.messages.filter(({ to }) => to === 'own' || to === mallory.id);
    // Ids of teams and posts are random or count what happened elsewhere.
    return [...said, ...posts.map(({ card, edits }) => `${edits} ${card.summary}`)];
  } finally {
    await bot.close();
  }
}

test('what people do elsewhere changes nothing that a channel is shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(DEED, { minLength: 1, maxLength: 6 }), fc.boolean(), async (deeds, names) => {
      expect(await seen(deeds, names)).toEqual(await seen([], names));
    }),
    { numRuns: 5 },
  );
});
