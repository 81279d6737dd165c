import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { broken, type Incoming, type Outgoing, outcomeOf, serveConnector } from './connector';
import { keySet, openIdConfiguration, type Registration, tokenAnswer } from './identity';
import type { Side } from './side';

/** The addresses of Microsoft's side. */
export interface Addresses {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Publishes issuer and keys below `/v1/.well-known/`. Differs at each start, because the SDK caches by address. */
  identity: string;
  /** Followed by `/<tenant>/oauth2/v2.0/token`. */
  login: string;
  /** Microsoft Graph. */
  graphUrl: string;
}

export interface Listening {
  addresses: Addresses;
  /** Closes all connections, also silent ones. */
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1. `realNow`: the machine's clock, by which tokens expire. */
export async function listen(
  instance: string,
  registration: Registration,
  realNow: () => number,
  sideAt: (addresses: Addresses) => Side,
): Promise<Listening> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const addresses = {
    url,
    identity: `${url}/identity/${instance}`,
    login: `${url}/login`,
    graphUrl: `${url}/graph/v1.0`,
  };
  const side = sideAt(addresses);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    readText(request).then(
      (text) => answer(response, dispatch(request, text, side, registration, addresses, realNow)),
      () => response.destroy(),
    );
  });
  return {
    addresses,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function dispatch(
  request: IncomingMessage,
  text: string,
  side: Side,
  registration: Registration,
  addresses: Addresses,
  realNow: () => number,
): Outgoing {
  const url = new URL(request.url ?? '/', addresses.url);
  const plain = (status: number, body: unknown): Outgoing => ({
    kind: 'answer',
    status,
    body,
    retryAfter: null,
  });
  if (`${addresses.url}${url.pathname}`.startsWith(`${addresses.identity}/v1/.well-known/`)) {
    return plain(
      200,
      url.pathname.endsWith('/keys') ? keySet(registration.keys) : openIdConfiguration(addresses.identity),
    );
  }
  const login = /^\/login\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(url.pathname);
  if (login !== null && request.method === 'POST') {
    return giveToken(side, registration, login[1] ?? '', text, realNow());
  }
  if (url.pathname.startsWith('/graph/')) {
    const path = url.pathname.slice('/graph/'.length);
    const { method = '', headers } = request;
    const authorization = headers.authorization ?? '';
    return { kind: 'answer', ...side.graph.serve({ method, path, authorization, text }) };
  }
  const service = /^\/emea\/([^/]+)\/(v3\/.*)$/.exec(url.pathname);
  if (service === null) return plain(404, { error: { code: 'NotFound', message: 'Nothing is here.' } });
  return serveConnector(
    side,
    incomingOf(request, service[1] ?? '', service[2] ?? '', url.searchParams, text),
  );
}

function incomingOf(
  request: IncomingMessage,
  tenant: string,
  path: string,
  query: URLSearchParams,
  text: string,
): Incoming {
  const authorization = request.headers.authorization ?? '';
  return { method: request.method ?? '', tenant, path, query, authorization, text };
}

function giveToken(
  side: Side,
  registration: Registration,
  tenant: string,
  text: string,
  at: number,
): Outgoing {
  const target = { operation: 'token' as const, tenant, conversation: null };
  const fault = side.faults.take(target);
  const graph = (seconds: number) => side.graph.issue(tenant, seconds);
  const given = tokenAnswer(registration, tenant, new URLSearchParams(text), { at, graph });
  const outgoing: Outgoing = fault === null ? { kind: 'answer', ...given, retryAfter: null } : broken(fault);
  if (fault !== null && outgoing.kind === 'answer') outgoing.body = { error: 'temporarily_unavailable' };
  const outcome = outcomeOf(outgoing);
  side.calls.all.push({ at: side.now(), ...target, bytes: 0, outcome, done: outcome === 200 });
  return outgoing;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, outgoing: Outgoing): void {
  if (outgoing.kind === 'reset') {
    response.destroy();
    return;
  }
  if (outgoing.kind === 'silent') return;
  if (outgoing.kind === 'page') {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Please log in</title>');
    return;
  }
  const { status, body, retryAfter } = outgoing;
  if (retryAfter !== null) response.setHeader('Retry-After', String(retryAfter));
  response.statusCode = status;
  if (body === null) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
