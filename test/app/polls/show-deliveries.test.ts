import { encodeButton } from '../../../src/app/requests/button';
import { LOCALES } from '../../../src/domain/people/person';
import type { Team } from '../../../src/domain/teams/team';
import { type ActorChange, aPerson, createHouse, type House, ORG, people } from '../../support/house';
import { aCampaign } from '../../support/sample-data';

/* What an administrator sees of what was sent, and sends again. */

const DAY = '2018-07-24';
const boss = aPerson('boss', { name: 'The Boss' });
const admin: ActorChange = { admin: true };
const OPENS = `${DAY}T07:00:00+09:00`;
const REMINDS = `${DAY}T09:48:00+09:00`;

let house: House;
let team: Team;
beforeEach(async () => {
  house = await createHouse('2018-07-16T12:00:00+09:00');
  team = await house.team([boss, ...people(3)]);
  await house.store.campaigns.save(aCampaign([DAY, '2018-08-01'], [DAY]));
});
afterEach(() => house.close());

async function says(text: string, change = admin): Promise<string> {
  return (await house.says(boss, text, change)).card.summary;
}

function reminders(): string[] {
  return house.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);
}

async function answered(...ids: string[]): Promise<void> {
  for (const id of ids) await house.says(aPerson(id), 'home');
}

/** Opens the poll, and reminds everybody but the administrator, who has answered. */
async function morning(): Promise<void> {
  await house.at(OPENS);
  await answered('boss');
  await house.at(REMINDS);
}

describe('deliveries', () => {
  test('shows what was sent, when it was by the team’s clock, by which attempt, and what is planned', async () => {
    await house.at('2018-07-17T10:00:00+09:00');
    house.chat.fail('post', 'rate-limited', { retryAfterMs: 1_000 });
    await house.at(OPENS);
    await house.at(`${DAY}T07:01:00+09:00`);
    const said = await says('deliveries');
    expect(said).toContain('Announcement (7 days before): Sent · Tue 17 July 10:00');
    expect(said).toContain('Poll: Sent · Tue 24 July 07:01 · attempt 2');
    expect(said).toContain('Reminders: Planned · Tue 24 July 09:48');
    expect(said).toContain('Closing tally: Planned · Tue 24 July 10:30');
    expect(said).not.toContain('again');
  });

  test('of a task that waits it says how long', async () => {
    house.chat.fail('post', 'rate-limited', { retryAfterMs: 600_000 });
    await house.at(OPENS);
    expect(await says('deliveries')).toContain('Poll: Waiting · next attempt in 10 min');
  });

  test('counts reminders by outcome, and names whom they did not reach, with the cure', async () => {
    await house.at(OPENS);
    await answered('boss');
    house.chat.fail('direct', 'forbidden', { times: 2 });
    await house.at(REMINDS);
    const said = await says('deliveries today');
    expect(said).toContain('Sent: 1 person');
    expect(said).toContain('Failed: 2 people: Person p1 and Person p2 · The bot may not write to them');
    expect(said).toContain('its app is not installed for them. Please ask them to add it.');
    expect(said).not.toContain('the platform said');
    expect(house.chat.in('place')).toHaveLength(1);
  });

  test('a reminder that may have arrived is not sent again, and said to be unknown', async () => {
    await house.at(OPENS);
    await answered('boss');
    house.chat.fail('direct', 'uncertain', { after: true });
    await house.at(REMINDS);
    const said = await says('deliveries');
    expect(said).toContain('May or may not have arrived: 1 person: Person p1');
    expect(said).toContain('it may then arrive twice');
    expect(reminders()).toHaveLength(3);
  });

  test('of another day, in the past or to come', async () => {
    await morning();
    expect(await says('deliveries on 1 August')).toContain(
      'Announcement (7 days before): Planned · Wed 25 July',
    );
    expect(await says('deliveries 2018-07-20')).toContain('Nothing was sent or is planned for this day.');
  });

  test.each(['deliveries', 'resend failed'])('%j is for administrators', async (text) => {
    await morning();
    const reply = await house.says(boss, text);
    expect(reply.refused).toBe(true);
    expect(reply.card.summary).toContain('Only an administrator');
  });

  test('in private it is for who may set up the team’s channel, wherever else they may', async () => {
    const [inPrivate, elsewhere] = [{ place: null }, { place: 'other', admin: true, orgAdmin: false }];
    expect((await house.says(boss, 'deliveries', inPrivate)).refused).toBe(true);
    const action = encodeButton({ kind: 'resend', team: team.id, day: DAY, which: 'failed' });
    expect((await house.presses(boss, action, elsewhere)).refused).toBe(true);
    house.chat.managers.add('boss place');
    expect((await house.says(boss, 'deliveries', inPrivate)).refused).toBe(false);
    expect((await house.presses(boss, action, inPrivate)).refused).toBe(false);
  });

  test('is no answer to be shown to others', async () => {
    expect((await house.says(boss, 'deliveries', admin)).confidential).toBe(true);
    expect((await house.says(boss, 'tally', admin)).confidential).toBeUndefined();
  });

  test('what an earlier version wrote as a reason is not shown', async () => {
    const task = { org: ORG, team: team.id, kind: 'close', day: DAY, channel: 'first' } as const;
    await house.store.ledger.claim(task, 60_000);
    await house.store.ledger.finish(task, 1, { state: 'failed', reason: 'TypeError: x is not a function' });
    const said = await says(`deliveries ${DAY}`);
    expect(said).toContain('Closing tally: Failed');
    expect(said).not.toContain('TypeError');
  });

  test.each(LOCALES)('speaks %s', async (language) => {
    await house.store.teams.change(ORG, team.id, () => ({
      ...team,
      settings: { ...team.settings, language },
    }));
    await house.at(OPENS);
    house.chat.fail('direct', 'gone', { times: 9 });
    await house.at(REMINDS);
    const { card } = await house.says(aPerson('boss', { locale: language }), 'deliveries', admin);
    expect(card.locale).toBe(language);
    expect(card.summary).toContain('Person p1');
  });
});

