import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults';
import { authorize } from './oauth';
import { isRecord, type Json, Refusal } from './refusal';
import { replyBody, useResponseUrl } from './response-urls';
import { type Api, type ApiRequest, type ApiResponse, log, runMethod, teamOfRequest } from './web-api';

/** Serves the Web API under `/api/`, response_urls, and the consent page at `/oauth/v2/authorize`. */
export function createSlackServer(api: Api, faults: Faults): Server {
  return createServer((request, response) => {
    serve(api, faults, request, response).catch((error: unknown) => {
      response.writeHead(500).end(`fault in the fake Slack: ${String(error)}`);
    });
  });
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function serve(
  api: Api,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const body = await readBody(request);
  const { latencyMs } = api.settings;
  if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
  if (url.pathname.startsWith('/api/')) {
    const call = readCall(request, url, body);
    const fault = faults.take({ ...call, team: teamOfRequest(api, call) });
    answer(response, fault, { run: () => runMethod(api, call), log: (outcome) => log(api, call, outcome) });
  } else if (url.pathname === '/oauth/v2/authorize') {
    const next = authorize(api.world, url);
    if ('error' in next) response.writeHead(400, { 'content-type': 'text/plain' }).end(next.error);
    else response.writeHead(302, { location: next.location }).end();
  } else if (/^\/(actions|commands)\//.test(url.pathname)) {
    const call: ApiRequest = { method: 'response_url', args: { body }, bearer: null, basic: null };
    const fault = faults.take({ ...call, team: null });
    const run = () => respond(api, url.pathname, body, call);
    answer(response, fault, { run, log: (outcome) => log(api, call, outcome) });
  } else {
    response.writeHead(404).end();
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function readCall(request: IncomingMessage, url: URL, body: string): ApiRequest {
  const [scheme, credentials = ''] = (request.headers.authorization ?? '').split(' ');
  const [id = '', secret = ''] = Buffer.from(credentials, 'base64').toString().split(':');
  return {
    method: url.pathname.slice('/api/'.length),
    args: {
      ...Object.fromEntries(url.searchParams),
      ...readArgs(request.headers['content-type'] ?? '', body),
    },
    bearer: scheme === 'Bearer' && credentials ? credentials : null,
    basic: scheme === 'Basic' ? { id, secret } : null,
  };
}

function readArgs(type: string, body: string): Json {
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body));
  if (!type.startsWith('application/json')) return {};
  try {
    const value: unknown = JSON.parse(body);
    // As Slack: a token in a JSON body does not count, it belongs into the header.
    return isRecord(value) ? { ...value, token: undefined } : {};
  } catch {
    return {};
  }
}

/** Does what the fault says, else processes the call and answers. */
function answer(
  response: ServerResponse,
  fault: Fault | null,
  call: { run: () => ApiResponse; log: (outcome: string) => void },
): void {
  if (!fault) {
    send(response, call.run());
    return;
  }
  const [what, when] = fault.kind.split('-');
  if (when === 'after') call.run();
  else call.log(fault.kind === 'refuse' ? errorOf(fault) : fault.kind);
  // A time-out answers nothing and keeps the connection.
  if (what === 'reset') response.socket?.destroy();
  if (what === '500') response.writeHead(500).end();
  if (what === '429') send(response, limited(fault.retryAfter ?? 1));
  if (what === 'refuse')
    send(response, { status: 200, headers: {}, body: { ok: false, error: errorOf(fault) } });
}

function errorOf(fault: Fault): string {
  return fault.error ?? 'fatal_error';
}

function limited(retryAfterS: number): ApiResponse {
  return {
    status: 429,
    headers: { 'retry-after': String(retryAfterS) },
    body: { ok: false, error: 'ratelimited' },
  };
}

function send(response: ServerResponse, { status, headers, body }: ApiResponse): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

function respond(api: Api, path: string, body: string, call: ApiRequest): ApiResponse {
  try {
    useResponseUrl(api.world, path, replyBody(body), api.settings.charts);
    log(api, call, 'ok');
    return { status: 200, headers: {}, body: { ok: true } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log(api, call, error.code);
    const gone = error.code === 'expired_url' || error.code === 'used_url';
    return { status: gone ? 404 : 400, headers: {}, body: { ok: false, error: error.code } };
  }
}
