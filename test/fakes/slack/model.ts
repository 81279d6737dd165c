import type { Json } from './refusal';

/** What a workspace holds, as plain data: the API changes it, tests look at it. Times are milliseconds. */

export interface Enterprise {
  id: string;
  name: string;
}

export interface Team {
  id: string;
  name: string;
  domain: string;
  enterprise: string | null;
}

export interface User {
  id: string;
  team: string;
  /** The handle. */
  name: string;
  realName: string;
  displayName: string;
  email: string;
  emailConfirmed: boolean;
  /** As Slack writes it: `ja-JP`. */
  locale: string;
  tz: string;
  bot: boolean;
  deleted: boolean;
  /** A guest; `singleChannel` guests see one channel only. */
  guest: boolean;
  singleChannel: boolean;
  admin: boolean;
  owner: boolean;
  /** `expiration`: epoch seconds; 0: none. */
  status: { text: string; emoji: string; expiration: number };
}

export interface Channel {
  id: string;
  team: string;
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  archived: boolean;
  members: Set<string>;
  /** The other person of an `im`. */
  partner: string | null;
  /** Who made it; null where Slack does not say. */
  creator: string | null;
  /** Other workspaces in a shared channel. */
  sharedWith: Set<string>;
  /** Workspaces that are invited to share the channel. */
  invited: Set<string>;
}

export interface Usergroup {
  id: string;
  team: string;
  name: string;
  handle: string;
  users: string[];
  disabled: boolean;
}

export interface Message {
  channel: string;
  ts: string;
  user: string;
  botId: string;
  text: string;
  blocks: Json[] | null;
  metadata: Json | null;
  threadTs: string | null;
  editedTs: string | null;
}

export interface Ephemeral extends Message {
  /** Who alone sees it. */
  seenBy: string;
}

export interface View {
  id: string;
  team: string;
  user: string;
  type: 'modal' | 'home';
  hash: string;
  rootId: string;
  previousId: string | null;
  /** The view as the app gave it, with block and action ids filled in. */
  body: Json & { blocks: Json[] };
}

export interface Token {
  value: string;
  kind: 'bot' | 'app' | 'user';
  /** Whose it is, of a user token. */
  user?: string;
  app: string;
  /** Null on an org-wide token. */
  team: string | null;
  enterprise: string | null;
  scopes: string[];
  botUser: string;
  botId: string;
  expiresAt: number | null;
  state: 'live' | 'revoked' | 'uninstalled';
}

export interface Trigger {
  user: string;
  team: string;
  /** The modal in which it was made, for views.push. */
  view: string | null;
  expiresAt: number;
  exchanged: boolean;
}

export interface ResponseUrl {
  channel: string;
  user: string;
  team: string;
  /** The message that `replace_original` speaks of. */
  original: { ts: string; ephemeral: boolean } | null;
  expiresAt: number;
  uses: number;
}

export interface App {
  id: string;
  name: string;
  clientId: string;
  clientSecret: string;
  signingSecret: string;
  verificationToken: string;
  redirectUrls: string[];
  tokenRotation: boolean;
  /** Event types the app subscribed to; null: all. */
  events: string[] | null;
  homeTab: boolean;
  /** Whether the text of commands comes with ids in place of what was mentioned. */
  escapesCommands: boolean;
}

export interface World {
  now: () => number;
  app: App;
  enterprises: Map<string, Enterprise>;
  teams: Map<string, Team>;
  users: Map<string, User>;
  channels: Map<string, Channel>;
  /** The bot's conversation with a person, by `bot user`. */
  directs: Map<string, string>;
  usergroups: Map<string, Usergroup>;
  messages: Map<string, Message[]>;
  ephemerals: Ephemeral[];
  views: Map<string, View>;
  /** Open modals of a person, the top one last. */
  modals: Map<string, string[]>;
  homes: Map<string, string>;
  tokens: Map<string, Token>;
  /** Refresh token to the token it renews; used ones stay, marked. */
  refreshTokens: Map<string, { token: string; used: boolean }>;
  codes: Map<
    string,
    {
      owner: { team: string } | { enterprise: string };
      user: string;
      scopes: string[];
      userScopes: string[];
      redirectUri: string | null;
      expiresAt: number;
      used: boolean;
    }
  >;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  serial: number;
}