describe('resend failed', () => {
  async function failing(kind: 'forbidden' | 'uncertain', times = 1): Promise<void> {
    await house.at(OPENS);
    await answered('boss');
    house.chat.fail('direct', kind, { times });
    await house.at(REMINDS);
  }

  test('sends only what failed, under a new attempt, and says where to look', async () => {
    await failing('forbidden');
    expect(reminders()).toEqual(['p2', 'p3']);
    const said = await says('resend failed');
    expect(said).toContain('Reminders: 1 person');
    expect(said).toContain('“deliveries 2018-07-24”');
    await house.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3', 'p1']);
    const [entry] = await house.store.ledger.list(ORG, '', DAY, 'reminder');
    expect(entry).toMatchObject({ person: 'p1', state: 'done', attempt: 2, reason: null });
    expect(await says('deliveries')).toContain('Sent: 3 people');
  });

  test('reminds nobody else, even who has fallen silent since', async () => {
    await failing('forbidden');
    await house.says(boss, 'clear');
    await says('resend failed');
    await house.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3', 'p1']);
  });

  test('two administrators at once send once', async () => {
    await failing('forbidden', 3);
    await Promise.all([says('resend failed'), says('resend failed')]);
    await house.at(`${DAY}T09:50:00+09:00`);
    expect(reminders().sort()).toEqual(['p1', 'p2', 'p3']);
    expect(await says('resend failed')).toContain('There is nothing to send again.');
    await house.at(`${DAY}T09:52:00+09:00`);
    expect(reminders()).toHaveLength(3);
  });

  test('what fails once more can be asked for once more', async () => {
    await failing('forbidden', 2);
    await says('resend failed');
    house.chat.fail('direct', 'forbidden', { times: 1 });
    await house.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toHaveLength(2);
    await says('resend failed');
    await house.at(`${DAY}T09:52:00+09:00`);
    expect(reminders().sort()).toEqual(['p1', 'p2', 'p3']);
  });

  test('nothing to who has answered meanwhile, and it says so', async () => {
    await failing('forbidden');
    await answered('p1');
    const said = await says('resend failed');
    expect(said).toContain('There is nothing to send again.');
    expect(said).toContain('Answered meanwhile: 1 message');
    await house.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3']);
  });

  test('nothing to who answers before the tick', async () => {
    await failing('forbidden');
    await says('resend failed');
    await answered('p1');
    await house.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3']);
    expect(await says('deliveries')).toContain('Not needed: 1 person · They answered meanwhile.');
  });

  test('no reminder after the window', async () => {
    await failing('forbidden');
    house.moveClock(`${DAY}T10:30:00+09:00`);
    expect(await says('resend failed')).toContain('Too late for it: 1 message');
  });

  test('what may have arrived only by its own button, which warns', async () => {
    await failing('uncertain');
    const reply = await house.says(boss, 'resend failed', admin);
    expect(reply.card.summary).toContain('it may then arrive twice');
    await house.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3']);
    const action = encodeButton({ kind: 'resend', team: team.id, day: DAY, which: 'unknown' });
    expect((await house.presses(boss, action)).refused).toBe(true);
    await house.presses(boss, action, admin);
    await house.at(`${DAY}T09:52:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3', 'p1']);
  });

  test('a post the platform refused, while it still makes sense', async () => {
    house.chat.fail('post', 'invalid');
    await house.at(OPENS);
    expect(house.chat.in('place')).toHaveLength(0);
    expect(await says('deliveries')).toContain('The chat platform refused the message.');
    expect(await says('resend failed')).toContain('In the channel: 1 message');
    await house.at(`${DAY}T07:05:00+09:00`);
    expect(house.chat.in('place')).toHaveLength(1);
    expect(await says('deliveries')).toContain('Poll: Sent · Tue 24 July 07:05 · attempt 2');
  });

  test('no post whose time is over, and nothing that was done', async () => {
    house.chat.fail('post', 'invalid');
    await house.at(OPENS);
    house.moveClock(`${DAY}T11:00:00+09:00`);
    expect(await says('resend failed')).toContain('Too late for it: 1 message');
    await house.at(`${DAY}T11:01:00+09:00`);
    expect(await says('resend failed 2018-07-24')).not.toContain('In the channel');
  });
});

test('who cannot be reached in private is counted for the administrator, without a word in public', async () => {
  await house.at(OPENS);
  house.chat.fail('direct', 'forbidden', { times: 2 });
  await house.at(REMINDS);
  expect(house.chat.in('place')).toHaveLength(1);
  expect(await says('setup')).toContain('2 people cannot be reached in private');
  await house.at(`${DAY}T09:55:00+09:00`);
  const tries = house.chat.calls.filter(({ method }) => method === 'direct');
  expect(tries).toHaveLength(4);
});
