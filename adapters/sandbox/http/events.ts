import { createChannel, createSession } from 'better-sse';
import type { Request, Response } from 'express';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;

/** Server-sent events to every open page. */
export class EventStream {
  readonly #channel = createChannel<object, { response: Response }>();

  /** Keeps this response open; resolves once it is sent what comes. */
  async join(request: Request, response: Response): Promise<void> {
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
