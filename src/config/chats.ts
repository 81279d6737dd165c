import { type Clash, type Given, missing } from './clash';
import { isLoopback } from './readers';
import { type TEAMS_APP_TYPES, VARIABLES, type Values, type Variable } from './variables';

export interface SlackConfig {
  auth:
    | { kind: 'token'; botToken: string }
    | {
        kind: 'oauth';
        clientId: string;
        clientSecret: string;
        stateSecret: string;
        /** Ids of the workspaces and Enterprise organisations that are served; null: every one that installs the app. */
        allowedTeams: string[] | null;
      };
  /** `unusedSecret`: a signing secret is set, too, but Socket Mode is used and Slack's requests over HTTP are not served. */
  connection:
    | { kind: 'socket'; appToken: string; unusedSecret: boolean }
    | { kind: 'http'; signingSecret: string };
  /** The app's slash command, as in its manifest: `/telework`. */
  command: string;
  /** Null: Slack's own. */
  apiUrl: string | null;
  /** With what people give their own permission to set their status; null: it is switched off. */
  statuses: { clientId: string; clientSecret: string } | null;
}

export interface TeamsConfig {
  /** Null: requests are not verified; then only this machine, or who brings SANDBOX_TOKEN, may send them. */
  credentials: {
    type: (typeof TEAMS_APP_TYPES)[number];
    appId: string;
    password: string | null;
    tenantId: string | null;
  } | null;
  /** Ids of the tenants that are served; null: any, where requests are not verified. */
  tenants: string[] | null;
  /** Directory object ids of people who may set up every team. */
  admins: string[];
  /** Whether people may have their day shown in their status message. */
  statuses: boolean;
}

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
/** Installing by OAuth needs these, too: tokens are encrypted at rest, and browsers return to an address. */
const WITH_OAUTH = ['ENCRYPTION_KEY', 'PUBLIC_URL'] as const;

