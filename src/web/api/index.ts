import { createHash } from 'node:crypto';
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import type { z } from 'zod';
import type { Api, Call } from '../../app/api';
import type { Millis } from '../../domain/time/calendar';
import { isKnown, tagOf } from '../entity-tag';
import { officeWords, type WordsFor } from '../office/words';
import { apiDocument } from './document';
import { answerMcp } from './mcp';
import { OPERATIONS, type Operation } from './operations';
import { problem, Refused, sendProblem } from './problems';
import { POLICY, Rates } from './rate';
import { type ApiRequest, SENT } from './request';

export interface ApiParts {
  api: Api;
  wordsFor: WordsFor;
  now: () => Millis;
}

const ROOT = '/api/v1';
/** For assistants; next to the versions of the API, as the protocol has its own. */
const MCP = '/mcp';
const MCP_COST = 1;
const VERSION = '1.0.0';
const BODY_LIMIT = '2mb';
const SECRET = /^Bearer ([\w-]{20,200})$/i;
const KEY_LENGTH = 200;
const JSON_TYPE = 'application/json';

/** The API for programs; mounted at `/`. */
export function apiRoutes(parts: ApiParts): Router {
  const rates = new Rates(parts.now);
  const routes = Router();
  const document = JSON.stringify(apiDocument(VERSION));
  routes.get(`${ROOT}/openapi.json`, (request, response) =>
    sendJson(request, response, document, 'public, max-age=300'),
  );
  routes.all(`${ROOT}/openapi.json`, methodsOnly('GET, HEAD'));
  const body = express.json({ limit: BODY_LIMIT, type: JSON_TYPE });
  for (const operation of OPERATIONS) {
    const path = `${ROOT}${operation.path.replace(/\{(\w+)\}/g, ':$1')}`;
    routes[operation.method](path, serve(operation, { ...parts, rates }, body));
  }
  for (const path of new Set(OPERATIONS.map((one) => one.path)))
    routes.all(`${ROOT}${path.replace(/\{(\w+)\}/g, ':$1')}`, otherMethod(path));
  routes.post(MCP, serveMcp({ ...parts, rates }, body));
  routes.all(MCP, methodsOnly('POST'));
  routes.use(MCP, faults);
  routes.use(ROOT, (_request, response) => sendProblem(response, problem('not-found')));
  routes.use(ROOT, faults);
  return routes;
}

function otherMethod(path: string): RequestHandler {
  const methods = OPERATIONS.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
  if (methods.includes('GET')) methods.push('HEAD');
  return methodsOnly(methods.join(', '));
}

function methodsOnly(allow: string): RequestHandler {
  return (_request, response) => {
    response.set('allow', allow);
    sendProblem(response, problem('method-not-allowed'));
  };
}

type Parts = ApiParts & { rates: Rates };

/** The token and its rate are judged before anything else is read. */
async function judgedCall(request: Request, response: Response, parts: Parts, cost: number) {
  const { call, secret } = await admitted(request, response, parts);
  const spend = (units: number) => spent(response, parts.rates, { token: call.token.id, units });
  spend(cost);
  return { call, secret, spend };
}

function spent(response: Response, rates: Rates, { token, units }: { token: string; units: number }): void {
  const wait = rates.take(token, units);
  const { units: left, fullIn } = rates.left(token);
  response.set({
    'ratelimit-policy': POLICY,
    ratelimit: `"token";r=${left};t=${Math.ceil(fullIn / 1_000)}`,
  });
  if (wait === null) return;
  response.set('retry-after', String(Math.ceil(wait / 1_000)));
  throw new Refused(problem('too-many-requests'));
}

function serveMcp(parts: Parts, readBody: RequestHandler): RequestHandler {
  return async (request, response) => {
    const { call, secret, spend } = await judgedCall(request, response, parts, MCP_COST);
    await bodyOf(request, response, readBody);
    const words = officeWords(parts.wordsFor(call.visit.locale, call.visit.today));
    const nothing = { format: JSON_TYPE, params: {}, query: {}, body: null };
    await answerMcp(request, { api: parts.api, call, secret, spend, response, words, ...nothing });
  };
}

