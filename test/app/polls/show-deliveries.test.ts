import { encodeButton } from '../../../src/app/requests/button';
import { createTeam } from '../../../src/app/teams/own-team';
import { LOCALES } from '../../../src/domain/people/person';
import type { Team } from '../../../src/domain/teams/team';
import { type ActorChange, aPerson, type Bot, ORG, openBot, people } from '../../support/bot';
import { aCampaign } from '../../support/sample-data';

/* What an administrator sees of what was sent, and sends again. */

const DAY = '2018-07-24';
const boss = aPerson('boss', { name: 'The Boss' });
const admin: ActorChange = { admin: true };
const OPENS = `${DAY}T07:00:00+09:00`;
const REMINDS = `${DAY}T09:48:00+09:00`;

let bot: Bot;
let team: Team;
beforeEach(async () => {
  bot = await openBot('2018-07-16T12:00:00+09:00');
  team = await bot.team([boss, ...people(3)]);
  await bot.store.campaigns.save(aCampaign([DAY, '2018-08-01'], [DAY]));
  for (const { id } of [boss, ...people(3)])
    await bot.store.agreements.add({ org: ORG, team: team.id, person: id, agrees: 'counts', day: null });
});
afterEach(() => bot.close());

async function says(text: string, change = admin): Promise<string> {
  return (await bot.says(boss, text, change)).card.summary;
}

function reminders(): string[] {
  return bot.chat.messages.filter(({ key }) => key.includes('/reminder/')).map(({ to }) => to);
}

async function answered(...ids: string[]): Promise<void> {
  for (const id of ids) await bot.says(aPerson(id), 'home');
}

/** The lines of a card that begin with this label. */
function lines(said: string, label: string): string[] {
  return said.split('\n').filter((line) => line.startsWith(`${label}:`));
}

/** Opens the poll, and reminds all but the administrator, who has answered. */
async function morning(): Promise<void> {
  await bot.at(OPENS);
  await answered('boss');
  await bot.at(REMINDS);
}

