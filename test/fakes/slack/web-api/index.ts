import type { CallLog } from '../calls';
import type { Rates } from '../rates';
import { type Json, RateLimited, Refusal } from '../refusal';
import { authenticate } from '../tokens';
import type { Token, World } from '../world';
import { auth } from './auth';
import { type Call, type Method, needScopes, type Settings } from './call';
import { chat } from './chat';
import { conversations } from './conversations';
import { people } from './people';
import { profile } from './profile';
import { views } from './views';

const METHODS: Record<string, Method> = {
  ...auth,
  ...chat,
  ...conversations,
  ...people,
  ...profile,
  ...views,
};

const NO_TOKEN: Token = {
  value: '',
  kind: 'bot',
  app: '',
  team: null,
  enterprise: null,
  scopes: [],
  botUser: '',
  botId: '',
  expiresAt: null,
  state: 'live',
};

export interface Api {
  world: World;
  settings: Settings;
  rates: Rates;
  calls: CallLog;
  socketUrl: (app: string) => string;
}

/** A request for a method, as it came over HTTP. */
export interface ApiRequest {
  method: string;
  args: Json;
  bearer: string | null;
  basic: { id: string; secret: string } | null;
}

export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  body: Json;
}

/** The token in force: from the header, else from the body. */
function tokenOf(request: ApiRequest): string | null {
  const { token } = request.args;
  return request.bearer ?? (typeof token === 'string' && token !== '' ? token : null);
}

/** Runs one call of the Web API; refusals are answers, anything else that is thrown is a fault of the fake. */
export function runMethod(api: Api, request: ApiRequest): ApiResponse {
  try {
    return { status: 200, ...run(api, request) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log(api, request, error.code);
    if (error instanceof RateLimited) {
      return { status: 429, headers: { 'retry-after': String(error.retryAfterS) }, body: refused(error) };
    }
    return { status: 200, headers: {}, body: refused(error) };
  }
}

function refused(error: Refusal): Json {
  return { ok: false, error: error.code, ...error.details };
}

function run(api: Api, request: ApiRequest): { headers: Record<string, string>; body: Json } {
  const method = METHODS[request.method];
  if (!method) throw new Refusal('unknown_method', { req_method: request.method });
  const token = method.token === 'none' ? NO_TOKEN : authenticate(api.world, tokenOf(request));
  if (method.token !== 'none' && !method.token.includes(token.kind))
    throw new Refusal('not_allowed_token_type');
  needScopes(token, ...(method.scopes ?? []));
  api.rates.take(request.method, owner(api, request, token));
  const call: Call = { ...api, method: request.method, args: request.args, basic: request.basic, token };
  const body = { ok: true, ...method.run(call) };
  log(api, request, 'ok');
  const scopes = {
    'x-oauth-scopes': token.scopes.join(','),
    'x-accepted-oauth-scopes': (method.scopes ?? []).join(','),
  };
  return { headers: scopes, body };
}

/** Whose budget the call is on: one app in one workspace. */
function owner(api: Api, { args }: ApiRequest, token: Token): string {
  if (token.team) return `${token.app} ${token.team}`;
  const channel = api.world.channels.get(String(args.channel ?? ''));
  const user = api.world.users.get(String(args.user_id ?? args.user ?? args.users ?? ''));
  return `${token.app} ${args.team_id ?? channel?.team ?? user?.team ?? token.enterprise ?? ''}`;
}

/** The workspace a request speaks for, as far as its token tells. */
export function teamOfRequest(api: Api, request: ApiRequest): string | null {
  const token = api.world.tokens.get(tokenOf(request) ?? '');
  return token?.team ?? token?.enterprise ?? null;
}

export function log(api: Api, request: ApiRequest, outcome: string): void {
  const { token: _, ...args } = request.args;
  api.calls.add({
    at: api.world.now(),
    method: request.method,
    team: teamOfRequest(api, request),
    args,
    outcome,
  });
}
