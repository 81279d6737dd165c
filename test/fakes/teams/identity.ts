import { CHANNEL_ISSUER, issueBotToken, type Keys } from './tokens';

/** The registration of the bot in its tenant. */
export interface Registration {
  appId: string;
  password: string;
  /** The tenant that may ask for tokens; `botframework.com` for a multi-tenant bot. */
  tenant: string;
  keys: Keys;
  tokenSeconds: number;
}

const SCOPE = 'https://api.botframework.com/.default';
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

/** The metadata with the address of the keys for tokens on activities. */
export function openIdConfiguration(base: string): object {
  return {
    issuer: CHANNEL_ISSUER,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${base}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

/** The published keys: one endorsed for Teams, one for another channel only. */
export function keySet(keys: Keys): object {
  const use = { use: 'sig', alg: 'RS256' };
  return {
    keys: [
      { ...keys.channel.jwk, ...use, kid: keys.channel.kid, endorsements: ['msteams', 'directline'] },
      { ...keys.otherChannel.jwk, ...use, kid: keys.otherChannel.kid, endorsements: ['webchat'] },
    ],
  };
}

/**
 * Answers the tenant's token endpoint: only the registered bot gets a token. `at`: real time; `graph`: makes a token for
 * Microsoft Graph.
 */
export function tokenAnswer(
  registration: Registration,
  tenant: string,
  form: URLSearchParams,
  { at, graph }: { at: number; graph: (seconds: number) => string },
): { status: number; body: object } {
  const refuse = (status: number, error: string) => ({
    status,
    body: { error, error_description: `AADSTS: ${error}`, error_codes: [], trace_id: '', correlation_id: '' },
  });
  const { appId, password, tokenSeconds } = registration;
  if (form.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
  if (tenant !== registration.tenant || form.get('client_id') !== appId)
    return refuse(400, 'unauthorized_client');
  if (form.get('client_secret') !== password) return refuse(401, 'invalid_client');
  const lifetime = { expires_in: tokenSeconds, ext_expires_in: tokenSeconds };
  if (form.get('scope') === GRAPH_SCOPE)
    return { status: 200, body: { token_type: 'Bearer', ...lifetime, access_token: graph(tokenSeconds) } };
  if (form.get('scope')?.split(' ').includes(SCOPE) !== true) return refuse(400, 'invalid_scope');
  const token = issueBotToken(registration.keys, appId, tenant, at, tokenSeconds);
  return { status: 200, body: { token_type: 'Bearer', ...lifetime, access_token: token } };
}
