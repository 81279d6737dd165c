import { createGrants, createSealer } from '../../adapters/slack/install';
import manifest from '../../manifest.json';
import { type Locale, localeFor } from '../../src/domain/people/person';
import { openStore } from '../../src/store';
import { type FakeSlack, startFakeSlack } from '../fakes/slack';
import { type FakeTeams, startFakeTeams } from '../fakes/teams/fake-teams';
import type { Team, Person as TeamsPerson } from '../fakes/teams/world';
import { DAY, type Time } from './time';

/* Fifty organisations before the fakes of Slack and Microsoft. */

const WORKSPACES = 40;
const TENANTS = 10;
/** Every third organisation has a second team; its first member is in both. */
const SECOND_TEAM = 3;
const MEMBERS = 8;
const LOCALES = ['en-US', 'ja-JP', 'zh-CN', 'zh-TW'] as const;
const NEXT_DAY = '2018-07-25';

export interface Member {
  org: string;
  id: string;
  locale: Locale;
  /** On Microsoft's side. */
  teams: TeamsPerson | null;
}

/** A team and where it is. */
export interface Room {
  org: string;
  platform: 'slack' | 'teams';
  place: string;
  members: Member[];
  /** On Microsoft's side. */
  teams: Team | null;
  /** Its poll opens when the replicas are restarted one after the other. */
  second: boolean;
}

export interface World {
  slack: FakeSlack;
  teams: FakeTeams;
  rooms: Room[];
  /** The settings of a replica. */
  env: Record<string, string>;
  close(): Promise<void>;
}

const KEY = '5f0c9a7be24d81f3a6097cb1e83d524f60a9d7e3185bc4f29e07ad63b81c94e5';

export async function createWorld(time: Time, url: string): Promise<World> {
  const slack = await startFakeSlack({
    now: time.now,
    app: { events: manifest.settings.event_subscriptions.bot_events },
  });
  const teams = await startFakeTeams({ now: time.now });
  const tenants = Array.from({ length: TENANTS }, (_, n) => teams.world.tenant(`tenant ${n}`));
  const rooms = [
    ...(await workspaces(slack, url, time)),
    ...tenants.flatMap((tenant, n) => tenantRooms(teams, tenant, n)),
  ];
  return {
    slack,
    teams,
    rooms,
    env: {
      DATABASE_URL: url,
      DATABASE_POOL_SIZE: '8',
      SLACK_CLIENT_ID: slack.app.clientId,
      SLACK_CLIENT_SECRET: slack.app.clientSecret,
      SLACK_STATE_SECRET: 'the state secret of the tests, in no other use',
      SLACK_SIGNING_SECRET: slack.app.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PUBLIC_URL: 'http://127.0.0.1',
      ENCRYPTION_KEY: KEY,
      MicrosoftAppId: teams.appId,
      MicrosoftAppPassword: teams.password,
      MicrosoftAppTenantId: teams.world.home,
      TEAMS_ALLOWED_TENANTS: tenants.join(','),
    },
    async close() {
      await slack.stop();
      await teams.close();
    },
  };
}

function roomsIn(n: number): number {
  return n % SECOND_TEAM === 0 ? 2 : 1;
}

function localeAt(n: number): string {
  return LOCALES[n % LOCALES.length] ?? 'en-US';
}

async function workspaces(slack: FakeSlack, url: string, time: Time): Promise<Room[]> {
  const store = await openStore({ url, now: time.now, poolSize: 2 });
  const grants = createGrants(store.memory('slack'), createSealer(KEY));
  const rooms: Room[] = [];
  for (let n = 0; n < WORKSPACES; n += 1) {
    const { id } = slack.team({ name: `Workspace ${n}` });
    // Half of them let the bot read its channels, where it finds what it has posted.
    const history = n % 2 === 0 ? ['channels:history', 'groups:history'] : [];
    const token = slack.install({ team: id }, [...manifest.oauth_config.scopes.bot, ...history]);
    const { value: botToken, botId, botUser: botUserId, scopes } = token;
    const life = { expiresAt: null, refreshToken: null };
    await grants.put(`install:${id}`, {
      botToken,
      botId,
      botUserId,
      teamId: id,
      enterpriseId: null,
      scopes,
      ...life,
    });
    const org = `slack:${id}`;
    const person = (m: number): Member => {
      const locale = localeAt(n + m);
      const user = slack.user(id, { realName: `Person ${m}`, locale });
      return { org, id: user.id, locale: localeFor(locale) ?? 'en', teams: null };
    };
    const shared = person(0);
    for (let room = 0; room < roomsIn(n); room += 1) {
      const members = [shared, ...Array.from({ length: MEMBERS - 1 }, (_, m) => person(m + 1))];
      const place = slack.channel(id, { members: members.map((member) => member.id) }).id;
      rooms.push({ org, platform: 'slack', place, members, teams: null, second: n % 5 === 4 });
    }
  }
  await store.close();
  return rooms;
}

function tenantRooms({ world }: FakeTeams, tenant: string, n: number): Room[] {
  const org = `teams:${tenant}`;
  const person = (m: number): Member => {
    const locale = localeAt(n + m);
    const made = world.person(`Person ${m}`, { tenant, locale });
    return { org, id: made.id, locale: localeFor(locale) ?? 'en', teams: made };
  };
  const shared = person(0);
  return Array.from({ length: roomsIn(n) }, (_, room) => {
    const members = [shared, ...Array.from({ length: MEMBERS - 1 }, (__, m) => person(m + 1))];
    const people = members.flatMap(({ teams }) => (teams ? [teams] : []));
    const team = world.team(`Team ${n}.${room}`, { tenant, members: people });
    return { org, platform: 'teams', place: team.id, members, teams: team, second: n % 5 === 4 };
  });
}

/** Adds the bot everywhere, as people do: the teams come to be, each with its welcome. */
export async function addBot({ slack, teams, rooms }: World, url: string): Promise<void> {
  slack.useHttp(`${url}/slack/events`);
  const client = teams.client(`${url}/api/messages`);
  for (const { platform, place, teams: team, members } of rooms) {
    if (platform === 'slack') await slack.memberJoins(place, 'bot');
    else if (team && members[0]?.teams) await client.install(members[0].teams, team.general);
  }
  client.close();
}

/** The settings of the day, and a campaign for everybody; gives the teams' ids by their places. */
export async function planDay(
  { rooms }: World,
  url: string,
  time: Time,
  windows: { first: [string, string]; second: [string, string]; announceAt: string },
): Promise<Map<string, string>> {
  const store = await openStore({ url, now: time.now, poolSize: 4 });
  const ids = new Map<string, string>();
  for (const org of new Set(rooms.map((room) => room.org))) {
    const days = [DAY, NEXT_DAY].map((day) => ({ day, core: true }));
    await store.campaigns.save({ org, id: 'chaos', name: 'Chaos', days, target: null, ended: false });
  }
  for (const { org, place, second } of rooms) {
    const team = await store.teams.at(org, place);
    if (!team) throw new Error(`no team came to be at ${place}`);
    const [from, until] = second ? windows.second : windows.first;
    const { announceAt } = windows;
    await store.teams.change(org, team.id, (current) => ({
      ...current,
      settings: {
        ...current.settings,
        ...{ window: { from, until }, announce: ['prev'], announceAt, remind: { share: 0.25 } },
      },
    }));
    ids.set(place, team.id);
  }
  await store.wakeQueue.wake(null);
  await store.close();
  return ids;
}
