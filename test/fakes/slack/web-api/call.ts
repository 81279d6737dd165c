import type { Rates } from '../rates';
import { isRecord, type Json, Refusal } from '../refusal';
import type { Token, World } from '../world';

/** What of the fake can be changed while it runs. */
export interface Settings {
  /** False: `data_visualization` is refused, as on a workspace that does not have it yet. */
  charts: boolean;
  /** Listings give at most this many items a page, whatever was asked for. */
  pageSize: number;
  /** Real milliseconds for which the fake waits for an acknowledgement. */
  ackTimeoutMs: number;
  /** Real milliseconds before the fake looks at a call. */
  latencyMs: number;
}

/** One call of a method by an authenticated caller. */
export interface Call {
  world: World;
  settings: Settings;
  rates: Rates;
  method: string;
  args: Json;
  token: Token;
  /** Client id and secret from HTTP basic authentication. */
  basic: { id: string; secret: string } | null;
  /** Where Socket Mode connects: `ws://…`. */
  socketUrl: (app: string) => string;
}

export interface Method {
  /** Which token the method takes; `none`: it is called without. */
  token: Token['kind'][] | 'none';
  /** All of them are needed. Scopes that depend on the channel are asked for in `run`. */
  scopes?: string[];
  run(call: Call): Json;
}

export function optional(call: Call, name: string): string | null {
  const value = call.args[name];
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : String(value);
}

/** The argument, or `invalid_arguments` naming it, or the error the method has for it. */
export function required(call: Call, name: string, error?: string): string {
  const value = optional(call, name);
  if (value !== null) return value;
  if (error) throw new Refusal(error);
  throw invalidArguments(`missing required field: ${name}`);
}

export function flag(call: Call, name: string): boolean {
  return ['true', '1', 'True'].includes(optional(call, name) ?? '');
}

export function invalidArguments(...messages: string[]): Refusal {
  return new Refusal('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

/** An argument that is JSON: as such in a JSON body, as text in a form. Undefined when absent. */
export function structured(call: Call, name: string, error: string): unknown {
  const value = call.args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new Refusal(error);
  }
}

export function needScopes(token: Token, ...needed: string[]): void {
  if (needed.every((scope) => token.scopes.includes(scope))) return;
  throw new Refusal('missing_scope', { needed: needed.join(','), provided: token.scopes.join(',') });
}

/** The workspace of the call: the token's own, or the `team_id` that an org-wide token must give. */
export function teamOfCall(call: Call): string {
  const given = optional(call, 'team_id');
  if (call.token.team) return call.token.team;
  if (!given) throw new Refusal('missing_argument', { arg: 'team_id' });
  const team = call.world.teams.get(given);
  if (!team || team.enterprise !== call.token.enterprise) throw new Refusal('team_access_not_granted');
  return given;
}

/** Whether the token works in the workspace. */
export function reaches(call: Call, team: string): boolean {
  if (call.token.team) return call.token.team === team;
  return call.world.teams.get(team)?.enterprise === call.token.enterprise;
}

interface Page<T> {
  items: T[];
  metadata: { response_metadata: { next_cursor: string } };
}

/** One page of a listing. Cursors belong to their listing: another's is `invalid_cursor`. */
export function page<T>(call: Call, all: readonly T[], listing: string): Page<T> {
  const asked = optional(call, 'limit');
  const limit = asked === null || asked === '0' ? null : Number(asked);
  if (limit !== null && (!Number.isInteger(limit) || limit < 1 || limit > 1000))
    throw new Refusal('invalid_limit');
  const size = Math.min(limit ?? 100, call.settings.pageSize);
  const from = offset(optional(call, 'cursor'), listing);
  if (from > all.length) throw new Refusal('invalid_cursor');
  const next = from + size < all.length ? Buffer.from(`${listing}#${from + size}`).toString('base64') : '';
  return { items: all.slice(from, from + size), metadata: { response_metadata: { next_cursor: next } } };
}

function offset(cursor: string | null, listing: string): number {
  if (cursor === null) return 0;
  const [of, at] = Buffer.from(cursor, 'base64').toString().split('#');
  if (of !== listing || !/^\d+$/.test(at ?? '')) throw new Refusal('invalid_cursor');
  return Number(at);
}

export function record(value: unknown): Json | null {
  return isRecord(value) ? value : null;
}