/** Contradictions among Slack's settings; none when Slack is not configured at all. */
export function slackClashes(given: Given): Clash[] {
  const oauth = OAUTH.filter((variable) => given[variable]);
  const connected = Boolean(given.SLACK_APP_TOKEN || given.SLACK_SIGNING_SECRET);
  const statuses = VARIABLES.shape.SLACK_STATUSES.safeParse(given.SLACK_STATUSES).data === true;
  const clashes: Clash[] = [];
  if (given.SLACK_BOT_TOKEN && statuses && !given.SLACK_STATE_SECRET) {
    clashes.push(...absentFor(given, 'SLACK_STATUSES', ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET']));
  } else if (given.SLACK_BOT_TOKEN && oauth.length > 0) {
    clashes.push({
      variable: 'SLACK_BOT_TOKEN',
      wrong: `cannot be used with ${oauth.join(', ')}: unset one or the other`,
    });
  } else if (oauth.length > 0) {
    clashes.push(...absentFor(given, oauth.join(', '), OAUTH));
  } else if (connected && !given.SLACK_BOT_TOKEN) {
    clashes.push(missing('SLACK_BOT_TOKEN', nameOf(given, 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET')));
  }
  if (!connected && (given.SLACK_BOT_TOKEN || oauth.length > 0)) {
    const because = given.SLACK_BOT_TOKEN ? 'SLACK_BOT_TOKEN' : oauth.join(', ');
    clashes.push({
      variable: 'SLACK_SIGNING_SECRET',
      wrong: `is missing, and so is SLACK_APP_TOKEN (Socket Mode): one of them is needed with ${because}`,
    });
  }
  return clashes;
}

/** What a browser that Slack sends back needs, and is not there; `because`: the settings that ask for it. */
function absentFor(given: Given, because: string, needed: readonly Variable[]): Clash[] {
  const absent = [...needed, ...WITH_OAUTH].filter((variable) => !given[variable]);
  const clashes = absent.map((variable) => missing(variable, because));
  if (!given.PUBLIC_URL || isSecureAddress(given.PUBLIC_URL)) return clashes;
  const what = because === 'SLACK_STATUSES' ? because : `installs by OAuth (${because})`;
  return [
    ...clashes,
    { variable: 'PUBLIC_URL', wrong: `is not https, which ${what} need but on this machine alone` },
  ];
}

/**
 * Contradictions among the settings of Teams. Without credentials and without SANDBOX_TOKEN the bot listens on this
 * machine only: Slack must then be reachable there, so HOST must be `loopback`.
 */
export function teamsClashes(given: Given, loopback: boolean): Clash[] {
  const enabled = VARIABLES.shape.TEAMS_ENABLED.safeParse(given.TEAMS_ENABLED).data;
  if (enabled === false) return [];
  const type = given.MicrosoftAppType ?? 'SingleTenant';
  if (given.MicrosoftAppId) {
    const statuses = VARIABLES.shape.TEAMS_STATUSES.safeParse(given.TEAMS_STATUSES).data === true;
    const needed: Variable[] = [];
    if (type !== 'UserAssignedMSI' || statuses) needed.push('MicrosoftAppPassword');
    if (type !== 'MultiTenant') needed.push('MicrosoftAppTenantId');
    const clashes = needed
      .filter((variable) => !given[variable])
      .map((variable) => missing(variable, 'MicrosoftAppId'));
    // Any tenant can install a multi-tenant bot: the tenants it serves must be named.
    if (type === 'MultiTenant' && !given.TEAMS_ALLOWED_TENANTS && !given.MicrosoftAppTenantId) {
      clashes.push(missing('TEAMS_ALLOWED_TENANTS', 'MicrosoftAppType MultiTenant'));
    }
    return clashes;
  }
  if (given.MicrosoftAppPassword || given.MicrosoftAppTenantId) {
    return [missing('MicrosoftAppId', nameOf(given, 'MicrosoftAppPassword', 'MicrosoftAppTenantId'))];
  }
  if (enabled && !loopback && !given.SANDBOX_TOKEN && servesSlack(given)) {
    const wrong = 'is missing, so requests are not verified: beside Slack that is for 127.0.0.1 (HOST) alone';
    return [{ variable: 'MicrosoftAppId', wrong }];
  }
  return [];
}

/** Whether nobody on the way can read what a browser sends there. True for a text that is not a URL: another fault. */
function isSecureAddress(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { protocol, hostname } = new URL(text);
  return protocol !== 'http:' || isLoopback(hostname);
}

/** The sandbox moves the clock, and people of a real platform would be asked by it. */
export function sandboxClashes(given: Given): Clash[] {
  if (VARIABLES.shape.SANDBOX_ENABLED.safeParse(given.SANDBOX_ENABLED).data !== true) return [];
  const teamsOff = VARIABLES.shape.TEAMS_ENABLED.safeParse(given.TEAMS_ENABLED).data === false;
  const real = [
    ...(servesSlack(given) ? ['Slack'] : []),
    ...(given.MicrosoftAppId && !teamsOff ? ['Microsoft Teams'] : []),
  ];
  if (real.length === 0) return [];
  const wrong = `is on, but ${real.join(' and ')} would go by the clock that people move in the sandbox`;
  return [{ variable: 'SANDBOX_ENABLED', wrong }];
}

function servesSlack(given: Given): boolean {
  return Boolean(given.SLACK_BOT_TOKEN || given.SLACK_CLIENT_ID);
}

/** Slack's settings, once `slackClashes` finds nothing; null: not configured. */
export function slackConfig(values: Values): SlackConfig | null {
  const auth = slackAuth(values);
  const connection = slackConnection(values);
  const { SLACK_COMMAND: command, SLACK_API_URL: apiUrl = null } = values;
  return auth && connection && { auth, connection, command, apiUrl, statuses: slackStatuses(values) };
}

function slackStatuses(values: Values): SlackConfig['statuses'] {
  const { SLACK_STATUSES: on, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = values;
  return on && clientId && clientSecret ? { clientId, clientSecret } : null;
}

function slackAuth(values: Values): SlackConfig['auth'] | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId } = values;
  const { SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values;
  const allowedTeams = values.SLACK_ALLOWED_TEAMS ?? null;
  if (botToken) return { kind: 'token', botToken };
  return clientId && clientSecret && stateSecret
    ? { kind: 'oauth', clientId, clientSecret, stateSecret, allowedTeams }
    : null;
}

function slackConnection(values: Values): SlackConfig['connection'] | null {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  if (appToken) return { kind: 'socket', appToken, unusedSecret: Boolean(signingSecret) };
  return signingSecret ? { kind: 'http', signingSecret } : null;
}

/** The settings of Teams, once `teamsClashes` finds nothing; null: not configured. */
export function teamsConfig(values: Values): TeamsConfig | null {
  const { TEAMS_ENABLED: enabled, MicrosoftAppId: appId, MicrosoftAppType: type } = values;
  const {
    MicrosoftAppTenantId: tenantId,
    TEAMS_ALLOWED_TENANTS: tenants,
    TEAMS_ADMINS: admins = [],
    TEAMS_STATUSES: statuses,
  } = values;
  if (enabled === false) return null;
  if (!appId)
    return enabled ? { credentials: null, tenants: tenants ?? null, admins, statuses: false } : null;
  return {
    credentials: { type, appId, password: values.MicrosoftAppPassword ?? null, tenantId: tenantId ?? null },
    tenants: tenants ?? (tenantId ? [tenantId.toLowerCase()] : []),
    admins,
    statuses,
  };
}

function nameOf(given: Given, ...variables: Variable[]): string {
  return variables.filter((variable) => given[variable]).join(', ');
}
