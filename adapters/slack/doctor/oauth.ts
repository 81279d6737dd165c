import type { Finding } from '../../../src/ports/check';
import type { Memory } from '../../../src/ports/store/memory';
import { createGrants, createSealer, SealError } from '../install';
import type { AllowedTeams } from '../install/allowed';
import type { Grant, Grants } from '../install/grants';
import { scopesFor } from '../install/scopes';
import { memoryKeys } from '../memory-keys';
import { type Ask, UNREACHED } from './ask';

/** What the database holds of installs. */
export interface OAuthSetup {
  encryptionKey: string | null;
  /** Whether people are linked by their e-mail address. */
  emails?: boolean;
  /** What the adapter stores in the database; null where there is no database yet. */
  memory(): Promise<Memory | null>;
}

const MAX_TOKENS_TRIED = 50;
const LASTING_REFUSAL = /^(account_inactive|invalid_auth|token_revoked)$/;

const NONE_INSTALLED: Finding = {
  state: 'warn',
  text: 'none yet',
  cure: 'open PUBLIC_URL/slack/install in a browser',
};

/** Sends a code that Slack never gave out: Slack checks the client first. */
export async function clientOf(
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

/** The installs in the database: whether they can be read, have all scopes, and still work. */
export async function installsOf(ask: Ask, setup: OAuthSetup): Promise<Finding> {
  const { memory, encryptionKey } = setup;
  const kept = await memory();
  if (!kept || encryptionKey === null) return NONE_INSTALLED;
  const grants = createGrants(kept, createSealer(encryptionKey));
  const { readable, sealed } = await readAll(grants);
  const [fault] = sealed.values();
  if (fault && readable.length === 0) return { state: 'fail', text: fault.message };
  if (fault) return damaged(sealed);
  if (readable.length === 0) return NONE_INSTALLED;
  const found = await tokensOf(
    ask,
    readable.map(({ botToken }) => botToken),
  );
  const missing = scopesFor(setup).filter((scope) => !readable.every(({ scopes }) => scopes.includes(scope)));
  return found.state === 'ok' && missing.length > 0 ? lacking(missing) : found;
}

/** Every stored install; of those that cannot be read, the fault by the id of the workspace or organisation. */
async function readAll(grants: Grants): Promise<{ readable: Grant[]; sealed: Map<string, SealError> }> {
  const readable: Grant[] = [];
  const sealed = new Map<string, SealError>();
  for (const key of await grants.keys()) {
    try {
      const stored = await grants.get(key);
      if (stored) readable.push(stored.grant);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      sealed.set(memoryKeys.idOfInstall(key), error);
    }
  }
  return { readable, sealed };
}

function damaged(sealed: ReadonlyMap<string, SealError>): Finding {
  const cure = 'install the bot again there at PUBLIC_URL/slack/install; the others are served';
  return { state: 'fail', text: `those of ${[...sealed.keys()].join(', ')} cannot be read`, cure };
}

/** Who may install the bot. */
export function allowedOf({ allowedTeams }: { allowedTeams?: AllowedTeams }): Finding {
  if (allowedTeams) return { state: 'ok', text: `only ${allowedTeams.join(', ')} may use the bot` };
  const cure = 'name the workspaces or Enterprise organisations that may in SLACK_ALLOWED_TEAMS';
  return { state: 'warn', text: 'every workspace that knows PUBLIC_URL can install the bot', cure };
}

function lacking(scopes: readonly string[]): Finding {
  const cure = 'install the bot again there at PUBLIC_URL/slack/install';
  return { state: 'warn', text: `some lack scopes: ${scopes.join(', ')}`, cure };
}

/** Tries the tokens. Those that expired while the bot was down are renewed when it runs: only lasting refusals count. */
async function tokensOf(ask: Ask, tokens: readonly string[]): Promise<Finding> {
  let refusals = 0;
  for (const token of tokens.slice(0, MAX_TOKENS_TRIED)) {
    if (LASTING_REFUSAL.test((await ask('auth.test', token))?.body.error ?? '')) refusals++;
  }
  const text = `${tokens.length}, and ENCRYPTION_KEY opens them`;
  if (refusals === 0) return { state: 'ok', text };
  const cure = 'where it is still wanted, install it again at PUBLIC_URL/slack/install';
  return { state: 'warn', text: `${text}; Slack refuses ${refusals} of them`, cure };
}
