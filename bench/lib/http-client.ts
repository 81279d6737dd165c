import { createConnection, type Socket } from 'node:net';

/*
 * The least HTTP client there is: whole requests, written beforehand, over connections that stay open. What loads a
 * server must cost less than the server, on the same machine.
 */

export interface Connection {
  /** Sends one request and resolves with the status once its answer is complete. One at a time. */
  send(request: Buffer): Promise<number>;
  close(): void;
}

export async function connect(port: number): Promise<Connection> {
  const socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return over(socket);
}

function over(socket: Socket): Connection {
  let received = '';
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null;
  const fail = (error: Error) => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    if (!isComplete(received)) return;
    const status = Number(received.slice(9, 12));
    received = '';
    waiting?.resolve(status);
    waiting = null;
  });
  return {
    send(request) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      });
    },
    close: () => socket.destroy(),
  };
}

function isComplete(received: string): boolean {
  const headersEnd = received.indexOf('\r\n\r\n');
  if (headersEnd < 0) return false;
  const headers = received.slice(0, headersEnd);
  if (/transfer-encoding: chunked/i.test(headers)) return received.endsWith('\r\n0\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(headers)?.[1] ?? 0);
  return received.length >= headersEnd + 4 + length;
}

/** A request as it goes over the wire. */
export function toWire(url: string, headers: Record<string, string>, body: string): string {
  const { host, pathname } = new URL(url);
  const all = { host, ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
