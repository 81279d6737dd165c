import { createChannel, createSession } from 'better-sse';
import type { Request, Response } from 'express';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;
const RETRY_AFTER_S = '10';
/** More pages than a demonstration has. Each open stream takes some 25 KiB. */
const MAX_STREAMS = 100;

/** Server-sent events to every open page. */
export class EventStream {
  /** Counted from the request on: a stream joins the channel a moment later. */
  readonly #open = new Set<Response>();
  readonly #channel = createChannel<object, { response: Response }>();

  /** Keeps this response open; resolves once it is sent what comes. Answers 503 when too many are open. */
  async join(request: Request, response: Response): Promise<void> {
    if (this.#open.size >= MAX_STREAMS) {
      response.status(503).set('retry-after', RETRY_AFTER_S).json({ error: 'too many pages are open' });
      return;
    }
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
    const options = { keepAlive: HEARTBEAT_MS, retry: RETRY_MS, state: { response } };
    this.#channel.register(await createSession(request, response, options));
  }

  send(event: string, data: unknown): void {
    this.#channel.broadcast(data, event);
  }

  size(): number {
    return this.#channel.sessionCount;
  }

  /** Ends every stream. */
  close(): void {
    for (const { state } of this.#channel.activeSessions) state.response.end();
  }
}
