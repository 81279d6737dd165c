import { z } from 'zod';
import type { Millis } from '../../src/domain/time/calendar';
import type { Check, CheckParts, Finding } from '../../src/ports/check';
import type { Memory } from '../../src/ports/store/memory';
import { createGrants, createSealer, SealError } from './install';
import { scopesFor } from './install/scopes';

/** Slack's settings, and what the database keeps for them. */
export interface SlackSetup {
  auth: { kind: 'token'; botToken: string } | { kind: 'oauth'; clientId: string; clientSecret: string };
  connection: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
  /** Null: Slack's own. */
  apiUrl: string | null;
  encryptionKey: string | null;
  /** Whether people are linked by their e-mail address. */
  emails?: boolean;
  /** What the adapter keeps in the database; null: there is none yet. */
  memory(): Promise<Memory | null>;
}

/** What Slack answered; null where it did not. */
interface Answer {
  body: z.infer<typeof answered>;
  scopes: string[];
  at: Millis | null;
}

type Ask = (method: string, token: string | null, args?: Record<string, string>) => Promise<Answer | null>;

const answered = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team_id: z.string().optional(),
  app_id: z.string().optional(),
  bot_id: z.string().optional(),
  bot: z.object({ app_id: z.string().optional() }).optional(),
  expires_in: z.number().optional(),
});

const SLACK_API = 'https://slack.com/api/';
const PATIENCE_MS = 10_000;
/** Slack's requests are refused when their time is five minutes off. */
const WORST_SKEW: Millis = 4 * 60_000;
const SKEW: Millis = 30_000;

/** Of many installs, so many tokens are tried. */
const MOST_ASKED = 50;
const LASTING = /^(account_inactive|invalid_auth|token_revoked)$/;

const NONE_INSTALLED: Finding = {
  state: 'warn',
  text: 'none yet',
  cure: 'open PUBLIC_URL/slack/install in a browser',
};

const UNREACHED: Finding = {
  state: 'fail',
  text: 'Slack did not answer',
  cure: 'let this machine reach https://slack.com (network, firewall, proxy), and look at SLACK_API_URL',
};

/** What can be known of Slack's side of the set-up. It posts nothing, and uses nothing up. */
export function slackChecks(setup: SlackSetup, parts: CheckParts): Check[] {
  const { auth, connection } = setup;
  const ask = asker(setup.apiUrl, parts.fetch);
  const token = auth.kind === 'token' ? auth.botToken : null;
  const who = once(() => ask('auth.test', token));
  return [
    { name: 'Slack: clock', run: async () => clockOf(await ask('api.test', null), parts.now()) },
    ...(auth.kind === 'token'
      ? [
          { name: 'Slack: bot token', run: async () => tokenOf(await who()) },
          { name: 'Slack: scopes', run: async () => scopesOf(await who(), scopesFor(setup)) },
        ]
      : [
          { name: 'Slack: OAuth client', run: () => clientOf(ask, auth) },
          { name: 'Slack: installs', run: () => installsOf(ask, setup) },
        ]),
    connection.kind === 'http'
      ? { name: 'Slack: signing secret', run: async () => signingSecretOf(connection.signingSecret) }
      : { name: 'Slack: app token', run: () => appTokenOf(ask, connection.appToken, { token, who }) },
  ];
}

