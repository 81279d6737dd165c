import type { Response } from 'express';
import type { After } from '../../../src/ports/clock';

/** Server-sent events to every open page. */
export interface EventStream {
  /** Keeps this response open and sends it what comes. */
  join(response: Response): void;
  send(event: string, data: unknown): void;
  size(): number;
  /** Ends every stream. */
  close(): void;
}

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;

export function createEventStream(after: After): EventStream {
  const open = new Set<Response>();

  function beat(response: Response): () => void {
    let cancel = after(HEARTBEAT_MS, function again() {
      response.write(': still here\n\n');
      cancel = after(HEARTBEAT_MS, again);
    });
    return () => cancel();
  }

  return {
    join(response) {
      response.set({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.flushHeaders();
      response.write(`retry: ${RETRY_MS}\n\n`);
      open.add(response);
      const stop = beat(response);
      response.on('close', () => {
        stop();
        open.delete(response);
      });
    },
    send(event, data) {
      for (const response of open) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    size: () => open.size,
    close() {
      for (const response of open) response.end();
      open.clear();
    },
  };
}
