import { MOST_BYTES, weigh } from './activity-check';
import type { Call } from './calls';
import { ConnectorError, refused } from './errors';
import type { Fault } from './faults';
import { splitThread } from './ids';
import { type Json, jsonOf, textOf } from './json';
import { type Answer, type Ask, findRoute, type Route } from './routes';
import type { Side } from './side';
import type { Bucket } from './throttle';

/** A request to the connector. `path` starts after the tenant: `v3/…`. */
export interface Incoming {
  method: string;
  tenant: string;
  path: string;
  query: URLSearchParams;
  authorization: string;
  text: string;
}

/** The result: an answer, or a connection that breaks or stays silent. */
export type Outgoing =
  | { kind: 'answer'; status: number; body: unknown; retryAfter: number | null }
  | { kind: 'reset' }
  | { kind: 'page' }
  | { kind: 'silent' };

/** Checks the token, the ordered faults and the limits; then performs the call, and logs it. */
export function serveConnector(side: Side, incoming: Incoming): Outgoing {
  const found = findRoute(incoming.method, incoming.path);
  if (found === null) return failure(new ConnectorError(404, 'NotFound', 'No such operation.'));
  const { route, params } = found;
  const ask = { tenant: incoming.tenant, params, query: incoming.query, body: parse(incoming.text) };
  const call = startCall(side, route, ask, incoming.text);
  const outgoing = attempt(side, route, ask, incoming, call);
  call.outcome = outcomeOf(outgoing);
  if (outgoing.kind === 'answer') noteProblem(side, call, outgoing);
  return outgoing;
}

function attempt(side: Side, route: Route, ask: Ask, incoming: Incoming, call: Call): Outgoing {
  if (!side.isBot(incoming.authorization)) return failure(refused.unauthorized());
  const fault = side.faults.take(call);
  if (fault !== null && fault.kind !== 'reset-after') return broken(fault);
  try {
    obeyLimits(side, route, ask, call);
    if (call.bytes > MOST_BYTES) throw refused.tooBig();
    const answer = route.run(side, ask);
    call.done = true;
    return fault === null ? sent(answer) : { kind: 'reset' };
  } catch (error) {
    if (error instanceof ConnectorError) return failure(error);
    throw error;
  }
}

function startCall(side: Side, route: Route, ask: Ask, text: string): Call {
  const named = ask.params[0];
  const call: Call = {
    at: side.now(),
    operation: route.operation,
    tenant: ask.tenant,
    conversation: named === undefined ? null : splitThread(named).base,
    bytes: weigh(text),
    outcome: 'reset',
    done: false,
  };
  side.calls.all.push(call);
  return call;
}

function obeyLimits(side: Side, route: Route, ask: Ask, call: Call): void {
  const buckets: { bucket: Bucket; key: string }[] = [
    { bucket: 'tenant', key: ask.tenant },
    { bucket: route.bucket, key: call.conversation ?? newcomer(ask.body) },
  ];
  const wait = side.throttle.take(buckets);
  if (wait !== null) throw refused.throttled(wait);
}

/** The person or the channel of a new conversation, which does not have an id to count by yet. */
function newcomer(body: Json): string {
  const [first] = Array.isArray(body.members) ? body.members : [];
  return textOf(jsonOf(first).id) || textOf(jsonOf(jsonOf(body.channelData).channel).id);
}

const sent = (answer: Answer): Outgoing => ({ kind: 'answer', ...answer, retryAfter: null });

const failure = (error: ConnectorError): Outgoing => ({
  kind: 'answer',
  status: error.status,
  body: error.body(),
  retryAfter: error.retryAfterSeconds,
});

/** The result of a call that a fault has hit. */
export function broken(fault: Fault): Outgoing {
  if (fault.kind === 'timeout') return { kind: 'silent' };
  if (fault.kind === 'page') return { kind: 'page' };
  if (fault.kind === 'reset-before' || fault.kind === 'reset-after') return { kind: 'reset' };
  const status = Number(fault.kind);
  const retryAfter = status === 429 ? fault.retryAfter : null;
  return failure(new ConnectorError(status, CODES[fault.kind] ?? 'ServiceError', 'By order.', retryAfter));
}

const CODES: Record<string, string> = {
  '403': 'BotNotInConversationRoster',
  '404': 'ConversationNotFound',
  '412': 'PreconditionFailed',
  '429': 'Throttled',
};

/** The outcome, as the log has it. */
export function outcomeOf(outgoing: Outgoing): Call['outcome'] {
  if (outgoing.kind === 'answer') return outgoing.status;
  if (outgoing.kind === 'page') return 200;
  return outgoing.kind === 'silent' ? 'timeout' : 'reset';
}

/** Notes the statuses that a correct bot never gets: unauthorised, malformed, too large. */
function noteProblem(side: Side, call: Call, answer: { status: number; body: unknown }): void {
  if (![400, 401, 413].includes(answer.status)) return;
  side.problems.push(`${call.operation}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

function parse(text: string): Json {
  try {
    return jsonOf(JSON.parse(text));
  } catch {
    return {};
  }
}
