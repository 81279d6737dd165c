import { z } from 'zod';
import type { Check, CheckParts, Finding } from '../../src/ports/check';
import type { Memory } from '../../src/ports/store/memory';
import type { TeamsSettings } from './types';

/** What the checks look at: the settings, the bot's public address and the stored data. */
export interface TeamsSetup extends TeamsSettings {
  /** Null: not set. */
  publicUrl: string | null;
  /** The adapter's stored data; null when there is no database yet. */
  memory(): Promise<Memory | null>;
}

type Credentials = NonNullable<TeamsSettings['credentials']>;

const KEYS_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const TIMEOUT_MS = 10_000;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const RESULT = z.object({ access_token: z.string().optional(), error_codes: z.array(z.number()).optional() });

/** Microsoft's error codes for a refused token, as faults and cures for the operator. */
const CURES: Record<number, [text: string, cure: string]> = {
  7000215: [
    'MicrosoftAppPassword is wrong',
    'make a client secret for your bot and copy its value, not its id',
  ],
  7000222: ['MicrosoftAppPassword has expired', 'make a new client secret for your bot and copy its value'],
  700016: [
    'MicrosoftAppId is not known in this tenant',
    'copy the "Application (client) ID" of your bot, and compare the tenant',
  ],
  90002: ['MicrosoftAppTenantId does not name a tenant', 'copy the "Directory (tenant) ID" of your bot'],
  900023: ['MicrosoftAppTenantId is not a tenant id', 'copy the "Directory (tenant) ID" of your bot'],
};

/** Checks the set-up with Microsoft as far as that can be done without posting or changing anything. */
export function teamsChecks(setup: TeamsSetup, parts: CheckParts): Check[] {
  const { credentials } = setup;
  const administrators = { name: 'Teams: administrators', run: async () => administratorsOf(setup) };
  if (!credentials) return [{ name: 'Teams: registration', run: async () => UNVERIFIED }, administrators];
  return [
    { name: 'Teams: registration', run: async () => registrationOf(credentials) },
    { name: 'Teams: keys', remote: true, run: () => keysOf(parts) },
    ...(credentials.password === null
      ? []
      : [{ name: 'Teams: client secret', remote: true, run: () => secretOf(credentials, parts) }]),
    { name: 'Teams: address', remote: true, run: () => addressOf(setup.publicUrl, parts) },
    ...(setup.statuses && credentials.password !== null
      ? [
          {
            name: 'Teams: statuses',
            remote: true,
            run: () => statusesOf(credentials, setup.tenants ?? [], parts),
          },
        ]
      : []),
    { name: 'Teams: tenants', run: async () => tenantsOf(setup) },
    administrators,
    { name: 'Teams: places', run: () => placesOf(setup) },
  ];
}

const UNVERIFIED: Finding = {
  state: 'warn',
  text: 'none is set: requests are not verified, so only a client on this machine may use the bot',
  cure: 'set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId for the real Teams',
};

/** Null when there is no answer in time. */
async function ask(parts: CheckParts, url: string, options: RequestInit = {}): Promise<Response | null> {
  try {
    return await parts.fetch(url, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    return null;
  }
}

function unreachable(host: string): Finding {
  const cure = `let this machine reach https://${host} (network, firewall, proxy)`;
  return { state: 'fail', text: `${host} did not answer`, cure };
}

function registrationOf({ appId, tenantId, type }: Credentials): Finding {
  const wrong = [
    ...(GUID.test(appId) ? [] : ['MicrosoftAppId']),
    ...(tenantId === null || GUID.test(tenantId) ? [] : ['MicrosoftAppTenantId']),
  ];
  if (wrong.length === 0) return { state: 'ok', text: `${type}, app ${appId}` };
  const cure = 'copy the ids from the overview of your app registration, such as 0a1b2c3d-…';
  return { state: 'fail', text: `not an id: ${wrong.join(', ')}`, cure };
}

/** Teams signs with these keys: without them every request is refused. */
async function keysOf(parts: CheckParts): Promise<Finding> {
  const answer = await ask(parts, KEYS_URL);
  if (!answer?.ok) return unreachable('login.botframework.com');
  return { state: 'ok', text: 'Microsoft’s keys can be fetched' };
}

async function secretOf(credentials: Credentials, parts: CheckParts): Promise<Finding> {
  const { tenantId, type } = credentials;
  const tenant = type === 'MultiTenant' ? 'botframework.com' : (tenantId ?? '');
  const { answered, token, code } = await tokenFor(
    'https://api.botframework.com',
    tenant,
    credentials,
    parts,
  );
  if (!answered) return unreachable('login.microsoftonline.com');
  if (token !== null) return { state: 'ok', text: 'Microsoft gives the bot a token' };
  const [text, cure] = CURES[code] ?? [
    `Microsoft refuses the bot a token (${code})`,
    'compare the settings Microsoft… with the app registration',
  ];
  return { state: 'fail', text, cure };
}

interface TokenAnswer {
  answered: boolean;
  token: string | null;
  /** Microsoft's code of the refusal, else the status. */
  code: number;
}

async function tokenFor(
  resource: string,
  tenant: string,
  { appId, password }: Credentials,
  parts: CheckParts,
): Promise<TokenAnswer> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: password ?? '',
    scope: `${resource}/.default`,
  });
  const url = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
  const answer = await ask(parts, url, { method: 'POST', body });
  if (!answer) return { answered: false, token: null, code: 0 };
  const result = RESULT.safeParse(await answer.json().catch(() => null)).data;
  const [code = answer.status] = result?.error_codes ?? [];
  return { answered: true, token: (answer.ok && result?.access_token) || null, code };
}