function asker(apiUrl: string | null, send: typeof fetch): Ask {
  const base = (apiUrl ?? SLACK_API).replace(/\/*$/, '/');
  return async (method, token, args = {}) => {
    try {
      const response = await send(base + method, {
        method: 'POST',
        body: new URLSearchParams(args),
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const scopes = response.headers.get('x-oauth-scopes') ?? '';
      const at = Date.parse(response.headers.get('date') ?? '');
      return {
        body: answered.parse(await response.json()),
        scopes: scopes.split(',').flatMap((scope) => scope.trim() || []),
        at: Number.isNaN(at) ? null : at,
      };
    } catch {
      return null;
    }
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

function clockOf(answer: Answer | null, now: Millis): Finding {
  if (!answer) return UNREACHED;
  if (answer.at === null) return { state: 'warn', text: 'Slack did not tell the time' };
  const skew = now - answer.at;
  const seconds = Math.round(Math.abs(skew) / 1_000);
  if (Math.abs(skew) < SKEW) return { state: 'ok', text: 'as Slack’s' };
  const text = `this machine’s clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} Slack’s`;
  const cure =
    'set it by the network (NTP): polls open at its time, and Slack’s requests are refused when it is wrong';
  return { state: Math.abs(skew) < WORST_SKEW ? 'warn' : 'fail', text, cure };
}

/** What to do about an error code, for the token that this variable holds. */
function cureOf(error: string, variable: string): string {
  if (/^(account_inactive|token_revoked|team_access_not_granted)$/.test(error))
    return `install the app in the workspace again, and copy its new token to ${variable}`;
  if (error === 'token_expired')
    return 'switch token rotation off in the app’s settings, or install by OAuth: a fixed token cannot be renewed';
  if (error === 'ratelimited') return 'try again in a minute';
  return `copy the token from your Slack app’s settings to ${variable} again`;
}

function refused({ body }: Answer, variable: string): Finding {
  const error = body.error ?? 'no reason';
  return { state: 'fail', text: `Slack refuses ${variable}: ${error}`, cure: cureOf(error, variable) };
}

function tokenOf(answer: Answer | null): Finding {
  if (!answer) return UNREACHED;
  const { ok, team_id: team = '', bot_id: bot, expires_in: seconds } = answer.body;
  if (!ok) return refused(answer, 'SLACK_BOT_TOKEN');
  if (!bot) {
    return {
      state: 'fail',
      text: 'SLACK_BOT_TOKEN is no bot’s token',
      cure: 'copy the "Bot User OAuth Token"',
    };
  }
  if (seconds !== undefined) {
    return { state: 'warn', text: 'SLACK_BOT_TOKEN expires soon', cure: cureOf('token_expired', '') };
  }
  return { state: 'ok', text: `works in workspace ${team}` };
}

function scopesOf(answer: Answer | null, needed: readonly string[]): Finding {
  if (!answer?.body.ok) return { state: 'warn', text: 'not known: the bot token does not work' };
  const missing = needed.filter((scope) => !answer.scopes.includes(scope));
  if (missing.length > 0) {
    const cure = 'add them in "OAuth & Permissions", then install the app in the workspace again';
    return { state: 'fail', text: `missing: ${missing.join(', ')}`, cure };
  }
  const idle = answer.scopes.filter((scope) => !needed.includes(scope) && !scope.endsWith(':history'));
  if (idle.length === 0) return { state: 'ok', text: 'all that the bot needs' };
  const cure = 'remove them in "OAuth & Permissions", unless something else uses them';
  return { state: 'warn', text: `more than the bot needs: ${idle.join(', ')}`, cure };
}

/** A code which nobody was given: Slack looks at the client first. */
async function clientOf(
  ask: Ask,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<Finding> {
  const secrets = { client_id: clientId, client_secret: clientSecret };
  const answer = await ask('oauth.v2.access', null, { ...secrets, code: 'is-the-client-known' });
  if (!answer) return UNREACHED;
  const { error = '' } = answer.body;
  if (error === 'invalid_code') return { state: 'ok', text: 'known to Slack' };
  const variable = error === 'invalid_client_id' ? 'SLACK_CLIENT_ID' : 'SLACK_CLIENT_SECRET';
  if (!/^(invalid_client_id|bad_client_secret)$/.test(error))
    return { state: 'warn', text: `Slack answers ${error}`, cure: 'try again in a minute' };
  return {
    state: 'fail',
    text: `Slack refuses ${variable}: ${error}`,
    cure: 'copy it from your Slack app’s "Basic Information"',
  };
}

async function installsOf(ask: Ask, setup: SlackSetup): Promise<Finding> {
  const { memory, encryptionKey } = setup;
  const kept = await memory();
  if (!kept || encryptionKey === null) return NONE_INSTALLED;
  const grants = createGrants(kept, createSealer(encryptionKey));
  try {
    const keys = await grants.keys();
    const tokens: string[] = [];
    const missing = new Set<string>();
    for (const key of keys) {
      const { botToken = '', scopes = [] } = (await grants.get(key))?.grant ?? {};
      tokens.push(botToken);
      for (const scope of scopesFor(setup)) if (!scopes.includes(scope)) missing.add(scope);
    }
    if (keys.length === 0) return NONE_INSTALLED;
    const found = await tokensOf(ask, tokens);
    return found.state === 'ok' && missing.size > 0 ? lacking([...missing]) : found;
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return { state: 'fail', text: error.message };
  }
}

function lacking(scopes: readonly string[]): Finding {
  const cure = 'install the bot again there at PUBLIC_URL/slack/install';
  return { state: 'warn', text: `some lack scopes: ${scopes.join(', ')}`, cure };
}

/** Tokens which expired while the bot was down are renewed when it runs: only a lasting refusal is one. */
async function tokensOf(ask: Ask, tokens: readonly string[]): Promise<Finding> {
  let refusals = 0;
  for (const token of tokens.slice(0, MOST_ASKED)) {
    if (LASTING.test((await ask('auth.test', token))?.body.error ?? '')) refusals++;
  }
  const text = `${tokens.length}, and ENCRYPTION_KEY opens them`;
  if (refusals === 0) return { state: 'ok', text };
  const cure = 'where it is still wanted, install it again at PUBLIC_URL/slack/install';
  return { state: 'warn', text: `${text}; Slack refuses ${refusals} of them`, cure };
}

function signingSecretOf(secret: string): Finding {
  if (/^[0-9a-f]{32}$/.test(secret)) return { state: 'ok', text: 'looks like one' };
  const cure = 'copy the "Signing Secret" of "Basic Information": 32 digits from 0 to 9 and a to f';
  return { state: 'warn', text: 'SLACK_SIGNING_SECRET does not look like one of Slack’s', cure };
}

/** Opening a connection's address leaves the bot's own connection alone; nobody connects to it. */
async function appTokenOf(
  ask: Ask,
  appToken: string,
  bot: { token: string | null; who: () => Promise<Answer | null> },
): Promise<Finding> {
  const answer = await ask('apps.connections.open', appToken);
  if (!answer) return UNREACHED;
  if (answer.body.error === 'missing_scope') {
    const cure = 'make an "App-Level Token" with connections:write in "Basic Information"';
    return { state: 'fail', text: 'SLACK_APP_TOKEN lacks connections:write', cure };
  }
  if (!answer.body.ok) return refused(answer, 'SLACK_APP_TOKEN');
  const own = (await ask('auth.test', appToken))?.body.app_id;
  const botId = (await bot.who())?.body.bot_id;
  const other = botId && (await ask('bots.info', bot.token, { bot: botId }))?.body.bot?.app_id;
  if (own && other && own !== other) {
    const cure = 'copy both tokens from the same Slack app';
    return { state: 'fail', text: 'SLACK_APP_TOKEN and SLACK_BOT_TOKEN are of two apps', cure };
  }
  return { state: 'ok', text: 'Socket Mode can connect' };
}
