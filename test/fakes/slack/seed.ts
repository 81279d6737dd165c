import { install, rotate } from './tokens';
import {
  type App,
  botToken,
  type Channel,
  directChannel,
  type Enterprise,
  known,
  newId,
  newUser,
  secret,
  type Team,
  type Token,
  teamOf,
  type User,
  type Usergroup,
  type World,
} from './world';

/** The scopes the tests install with, unless told otherwise. */
export const BOT_SCOPES = [
  'commands',
  'chat:write',
  'channels:read',
  'groups:read',
  'users:read',
  'usergroups:read',
  'im:write',
] as const;

export interface Seed {
  enterprise(patch?: Partial<Enterprise>): Enterprise;
  team(patch?: Partial<Team>): Team;
  user(team: string, patch?: Partial<User>): User;
  /** `members` are user ids; the bot is invited with `invite`, like anybody. */
  channel(team: string, patch?: Partial<Omit<Channel, 'members'>> & { members?: Iterable<string> }): Channel;
  usergroup(team: string, patch?: Partial<Usergroup>): Usergroup;
  /** Installs the app in a workspace, or org-wide: gives the bot token. */
  install(owner: { team: string } | { enterprise: string }, scopes?: readonly string[]): Token;
  /** Makes the token expire in twelve hours; gives what renews it. */
  refreshToken(token: Token): string;
  /** An app-level token (`xapp-`), of this app unless told otherwise. */
  appToken(options?: { app?: string; scopes?: string[] }): string;
  /** Puts people, or with `'bot'` the app's bot user, into a channel. */
  invite(channel: string, ...users: string[]): void;
  /** The id of the app's bot user in the workspace. */
  botUser(team: string): string;
  /** The id of the conversation between the bot and this person. */
  direct(user: string): Channel;
}

export function newApp(patch: Partial<App> = {}): App {
  return {
    id: 'A0TELEWORKD',
    name: 'Telework Days',
    clientId: '1111111111.2222222222',
    clientSecret: 'client-secret-of-the-tests',
    signingSecret: 'signing-secret-of-the-tests',
    verificationToken: 'verification-token',
    redirectUrls: [],
    tokenRotation: false,
    events: null,
    homeTab: true,
    escapesCommands: true,
    ...patch,
  };
}

export function createSeed(world: World): Seed {
  function botUser(team: string): string {
    const token = botToken(world, team);
    if (!token) throw new Error(`the app is not installed in ${team}: call install first`);
    return token.botUser;
  }
  return {
    enterprise(patch = {}) {
      const made = { id: newId(world, 'E'), name: 'Example Group', ...patch };
      world.enterprises.set(made.id, made);
      return made;
    },
    team(patch = {}) {
      const id = patch.id ?? newId(world, 'T');
      const made = { id, name: `Team ${id}`, domain: id.toLowerCase(), enterprise: null, ...patch };
      if (made.enterprise) known(world.enterprises, made.enterprise, 'enterprise');
      world.teams.set(id, made);
      return made;
    },
    user: (team, patch) => newUser(world, team, patch),
    channel(team, patch = {}) {
      teamOf(world, team);
      const id = patch.id ?? newId(world, 'C');
      const made: Channel = {
        id,
        team,
        name: `channel-${id.toLowerCase()}`,
        kind: 'public',
        archived: false,
        partner: null,
        creator: null,
        sharedWith: new Set(),
        invited: new Set(),
        ...patch,
        members: new Set(patch.members ?? []),
      };
      world.channels.set(id, made);
      return made;
    },
    usergroup(team, patch = {}) {
      const id = patch.id ?? newId(world, 'S');
      const made = {
        id,
        team,
        name: `Group ${id}`,
        handle: id.toLowerCase(),
        users: [],
        disabled: false,
        ...patch,
      };
      world.usergroups.set(id, made);
      return made;
    },
    install: (owner, scopes = BOT_SCOPES) => install(world, owner, scopes),
    refreshToken: (token) => rotate(world, token).refresh_token,
    appToken({ app = world.app.id, scopes = ['connections:write'] } = {}) {
      const value = `xapp-1-${app}-1111111111-${secret()}`;
      world.tokens.set(value, {
        value,
        kind: 'app',
        app,
        team: null,
        enterprise: null,
        scopes,
        botUser: '',
        botId: '',
        expiresAt: null,
        state: 'live',
      });
      return value;
    },
    invite(channel, ...users) {
      const { members, team } = known(world.channels, channel, 'channel');
      for (const id of users) members.add(id === 'bot' ? botUser(team) : id);
    },
    botUser,
    direct(id) {
      const { team } = known(world.users, id, 'user');
      return directChannel(world, team, botUser(team), id);
    },
  };
}
