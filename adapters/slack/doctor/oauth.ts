import type { Finding } from '../../../src/ports/check';
import type { Memory } from '../../../src/ports/store/memory';
import { createGrants, createSealer, SealError } from '../install';
import { scopesFor } from '../install/scopes';
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
