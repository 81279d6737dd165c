import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Millis } from '../domain/time/calendar';
import type { After } from '../ports/clock';
import { DISCARD_MS, MAX_CONNECTIONS, REQUEST_TIMEOUT_MS, TIMEOUT_CHECK_MS } from './limits';

export interface Listening {
  /** The URL under which this machine reaches the server, without a slash at the end. */
  url: string;
  /**
   * Accepts no new connections, ends event streams, lets running requests finish, and after ten seconds closes the
   * connections that are left. May be called again.
   */
  close(): Promise<void>;
}

const CLOSE_TIMEOUT_MS: Millis = 10_000;
/**
 * Longer than proxies and load balancers keep idle connections, which is mostly a minute. With Node's default of five
 * seconds, the server may close a connection at the moment a proxy sends a request over it, and that request is lost.
 */
const KEEP_ALIVE_MS: Millis = 65_000;

/** Listens on the address, or throws an error that names it and the cure. */
export async function serve(
  handler: RequestListener,
  { host, port, after }: { host: string; port: number; after: After },
): Promise<Listening> {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: REQUEST_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
  });
  server.maxConnections = MAX_CONNECTIONS;
  // The connections that wait for another request make room for the next ones.
  server.on('drop', () => server.closeIdleConnections());
  const close = gracefulClose(server, after);
  server.on('request', (request, response) => closeUnread(request, response, after));
  server.on('request', handler);
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(`cannot listen on ${host}:${port}; choose another PORT or HOST`, { cause });
  }
  return { url: urlOf(server.address() as AddressInfo), close };
}

/**
 * Node's own `close` waits for event streams without end, and for connections whose answer ends during it. Call this
 * before the handler is added: it must see each request first.
 */
function gracefulClose(server: Server, after: After): () => Promise<void> {
  const open = new Set<ServerResponse>();
  let closing: Promise<void> | null = null;

  server.on('request', (_request, response: ServerResponse) => {
    open.add(response);
    if (closing) response.setHeader('connection', 'close');
    response.once('close', () => {
      open.delete(response);
      if (closing) server.closeIdleConnections();
    });
  });

  const begin = () =>
    new Promise<void>((resolve) => {
      const cancel = after(CLOSE_TIMEOUT_MS, () => server.closeAllConnections());
      server.close(() => {
        cancel();
        resolve();
      });
      for (const response of open) dismiss(response);
    });

  return () => {
    closing ??= begin();
    return closing;
  };
}

/** Closes the connection of a request that was answered, and of which more than a little has not been read. */
function closeUnread(request: IncomingMessage, response: ServerResponse, after: After): void {
  response.once('finish', () => {
    if (request.complete) return;
    const cancel = after(DISCARD_MS, () => request.destroy());
    request.once('close', cancel);
  });
}

/** Ends an event stream, which never ends by itself; any other answer becomes the last one of its connection. */
function dismiss(response: ServerResponse): void {
  if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
  else if (!response.headersSent) response.setHeader('connection', 'close');
}

function urlOf({ address, family, port }: AddressInfo): string {
  const reached = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return `http://${family === 'IPv6' ? `[${reached}]` : reached}:${port}`;
}
