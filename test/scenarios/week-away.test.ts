import { readButton } from '../../src/app/requests/button';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import type { Inbox } from '../../src/ports/inbox';
import type { Store } from '../../src/store/store';
import { actionsOf } from '../fakes/teams/card-actions';
import { type Json, jsonOf, textOf } from '../fakes/teams/json';
import { aPerson, rolesOf } from '../support/bot';
import { aCampaign, at } from '../support/sample-data';
import { openSlackBot } from '../support/slack-bot';
import { openTeamsBot } from '../support/teams-bot';

/* A campaign week of a channel of six, in which the bot is away until 9:55 of the core day and until 13:10 of Thursday. */

const WEEK = ['2018-07-23', '2018-07-24', '2018-07-25', '2018-07-26', '2018-07-27'];
const [MON = '', TUE = '', WED = '', THU = '', FRI = ''] = WEEK;
const PEOPLE = 6;
const START = '2018-07-20T12:00:00+09:00';

/** What a story needs of a platform: texts are what its messages say to notifications and screen readers. */
interface Bench {
  org: string;
  readonly store: Store;
  readonly inbox: Inbox;
  at(iso: string): Promise<unknown>;
  restart(): Promise<void>;
  /** What stands in the channel, oldest first. */
  posts(): string[];
  direct(person: number): string[];
  presses(person: number, style: WorkStyle, day: string): Promise<void>;
  /** What neither the bot nor the platform ought to have complained of. */
  problems(): unknown[];
  close(): Promise<void>;
}

async function onSlack(): Promise<Bench> {
  const bot = await openSlackBot({ start: START });
  const { slack, teamId, org } = bot;
  const people = Array.from({ length: PEOPLE }, (_, n) =>
    slack.user(teamId, { realName: `Member ${n}`, locale: 'en-GB', admin: n === 0 }),
  );
  const channel = slack.channel(teamId, { name: 'sales', members: people.map(({ id }) => id) }).id;
  await slack.memberJoins(channel, 'bot');
  await bot.quiet();
  const isOf = (action: unknown, day: string, style: string) => {
    const button = readButton(String(action));
    return button?.kind === 'answer' && button.day === day && button.style === style;
  };
  return {
    org,
    get store() {
      return bot.store;
    },
    get inbox() {
      return bot.inbox;
    },
    at: (iso) => bot.at(iso),
    restart: () => bot.restart(),
    posts: () => slack.messages(channel).map(({ text }) => text ?? ''),
    direct: (person) => slack.messages(people[person]?.id ?? '').map(({ text }) => text ?? ''),
    async presses(person, style, day) {
      const poll = slack
        .messages(channel)
        .find(
          ({ blocks }) => JSON.stringify(blocks).includes('who|') && JSON.stringify(blocks).includes(day),
        );
      if (!poll) throw new Error(`no poll of ${day}`);
      await slack.press(people[person]?.id ?? '', { channel, ts: poll.ts }, ({ value }) =>
        isOf(value, day, style),
      );
      await bot.quiet();
      await bot.time.advance(10_000);
    },
    problems: () => bot.complaints,
    close: () => bot.close(),
  };
}

async function onTeams(): Promise<Bench> {
  const bot = await openTeamsBot({ start: START });
  const { world } = bot.fake;
  const people = world.people(PEOPLE, { locale: 'en-GB', prefix: 'Member' });
  const team = world.team('Sales', { members: people });
  const [first] = people;
  if (!first) throw new Error('nobody there');
  await bot.client.install(first, team.general);
  const decoded = (action: Json) => readButton(textOf(jsonOf(action.data).action));
  return {
    org: `teams:${world.home}`,
    get store() {
      return bot.store;
    },
    get inbox() {
      return bot.inbox;
    },
    at: (iso) => bot.at(iso),
    restart: () => bot.restart(),
    posts: () =>
      bot.fake
        .messages(team.general)
        .filter(({ from, thread }) => from === 'bot' && thread === null)
        .map(({ summary }) => summary),
    direct: (person) => bot.fake.direct(people[person] ?? first).map(({ summary }) => summary),
    async presses(person, style, day) {
      const isAnswer = (action: Json) => {
        const button = decoded(action);
        return button?.kind === 'answer' && button.style === style && button.day === day;
      };
      const poll = bot.fake.messages(team.general).find(({ card }) => {
        const actions = actionsOf(card ?? {});
        return actions.some(isAnswer) && actions.some((action) => decoded(action)?.kind === 'who');
      });
      if (!poll) throw new Error(`no poll of ${day}`);
      await bot.client.press(people[person] ?? first, poll, isAnswer);
      await bot.core.refresh.settle();
    },
    problems: () => [...bot.complaints, ...bot.fake.problems],
    close: () => bot.close(),
  };
}

let bench: Bench;
afterEach(() => bench.close());

/** Beats at these times, and in every minute in between. */
async function runs(day: string, ...times: string[]): Promise<void> {
  for (const time of times) {
    const iso = `${day}T${time}:00+09:00`;
    await bench.store.absences.alive(at(iso) - 60_000, Number.MAX_SAFE_INTEGER, 0);
    await bench.at(iso);
  }
}

/** A process that was not there since the last beat starts again. */
async function comesBack(day: string, time: string): Promise<void> {
  await bench.restart();
  await bench.at(`${day}T${time}:00+09:00`);
}

