import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Delivery, Inbound } from './deliver';
import { isRecord, type Json } from './refusal';
import { secret } from './world';

/** Socket Mode: connections of apps, envelopes to one of them, acknowledgements back. */
export interface SocketHub {
  /** A single-use address to connect to, for apps.connections.open. */
  urlFor(app: string): string;
  /** Sends over one of the app's connections, in turn, and waits for the acknowledgement. */
  send(app: string, inbound: Inbound): Promise<Delivery>;
  connections(app: string): number;
  /** Resolves once the app has so many connections. */
  connected(app: string, count?: number): Promise<void>;
  /** Tells the app's connections that they end, as Slack does when it recycles a host. */
  disconnect(app: string, reason?: 'refresh_requested' | 'warning' | 'link_disabled'): void;
  /** Breaks them without a word. */
  drop(app: string): void;
  stop(): Promise<void>;
}

interface Link {
  app: string;
  socket: WebSocket;
}

const ENVELOPES = { event: 'events_api', command: 'slash_commands', interactive: 'interactive' } as const;

export function createSocketHub(
  server: Server,
  baseUrl: () => string,
  ackTimeoutMs: () => number,
): SocketHub {
  const wss = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, string>();
  const waiting = new Map<string, (payload: unknown) => void>();
  const watchers = new Set<() => void>();
  let links: Link[] = [];
  let turn = 0;

  server.on('upgrade', (request, stream, head) => {
    const ticket = new URL(request.url ?? '/', 'http://fake').searchParams.get('ticket') ?? '';
    const app = tickets.get(ticket);
    tickets.delete(ticket);
    if (app) wss.handleUpgrade(request, stream, head, (socket) => open({ app, socket }));
    else stream.destroy();
  });

  function open(link: Link): void {
    links.push(link);
    link.socket.on('message', (data) => acknowledge(String(data)));
    link.socket.on('error', () => link.socket.terminate());
    link.socket.on('close', () => {
      links = links.filter((each) => each !== link);
    });
    link.socket.send(JSON.stringify(hello(link.app, of(link.app).length)));
    for (const watcher of watchers) watcher();
  }

  function of(app: string): Link[] {
    return links.filter((link) => link.app === app && link.socket.readyState === link.socket.OPEN);
  }

  function acknowledge(text: string): void {
    const message: unknown = JSON.parse(text);
    if (isRecord(message)) waiting.get(String(message.envelope_id))?.(message.payload ?? null);
  }

  function send(app: string, inbound: Inbound): Promise<Delivery> {
    const started = performance.now();
    const open = of(app);
    const link = open[turn++ % Math.max(1, open.length)];
    const base = { status: null, request: null };
    if (!link)
      return Promise.resolve({ ...base, acked: false, body: null, ackMs: 0, error: 'not_connected' });
    const envelope = wrap(inbound);
    return new Promise((resolve) => {
      const finish = (acked: boolean, body: unknown, error: string | null) => {
        clearTimeout(timer);
        waiting.delete(envelope.envelope_id);
        resolve({ ...base, acked, body, ackMs: performance.now() - started, error });
      };
      const timer = setTimeout(() => finish(false, null, 'timeout'), ackTimeoutMs());
      waiting.set(envelope.envelope_id, (payload) => finish(true, emptyToNull(payload), null));
      link.socket.send(JSON.stringify(envelope));
    });
  }

  return {
    urlFor(app) {
      const ticket = secret();
      tickets.set(ticket, app);
      return `${baseUrl().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${app}`;
    },
    send,
    connections: (app) => of(app).length,
    connected(app, count = 1) {
      return new Promise((resolve) => {
        const check = () => {
          if (of(app).length < count) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      });
    },
    disconnect(app, reason = 'refresh_requested') {
      const message = JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-fake' } });
      for (const { socket } of of(app)) socket.send(message);
    },
    drop(app) {
      for (const { socket } of of(app)) socket.terminate();
    },
    async stop() {
      await Promise.all(links.map(({ socket }) => closed(socket)));
      wss.close();
    },
  };
}

/** Closes with a handshake, as a client that is just saying goodbye waits for one; cuts who does not answer. */
function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      socket.terminate();
    }, 1000);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}

function hello(app: string, count: number): Json {
  return {
    type: 'hello',
    num_connections: count,
    debug_info: { host: 'applink-fake', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: app },
  };
}

function wrap(inbound: Inbound): Json & { envelope_id: string } {
  const event = inbound.kind === 'event';
  return {
    envelope_id: secret(16),
    type: ENVELOPES[inbound.kind],
    payload: inbound.body,
    accepts_response_payload: !event,
    ...(event ? { retry_attempt: inbound.attempt, retry_reason: inbound.reason } : {}),
  };
}

function emptyToNull(payload: unknown): unknown {
  return isRecord(payload) && Object.keys(payload).length === 0 ? null : payload;
}