/** Without its administrator's consent a tenant's people see an offer that does nothing. */
async function statusesOf(
  credentials: Credentials,
  tenants: readonly string[],
  parts: CheckParts,
): Promise<Finding> {
  const asked = await Promise.all(
    tenants.map(async (tenant) => {
      const answer = await tokenFor('https://graph.microsoft.com', tenant, credentials, parts);
      return { tenant, ...answer, allowed: answer.token !== null && rolesIn(answer.token).has(STATUS_ROLE) };
    }),
  );
  if (asked.some(({ answered }) => !answered)) return unreachable('login.microsoftonline.com');
  const refused = asked.filter(({ allowed }) => !allowed).map(({ tenant }) => tenant);
  if (refused.length === 0) return { state: 'ok', text: `${STATUS_ROLE} is granted` };
  return {
    state: 'fail',
    text: `TEAMS_STATUSES is on, but ${STATUS_ROLE} is not granted in: ${refused.join(', ')}`,
    cure: `let an administrator of the tenant grant the application permission ${STATUS_ROLE}, or unset TEAMS_STATUSES`,
  };
}

const STATUS_ROLE = 'Presence.ReadWrite.All';
const CLAIMS = z.object({ roles: z.array(z.string()).default([]) });

/** The application permissions that a token of Microsoft Graph lists. It is read here, and trusted for nothing. */
function rolesIn(token: string): ReadonlySet<string> {
  const [, payload = ''] = token.split('.');
  try {
    const { roles: granted } = CLAIMS.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    return new Set(granted);
  } catch {
    return new Set();
  }
}

/** A 401 to a request without a token comes from a bot, most likely from this one. */
async function addressOf(publicUrl: string | null, parts: CheckParts): Promise<Finding> {
  if (!publicUrl?.startsWith('https:')) {
    const cure = 'set it to the https address under which Microsoft reaches this bot';
    return {
      state: 'warn',
      text: 'PUBLIC_URL is not set, or not https: Teams cannot be asked through it',
      cure,
    };
  }
  const url = `${publicUrl}/api/messages`;
  const answer = await ask(parts, url, { method: 'POST', body: '{}' });
  if (answer?.status === 401) return { state: 'ok', text: `${url} answers; name it in the Azure Bot` };
  const cure = 'start the bot, and let the proxy before it pass /api/messages on';
  return {
    state: 'warn',
    text: `${url} did not answer as this bot does (${answer?.status ?? 'nothing'})`,
    cure,
  };
}

function tenantsOf({ tenants, credentials }: TeamsSetup): Finding {
  const wrong = (tenants ?? []).filter((tenant) => !GUID.test(tenant));
  const cure = 'name "Directory (tenant) IDs" in TEAMS_ALLOWED_TENANTS, with commas between them';
  if (tenants === null || tenants.length === 0) return { state: 'fail', text: 'none is served', cure };
  if (wrong.length > 0) return { state: 'fail', text: `${wrong.length} of them are not ids`, cure };
  const others = tenants.filter((tenant) => tenant !== credentials?.tenantId?.toLowerCase()).length;
  if (credentials?.type === 'SingleTenant' && others > 0) {
    const text = `${others} besides the bot’s own, whose messages a single-tenant registration may never get`;
    return { state: 'warn', text, cure: 'run a bot with a registration of its own for each organisation' };
  }
  return { state: 'ok', text: `${tenants.length} served` };
}

/** Teams tells bots of no administrators: only the setting does. */
function administratorsOf({ admins }: TeamsSetup): Finding {
  const wrong = admins.filter((id) => !GUID.test(id));
  const cure =
    'set it to the object ids of administrators: the bot tells people theirs when it refuses a campaign';
  if (admins.length === 0) {
    const text = 'TEAMS_ADMINS is empty: nobody can change campaigns, see the organisers’ figures';
    return { state: 'warn', text: `${text} or set up places whose installer is not known`, cure };
  }
  if (wrong.length > 0) return { state: 'fail', text: `${wrong.length} of them are not object ids`, cure };
  return { state: 'ok', text: `${admins.length} named` };
}

async function placesOf({ memory }: TeamsSetup): Promise<Finding> {
  const places = (await (await memory())?.list('place:')) ?? [];
  if (places.length > 0) return { state: 'ok', text: `${places.length} teams and chats are known` };
  const cure = 'upload dist/telework-days-teams.zip (npm run teams:package) and add the app to a team';
  return { state: 'warn', text: 'none yet', cure };
}