describe('deliveries', () => {
  test('shows what was sent, when it was by the team’s clock, by which attempt, and what is planned', async () => {
    await bot.at('2018-07-17T10:00:00+09:00');
    bot.chat.fail('post', 'rate-limited', { retryAfterMs: 1_000 });
    await bot.at(OPENS);
    await bot.at(`${DAY}T07:01:00+09:00`);
    const said = await says('deliveries');
    expect(said).toContain('Announcement (7 days before): Sent · Tue 17 July 10:00');
    expect(said).toContain('Poll: Sent · Tue 24 July 07:01 · attempt 2');
    expect(said).toContain('Reminders: Planned · Tue 24 July 09:48');
    expect(said).toContain('Closing tally: Planned · Tue 24 July 10:30');
    expect(said).not.toContain('again');
  });

  test('of a task that waits it says how long', async () => {
    bot.chat.fail('post', 'rate-limited', { retryAfterMs: 600_000 });
    await bot.at(OPENS);
    expect(await says('deliveries')).toContain('Poll: Waiting · next attempt in 10 min');
  });

  test('counts reminders by outcome, and names whom they did not reach, with the cure', async () => {
    await bot.at(OPENS);
    await answered('boss');
    bot.chat.fail('direct', 'forbidden', { times: 2 });
    await bot.at(REMINDS);
    const said = await says('deliveries today');
    expect(said).toContain('Sent: 1 person');
    expect(said).toContain('Failed: 2 people: Person p1 and Person p2 · I can’t message them');
    expect(said).toContain('Check that their account is active');
    expect(said).not.toContain('they don’t have the app');
    expect(said).not.toContain('the platform said');
    expect(bot.chat.in('place')).toHaveLength(1);
  });

  test('a reminder that may have arrived is not sent again, and said to be unknown', async () => {
    await bot.at(OPENS);
    await answered('boss');
    bot.chat.fail('direct', 'uncertain', { after: true });
    await bot.at(REMINDS);
    const said = await says('deliveries');
    expect(said).toContain('Unconfirmed: 1 person: Person p1');
    expect(said).toContain('some people may get them twice');
    expect(reminders()).toHaveLength(3);
  });

  test('of another day, in the past or to come', async () => {
    await morning();
    expect(await says('deliveries on 1 August')).toContain(
      'Announcement (on the previous working day): Planned · Tue 31 July 09:00',
    );
    expect(await says('deliveries 2018-07-20')).toContain(
      'Nothing was sent, and nothing is planned for this day.',
    );
  });

  test('people of two platforms whom reminders did not reach stand apart, each with the cure that helps there', async () => {
    const far = aPerson('teams:tenant|x', { name: 'Xu' });
    bot.chat.people.set('place', [boss, far]);
    await bot.store.agreements.add({ org: ORG, team: team.id, person: far.id, agrees: 'counts', day: null });
    await bot.at(OPENS);
    bot.chat.fail('direct', 'gone', { times: 9 });
    await bot.at(REMINDS);
    const said = await says('deliveries');
    expect(said).toContain('I can’t find their account.');
    expect(said).toMatch(/Failed: 1 person: Xu · I don’t have a private chat with them. Ask them to add/);
  });

  test('do not take the reminders of the day’s earlier poll for those of another team', async () => {
    await morning();
    await bot.at(`${DAY}T10:30:00+09:00`);
    await bot.at(`${DAY}T13:00:00+09:00`);
    await says('drill typhoon');
    const said = await says('deliveries');
    expect(said).toContain('Poll');
    expect(said).not.toContain('for another team');
  });

  test('of a poll that was posted again and followed by another show each post, and why the first came late', async () => {
    await bot.at(`${DAY}T06:00:00+09:00`);
    await bot.at(`${DAY}T07:20:00+09:00`);
    await answered('boss');
    await says('poll now');
    const away = 'Down from 06:00 to 07:20.';
    const first = [`Poll: Sent · Tue 24 July 07:20 · ${away}`, 'Poll: Sent · Tue 24 July 07:20'];
    expect(lines(await says('deliveries'), 'Poll')).toEqual(first);
    for (const time of ['09:55', '10:30', '13:00']) await bot.at(`${DAY}T${time}:00+09:00`);
    await says('drill typhoon for 2h');
    for (const time of ['14:40', '14:55']) await bot.at(`${DAY}T${time}:00+09:00`);
    const said = await says('deliveries');
    expect(lines(said, 'Poll')).toEqual(first);
    expect(lines(said, 'Poll (no. 2 of the day)')).toEqual([
      'Poll (no. 2 of the day): Sent · Tue 24 July 13:00',
    ]);
    expect(lines(said, 'Second reminders (no. 2 of the day)')[0]).toMatch(/: Done · Tue 24 July 14:\d\d$/);
    expect(said).toMatch(/Second reminders by outcome\nSent: 3 people/);
  });

  test('say that reminders were gone through, not that they were sent, and name those who slept', async () => {
    await bot.at(OPENS);
    await answered('boss', 'p1', 'p2');
    const far = { ...aPerson('p3'), timeZone: 'Europe/London' };
    bot.chat.people.set('place', [boss, aPerson('p1'), aPerson('p2'), far]);
    bot.moveClock(`${DAY}T07:30:00+09:00`);
    await bot.store.people.setRoster(ORG, team.id, [boss, aPerson('p1'), aPerson('p2'), far]);
    await bot.at(REMINDS);
    const said = await says('deliveries');
    expect(said).toContain('Reminders: Done · Tue 24 July 09:48');
    expect(said).toMatch(/Missed: 1 person: Person p3 · It was night where they are/);
  });

  test('say of members who have not answered in the team only that nothing is said of their reminders', async () => {
    const late = aPerson('late');
    bot.chat.people.set('place', [boss, ...people(3), late]);
    await morning();
    const said = await says('deliveries');
    expect(reminders()).toContain('late');
    expect(said).toContain('Sent: 3 people');
    expect(said).toContain(
      '1 person hasn’t answered in this channel yet. Whether they got a reminder isn’t shown',
    );
  });

  test('tell of what was missed while the bot was away after the poll had opened', async () => {
    await bot.at(OPENS);
    await answered('boss');
    await bot.at(`${DAY}T09:00:00+09:00`);
    await bot.at(`${DAY}T12:00:00+09:00`);
    const said = await says('deliveries');
    expect(said).toContain('Reminders: Missed · Down from 09:00 to 12:00.');
    expect(said).toContain('Closing tally: Sent · Tue 24 July 12:00');
  });

  test('say of people who were reminded for another team that this is once a day, and name no team', async () => {
    bot.chat.people.set('other', [boss, ...people(3)]);
    const other = await createTeam(bot.core, { org: ORG, place: 'other', name: 'Operations' });
    const window = { from: '07:00', until: '09:00' } as const;
    const early = { ...other, settings: { ...other.settings, window } };
    await bot.store.teams.change(ORG, other.id, () => early);
    await bot.at(OPENS);
    await bot.at(`${DAY}T08:36:00+09:00`);
    expect(reminders()).toHaveLength(4);
    const note = 'once a day over all teams; 4 people were reminded for another team';
    const planned = await says('deliveries');
    expect(planned).toContain(`Reminders: Planned · Tue 24 July 09:48 · ${note}`);
    expect(planned).not.toContain(other.name);
    await bot.at(REMINDS);
    expect(await says('deliveries')).toContain(note);
    expect(await says('deliveries', { ...admin, place: 'other' })).not.toContain('once a day');
  });

  test.each(['deliveries', 'resend failed'])('%j is for administrators', async (text) => {
    await morning();
    const reply = await bot.says(boss, text);
    expect(reply.refused).toBe(true);
    expect(reply.card.summary).toContain('Only admins');
  });

  test('in private it is for people who may set up the team’s channel, whatever else they may set up', async () => {
    const [inPrivate, elsewhere] = [{ place: null }, { place: 'other', admin: true, orgAdmin: false }];
    expect((await bot.says(boss, 'deliveries', inPrivate)).refused).toBe(true);
    const action = encodeButton({ kind: 'resend', team: team.id, day: DAY, which: 'failed' });
    expect((await bot.presses(boss, action, elsewhere)).refused).toBe(true);
    bot.chat.managers.add('boss place');
    expect((await bot.says(boss, 'deliveries', inPrivate)).refused).toBe(false);
    expect((await bot.presses(boss, action, inPrivate)).refused).toBe(false);
  });

  test('is not shown to others', async () => {
    expect((await bot.says(boss, 'deliveries', admin)).confidential).toBe(true);
    expect((await bot.says(boss, 'tally', admin)).confidential).toBeUndefined();
  });

  test('what an earlier version wrote as a reason is not shown', async () => {
    const task = { org: ORG, team: team.id, kind: 'close', day: DAY, channel: 'first' } as const;
    await bot.store.ledger.claim(task, 60_000);
    await bot.store.ledger.finish(task, 1, { state: 'failed', reason: 'TypeError: x is not a function' });
    const said = await says(`deliveries ${DAY}`);
    expect(said).toContain('Closing tally: Failed');
    expect(said).not.toContain('TypeError');
  });

  test.each(LOCALES)('speaks %s', async (language) => {
    await bot.store.teams.change(ORG, team.id, () => ({
      ...team,
      settings: { ...team.settings, language },
    }));
    await bot.at(OPENS);
    bot.chat.fail('direct', 'gone', { times: 9 });
    await bot.at(REMINDS);
    const { card } = await bot.says(aPerson('boss', { locale: language }), 'deliveries', admin);
    expect(card.locale).toBe(language);
    expect(card.summary).toContain('Person p1');
  });
});

