import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Millis } from '../domain/time/calendar';
import type { After } from '../ports/clock';

export interface Listening {
  /** Where this machine reaches it, without a slash at the end. */
  url: string;
  /**
   * Accepts nothing new, ends event streams, lets running requests finish, and cuts off what still runs after
   * ten seconds. May be called again.
   */
  close(): Promise<void>;
}

const GRACE: Millis = 10_000;
/**
 * Longer than proxies and load balancers keep theirs, a minute mostly: by Node's own five seconds a connection would end
 * in the moment in which a request is sent over it, and that request be lost.
 */
const KEPT: Millis = 65_000;

/** Listens on the address, or throws an error that names it and the cure. */
export async function serve(
  handler: RequestListener,
  { host, port, after }: { host: string; port: number; after: After },
): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: KEPT });
  const close = gracefulClose(server, after);
  server.on('request', handler);
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(`cannot listen on ${host}:${port}; choose another PORT or HOST`, { cause });
  }
  return { url: urlOf(server.address() as AddressInfo), close };
}

/** Must see each request before its handler does. */
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
      const cancel = after(GRACE, () => server.closeAllConnections());
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

/** An event stream would never end by itself; another answer is the last one of its connection. */
function dismiss(response: ServerResponse): void {
  if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
  else if (!response.headersSent) response.setHeader('connection', 'close');
}

function urlOf({ address, family, port }: AddressInfo): string {
  const reached = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return `http://${family === 'IPv6' ? `[${reached}]` : reached}:${port}`;
}