function serve(operation: Operation, parts: Parts, readBody: RequestHandler): RequestHandler {
  return async (request, response) => {
    const { call, secret, spend } = await judgedCall(request, response, parts, operation.cost);
    const { token, visit } = call;
    if (!token.scopes.includes(operation.scope))
      throw new Refused(problem('scope-missing', { detail: `This takes the scope ${operation.scope}.` }));
    if (operation.who === 'administrators' && !(await parts.api.administers(call)))
      throw new Refused(problem('forbidden'));
    const asked: ApiRequest = {
      ...{ api: parts.api, call, secret, spend, response },
      format: formatOf(request, operation),
      words: officeWords(parts.wordsFor(visit.locale, visit.today)),
      params: judged(operation.params, request.params, '') as Record<string, string>,
      query: judged(operation.query, request.query, '') as Record<string, unknown>,
      body: operation.body ? judged(operation.body, await bodyOf(request, response, readBody), '') : null,
    };
    if (operation.scope === 'read') await answer(request, asked, operation);
    else await write(request, asked, operation);
  };
}

async function admitted(
  request: Request,
  response: Response,
  { api }: Parts,
): Promise<{ call: Call; secret: string }> {
  const secret = SECRET.exec(request.get('authorization') ?? '')?.[1];
  const call = secret === undefined ? null : await api.admit(secret);
  if (secret !== undefined && call !== null) return { call, secret };
  response.set('www-authenticate', 'Bearer realm="Telework Days"');
  throw new Refused(problem('unauthorized'));
}

function formatOf(request: Request, { formats = [] }: Operation): string {
  const format = request.accepts([JSON_TYPE, ...formats]);
  if (format === false) throw new Refused(problem('not-acceptable'));
  return String(format);
}

function bodyOf(request: Request, response: Response, read: RequestHandler): Promise<unknown> {
  if (!request.is(JSON_TYPE)) throw new Refused(problem('unsupported-media-type', { detail: JSON_TYPE }));
  return new Promise((resolve, reject) =>
    read(request, response, (error?: unknown) => (error ? reject(error) : resolve(request.body))),
  );
}

function judged(schema: z.ZodType | undefined, value: unknown, at: string): unknown {
  if (!schema) return {};
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const errors = error.issues.slice(0, 20).map(({ path, message }) => ({
    pointer: `${at}/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
    detail: message,
  }));
  throw new Refused(problem('bad-request', { errors }));
}

async function answer(request: Request, asked: ApiRequest, { run }: Operation): Promise<void> {
  const result = await run(asked);
  if (result !== SENT) sendJson(request, asked.response, JSON.stringify(result), 'private, no-cache');
}

/** A program may send a write with the same key again: it is done once, and gets the same answer. */
async function write(request: Request, asked: ApiRequest, operation: Operation): Promise<void> {
  const key = request.get('idempotency-key');
  const { api, call, response } = asked;
  if (key === undefined)
    return sendJson(request, response, JSON.stringify(await operation.run(asked)), 'no-store');
  if (key === '' || key.length > KEY_LENGTH)
    throw new Refused(problem('bad-request', { detail: `Idempotency-Key: 1 to ${KEY_LENGTH} characters` }));
  const { org, person } = call.token;
  const mark = `${operation.method} ${request.originalUrl}\n${JSON.stringify(asked.body)}`;
  const keyed = { org, person, key, request: createHash('sha256').update(mark).digest('hex') };
  const earlier = await api.beginWrite(keyed);
  if (earlier.state === 'running') throw new Refused(problem('still-running'));
  if (earlier.state === 'other') throw new Refused(problem('key-reused'));
  if (earlier.state === 'done') return sendJson(request, response, earlier.body, 'no-store');
  try {
    const body = JSON.stringify(await operation.run(asked));
    await api.endWrite(keyed, { status: 200, body });
    sendJson(request, response, body, 'no-store');
  } catch (error) {
    // What was refused may be put right and sent with the same key; of a fault nothing is known.
    if (error instanceof Refused) await api.dropWrite(keyed);
    throw error;
  }
}

function sendJson(request: Request, response: Response, body: string, cache: string): void {
  const tag = tagOf(body);
  response.set({ 'cache-control': cache, ...(cache !== 'no-store' && { etag: tag }) });
  response.type(JSON_TYPE);
  if (cache !== 'no-store' && isKnown(request, tag)) response.status(304).end();
  else response.send(body);
}

/** Refusals and bodies that cannot be read; whatever else is thrown is a fault of the bot's. */
const faults: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof Refused) return sendProblem(response, error.problem);
  const status: unknown =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  if (status === 413) return sendProblem(response, problem('body-too-large'));
  if (status === 415) return sendProblem(response, problem('unsupported-media-type'));
  if (error instanceof URIError) return sendProblem(response, problem('bad-request'));
  if (typeof status === 'number' && status >= 400 && status < 500)
    return sendProblem(response, problem('body-not-read'));
  next(error);
};