describe('resend failed', () => {
  async function failing(kind: 'forbidden' | 'uncertain', times = 1): Promise<void> {
    await bot.at(OPENS);
    await answered('boss');
    bot.chat.fail('direct', kind, { times });
    await bot.at(REMINDS);
  }

  test('sends only what failed, under a new attempt, and says where to look', async () => {
    await failing('forbidden');
    expect(reminders()).toEqual(['p2', 'p3']);
    const said = await says('resend failed');
    expect(said).toContain('Reminders: 1 person');
    expect(said).toContain('“deliveries 2018-07-24”');
    await bot.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3', 'p1']);
    const [entry] = await bot.store.ledger.list(ORG, '', DAY, 'reminder');
    expect(entry).toMatchObject({ person: 'p1', state: 'done', attempt: 2, reason: null });
    expect(await says('deliveries')).toContain('Sent: 3 people');
  });

  test('reminds no others, even those who took their answer back since', async () => {
    await failing('forbidden');
    await bot.says(boss, 'clear');
    await says('resend failed');
    await bot.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3', 'p1']);
  });

  test('two administrators at once send once', async () => {
    await failing('forbidden', 3);
    await Promise.all([says('resend failed'), says('resend failed')]);
    await bot.at(`${DAY}T09:50:00+09:00`);
    expect(reminders().sort()).toEqual(['p1', 'p2', 'p3']);
    expect(await says('resend failed')).toContain('There’s nothing to resend.');
    await bot.at(`${DAY}T09:52:00+09:00`);
    expect(reminders()).toHaveLength(3);
  });

  test('what fails once more can be asked for once more', async () => {
    await failing('forbidden', 2);
    await says('resend failed');
    bot.chat.fail('direct', 'forbidden', { times: 1 });
    await bot.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toHaveLength(2);
    await says('resend failed');
    await bot.at(`${DAY}T09:52:00+09:00`);
    expect(reminders().sort()).toEqual(['p1', 'p2', 'p3']);
  });

  test('nothing to a member who has answered since, and it says so', async () => {
    await failing('forbidden');
    await answered('p1');
    const said = await says('resend failed');
    expect(said).toContain('There’s nothing to resend.');
    expect(said).toContain('Answered in the meantime: 1 message');
    await bot.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3']);
  });

  test('where nothing can be sent again, the day’s reminders stay done, and another process holds nothing up', async () => {
    await failing('forbidden');
    await answered('p1');
    const [before] = await bot.store.ledger.list(ORG, team.id, DAY, 'remind');
    await says('resend failed');
    expect(await bot.store.ledger.list(ORG, team.id, DAY, 'remind')).toEqual([before]);
    const key = { org: ORG, team: team.id, kind: 'remind', day: DAY, channel: 'first' } as const;
    await bot.store.ledger.reopen(key, ['done'], 'asked-again');
    await bot.store.ledger.claim(key, 45_000);
    expect(await says('resend failed')).toContain('Answered in the meantime: 1 message');
  });

  test('reminders of the day’s second poll, too', async () => {
    await bot.at(OPENS);
    await answered('boss', 'p1', 'p2');
    for (const time of ['10:30', '13:00']) await bot.at(`${DAY}T${time}:00+09:00`);
    await says('drill typhoon for 2h');
    bot.chat.fail('direct', 'forbidden');
    await bot.at(`${DAY}T14:36:00+09:00`);
    expect(reminders()).toEqual([]);
    expect(await says('resend failed')).toContain('Reminders: 1 person');
    await bot.at(`${DAY}T14:37:00+09:00`);
    expect(reminders()).toEqual(['p3']);
  });

  test('nothing to a member who answers before the tick', async () => {
    await failing('forbidden');
    await says('resend failed');
    await answered('p1');
    await bot.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3']);
    expect(await says('deliveries')).toContain('Not needed: 1 person · Answered in the meantime.');
  });

  test('no reminder after the window', async () => {
    await failing('forbidden');
    bot.moveClock(`${DAY}T10:30:00+09:00`);
    expect(await says('resend failed')).toContain('Too late: 1 message');
  });

  test('what may have arrived only by its own button, which warns', async () => {
    await failing('uncertain');
    const reply = await bot.says(boss, 'resend failed', admin);
    expect(reply.card.summary).toContain('some people may get them twice');
    await bot.at(`${DAY}T09:50:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3']);
    const action = encodeButton({ kind: 'resend', team: team.id, day: DAY, which: 'unknown' });
    expect((await bot.presses(boss, action)).refused).toBe(true);
    await bot.presses(boss, action, admin);
    await bot.at(`${DAY}T09:52:00+09:00`);
    expect(reminders()).toEqual(['p2', 'p3', 'p1']);
  });

  test('a post the platform refused, while it still makes sense', async () => {
    bot.chat.fail('post', 'invalid');
    await bot.at(OPENS);
    expect(bot.chat.in('place')).toHaveLength(0);
    expect(await says('deliveries')).toContain('The chat platform refused it.');
    expect(await says('resend failed')).toContain('In the channel: 1 message');
    await bot.at(`${DAY}T07:05:00+09:00`);
    expect(bot.chat.in('place')).toHaveLength(1);
    expect(await says('deliveries')).toContain('Poll: Sent · Tue 24 July 07:05 · attempt 2');
  });

  test('no post whose time is over, and nothing that was done', async () => {
    bot.chat.fail('post', 'invalid');
    await bot.at(OPENS);
    bot.moveClock('2018-07-25T00:00:00+09:00');
    expect(await says('resend failed 2018-07-24')).toContain('Too late: 1 message');
    await bot.at('2018-07-25T00:01:00+09:00');
    expect(await says('resend failed 2018-07-24')).not.toContain('In the channel');
  });
});

test('members who cannot be reached in private are counted for the administrator, not in public', async () => {
  await bot.at(OPENS);
  bot.chat.fail('direct', 'forbidden', { times: 2 });
  await bot.at(REMINDS);
  expect(bot.chat.in('place')).toHaveLength(1);
  expect(await says('setup')).toContain('I can’t message 2 people');
  await bot.at(`${DAY}T09:55:00+09:00`);
  const tries = bot.chat.calls.filter(({ method }) => method === 'direct');
  expect(tries).toHaveLength(4);
});
