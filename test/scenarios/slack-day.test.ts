import type { WorkStyle } from '../../src/domain/answers/work-style';
import { aCampaign, at } from '../support/sample-data';
import { openSlackBot, type SlackBot, type Way } from '../support/slack-bot';

/* A Telework Day of a workspace with 300 people, three channels and two languages, as Slack would live it. */

const DAY = '2018-07-24';
const PEOPLE = 100;
/** Who answers how, by their number in the channel; the last ones stay silent, some of them until it is late. */
const STYLES: [WorkStyle, number][] = [
  ['home', 45],
  ['satellite', 10],
  ['off-peak', 15],
  ['office', 20],
];
const ANSWERED = STYLES.reduce((sum, [, count]) => sum + count, 0);
const SILENT = PEOPLE - ANSWERED;
const LATE = 4;
const VOTES_A_MINUTE = 30;

interface Channel {
  id: string;
  people: string[];
}

let slackBot: SlackBot;
afterEach(() => slackBot.close());

function styleOf(index: number): WorkStyle {
  let left = index;
  for (const [style, count] of STYLES) {
    if (left < count) return style;
    left -= count;
  }
  return 'home';
}

async function openWorkspace(way: Way): Promise<Channel[]> {
  slackBot = await openSlackBot({ way, start: '2018-07-23T08:00:00+09:00' });
  const { slack, teamId, org } = slackBot;
  const channels: Channel[] = [];
  for (const name of ['sales', 'eigyo', 'development']) {
    const people = Array.from(
      { length: PEOPLE },
      (_, n) => slack.user(teamId, { realName: `${name} ${n}`, locale: n % 2 ? 'ja-JP' : 'en-GB' }).id,
    );
    const { id } = slack.channel(teamId, { name, members: people });
    await slack.memberJoins(id, 'bot');
    await slackBot.quiet();
    channels.push({ id, people });
  }
  const japanese = await slackBot.team(channels[1]?.id ?? '');
  await slackBot.store.teams.change(org, japanese.id, (team) => ({
    ...team,
    settings: { ...team.settings, language: 'ja' },
  }));
  await slackBot.store.campaigns.save({ ...aCampaign([DAY], [DAY]), org });
  return channels;
}

/** The channel's message of today's poll, which is the only one whose text says so. */
function pollOf({ id }: Channel): { channel: string; ts: string } {
  const poll = slackBot.slack
    .messages(id)
    .find(({ blocks }) => JSON.stringify(blocks).includes(`|${DAY}|home`) && !isAnnouncement(blocks));
  if (!poll) throw new Error(`no poll in ${id}`);
  return { channel: id, ts: poll.ts };
}

function isAnnouncement(blocks: unknown): boolean {
  return !JSON.stringify(blocks).includes('who|');
}

async function vote(channel: Channel, person: string, style: WorkStyle): Promise<void> {
  const pressed = await slackBot.slack.press(
    person,
    pollOf(channel),
    ({ value }) => String(value).split('|')[3] === style,
  );
  expect(pressed).toMatchObject({ acked: true });
}

async function votes(list: (() => Promise<void>)[], until: string): Promise<void> {
  for (let next = 0; next < list.length; next += VOTES_A_MINUTE) {
    await Promise.all(list.slice(next, next + VOTES_A_MINUTE).map((cast) => cast()));
    await slackBot.time.advance(60_000);
  }
  expect(slackBot.time.now()).toBeLessThan(at(until));
}

async function counted(channel: Channel) {
  const team = await slackBot.team(channel.id);
  const { members, groups } = await slackBot.store.polls.count(
    slackBot.org,
    team.id,
    DAY,
    at(`${DAY}T10:30:00+09:00`),
  );
  return {
    members,
    groups: Object.fromEntries(groups.map(({ style, count, late }) => [style, [count, late]])),
  };
}

test.each(['http', 'socket'] as const)(
  'over %s: exact tallies, every post once, in spite of a storm of 429 and a restart',
  async (way) => {
    const channels = await openWorkspace(way);
    const { slack } = slackBot;
    await slackBot.at('2018-07-23T09:00:00+09:00');
    for (let n = 0; n < 6; n++) slack.fault({ kind: '429', method: 'chat.postMessage', retryAfter: 3 });
    await slackBot.at('2018-07-24T07:00:00+09:00');
    await slackBot.at('2018-07-24T07:02:00+09:00');

    const casts = channels.flatMap((channel) =>
      channel.people
        .slice(0, ANSWERED)
        .map((person, n) => ({ n, cast: () => vote(channel, person, styleOf(n)) })),
    );
    const first = casts.filter(({ n }) => n % 2 === 0).map(({ cast }) => cast);
    await votes(first, '2018-07-24T09:12:00+09:00');
    await slackBot.at('2018-07-24T09:12:00+09:00');
    await slackBot.restart();
    await votes(
      casts.filter(({ n }) => n % 2 === 1).map(({ cast }) => cast),
      '2018-07-24T09:48:00+09:00',
    );

    await slackBot.at('2018-07-24T09:48:00+09:00');
    for (const { people } of channels) {
      const reminded = people.filter((person) => slack.messages(person).length > 0);
      expect(reminded).toEqual(people.slice(-SILENT));
    }
    await slackBot.at('2018-07-24T10:30:00+09:00');
    for (const channel of channels) {
      for (const person of channel.people.slice(-LATE)) await vote(channel, person, 'home');
    }
    await slackBot.time.advance(120_000);
    await slackBot.quiet();

    for (const channel of channels) {
      expect(await counted(channel)).toEqual({
        members: PEOPLE,
        groups: { home: [45 + LATE, LATE], satellite: [10, 0], 'off-peak': [15, 0], office: [20, 0] },
      });
    }
    for (const { id } of channels) {
      const keys = slack.messages(id).map(({ metadata }) => JSON.stringify(metadata));
      expect(keys).toHaveLength(4);
      expect(new Set(keys).size).toBe(4);
      for (const text of slack
        .messages(id)
        .slice(2)
        .map((message) => message.text))
        expect(text).toContain('94');
    }
    for (const person of channels.flatMap(({ people }) => people)) {
      expect(slack.messages(person).length).toBeLessThanOrEqual(1);
    }
    const [english, japanese] = channels.map(({ id }) => slack.messages(id).at(-1)?.text ?? '');
    expect(english).toContain('Telework');
    expect(japanese).toContain('テレワーク');
    const storm = slack.calls.list('chat.postMessage').filter(({ outcome }) => outcome === '429');
    expect(storm).toHaveLength(6);
    expect(slack.rates.refusals()).toEqual({});
    expect(slackBot.complaints.filter(({ level }) => level === 'error')).toEqual([]);
  },
);