async function says(text: string): Promise<string> {
  const [team] = await bench.store.teams.list(bench.org);
  if (!team) throw new Error('no team');
  const { place, name: placeName } = team;
  const actor = { org: bench.org, person: aPerson('admin'), place, placeName, prefix: '/telework' };
  const roles = async () => rolesOf({ admin: true });
  return (await bench.inbox.command({ ...actor, roles }, text)).card.summary;
}

/** These lines of the posts with this title, as far as the shorter summaries of Teams reach. */
function shown(title: string, line: RegExp): string[][] {
  const posts = bench.posts().filter((text) => text.startsWith(title));
  return posts.map((text) =>
    text
      .slice(0, 299)
      .split('\n')
      .filter((each) => line.test(each))
      .map((each) => each.replace(/, [+−±]\d+ points?$/, '')),
  );
}

const STATE = /^(Opened late|This day is closed|The poll is open)/;
const FIGURES = /^(Telework: \d+ of \d|Response rate: \d+ of \d)/;
const OVER = 'This day is closed.';

const reminders = () => bench.direct(PEOPLE - 1).map((text) => text.split('\n')[0]);

test.each([
  ['Slack', onSlack],
  ['Teams', onTeams],
])('on %s no day is lost, late openings say why, and the figures are of all days', async (_, open) => {
  bench = await open();
  await bench.store.campaigns.save({ ...aCampaign(WEEK, [TUE]), org: bench.org });
  await runs('2018-07-20', '12:01');

  await runs(MON, '07:00');
  await bench.presses(0, 'home', MON);
  await bench.presses(1, 'office', MON);
  await runs(MON, '09:48', '10:30', '23:00');
  await comesBack(TUE, '09:55');
  expect(shown('Telework Day: Mon', STATE)).toEqual([[OVER]]);
  expect(shown('Mon ', FIGURES).filter(({ length }) => length > 0)).toEqual([
    ['Telework: 1 of 6 (17%)', 'Response rate: 2 of 6 (33%)'],
  ]);

  await bench.presses(0, 'home', TUE);
  await bench.presses(1, 'home', TUE);
  await runs(TUE, '10:22');
  expect(reminders()).toEqual(['Reminder: Mon 23 July']);
  await runs(TUE, '10:23', '10:30');
  await bench.presses(2, 'satellite', TUE);
  await runs(WED, '00:00');
  const overnight = 'Opened late: I was down from Mon 23 July 23:00 to Tue 24 July 09:55.';
  expect(shown('Telework Day (core day): Tue', STATE)).toEqual([[overnight, OVER]]);
  expect(shown('Tue ', FIGURES).filter(({ length }) => length > 0)).toEqual([
    ['Telework: 3 of 6 (50%)', 'Response rate: 3 of 6 (50%)'],
  ]);

  await runs(WED, '07:00');
  await bench.presses(0, 'mobile', WED);
  await runs(WED, '09:48', '10:30', '23:00');
  await comesBack(THU, '13:10');
  expect(shown('Telework Day: Wed', STATE)).toEqual([[OVER]]);
  expect(shown('Wed ', FIGURES).filter(({ length }) => length > 0)).toEqual([
    ['Telework: 1 of 6 (17%)', 'Response rate: 1 of 6 (17%)'],
  ]);

  await bench.presses(0, 'home', THU);
  await bench.presses(1, 'office', THU);
  await runs(THU, '14:09');
  expect(shown('Thu ', FIGURES).filter(({ length }) => length > 0)).toEqual([]);
  await runs(THU, '14:10');
  expect(await says(`deliveries ${THU}`)).toContain('Down from Wed 25 July 23:00 to Thu 26 July 13:10');
  await runs(FRI, '00:00');
  const morning = 'Opened late: I was down from Wed 25 July 23:00 to Thu 26 July 13:10.';
  expect(shown('Telework Day: Thu', STATE)).toEqual([[morning, OVER]]);
  expect(shown('Thu ', FIGURES).filter(({ length }) => length > 0)).toEqual([
    ['Telework: 1 of 6 (17%)', 'Response rate: 2 of 6 (33%)'],
  ]);

  await runs(FRI, '07:00');
  await bench.presses(0, 'office', FRI);
  await runs(FRI, '09:48', '10:30');
  await runs('2018-07-28', '00:00');
  // Of two announcements of Friday the one a week before was posted when the channel was new.
  expect(shown('Telework Day: Fri', STATE)).toEqual([[OVER]]);
  expect(shown('Fri ', FIGURES).filter(({ length }) => length > 0)).toEqual([
    ['Telework: 0 of 6 (0%)', 'Response rate: 1 of 6 (17%)'],
  ]);

  await runs('2018-07-30', '09:00', '12:00');
  expect(shown('Report', /^(Days counted|People who|Person-days)/)).toEqual([
    ['Days counted: 5/5', 'People who teleworked: 3 people', 'Person-days of telework: 6 person-days'],
  ]);
  expect(await says('tally Telework Days')).toContain('5/5');
  expect(reminders()).toEqual(
    ['Mon 23 July', 'Tue 24 July (core day)', 'Wed 25 July', 'Fri 27 July'].map((day) => `Reminder: ${day}`),
  );
  const posted = bench.posts().length;
  await runs('2018-07-31', '07:00', '12:00');
  expect(bench.posts()).toHaveLength(posted);
  expect(bench.problems()).toEqual([]);
});
