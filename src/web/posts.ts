import type { IncomingMessage, ServerResponse } from 'node:http';
import type { After } from '../ports/clock';
import type { Log } from '../ports/log';
import type { Answer, PostReceiver } from '../ports/post';
import { Bodies, type BodyFault } from './bodies';
import type { Guard } from './guard';
import { DISCARD_MS, DISCARDED_BYTES, RETRY_AFTER_S } from './limits';
import type { Meters } from './metrics';

/** A receiver, and what is asked of a request before it; null: the receiver itself proves who sent it. */
export interface GuardedReceiver {
  receiver: PostReceiver;
  guard: Guard | null;
}

export interface PostParts {
  log: Log;
  meters: Meters | null;
  after: After;
}

const FAULTS: Record<Exclude<BodyFault, 'broken'>, Answer> = {
  'too-large': { status: 413, refused: 'too large' },
  overloaded: { status: 503, refused: 'too many bytes of unverified requests at once' },
};

/**
 * Answers POSTs of platforms without Express, which would take longer than the press that it carries. Headers are judged
 * first; then the body is read, within the memory that unverified bodies may take.
 */
export class Posts {
  readonly #receivers = new Map<string, GuardedReceiver>();
  readonly #parts: PostParts;
  readonly #bodies = new Bodies();

  constructor(parts: PostParts) {
    this.#parts = parts;
  }

  add(path: string, receiver: GuardedReceiver): void {
    this.#receivers.set(path, receiver);
  }

  /** Returns false when the request is not one of these. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { method = '', url: path = '' } = request;
    const receiver = method === 'POST' ? this.#receivers.get(path) : undefined;
    if (!receiver) return false;
    const answered = this.#parts.meters?.answering();
    if (answered) {
      response.once('finish', () => answered({ method, route: path, status: response.statusCode }));
    }
    this.#answer(receiver, request, response).catch((error: unknown) => {
      this.#parts.log.error({ err: error, method, path }, 'request failed');
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
    return true;
  }

  async #answer(
    { receiver, guard }: GuardedReceiver,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { headers } = request;
    const admission = guard?.(request) ?? receiver.admit(headers);
    if ('status' in admission) return this.#refuse(request, response, admission);
    const body = await this.#bodies.read(request, admission.maxBytes);
    if (body === 'broken') return;
    if (typeof body === 'string') return this.#refuse(request, response, FAULTS[body]);
    try {
      const answer = await receiver.receive({ headers, body: body.bytes, verified: body.release });
      this.#report(request, answer);
      write(response, answer);
      response.end();
    } finally {
      body.release();
    }
  }

  /**
   * Answers without reading the body, and closes the connection. A connection that is closed while its sender still
   * writes may lose the answer: the answer is sent complete, and ended once the sender has had time to read it.
   */
  #refuse(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
    this.#report(request, answer);
    response.setHeader('connection', 'close');
    write(response, answer);
    discard(request, this.#parts.after, () => response.end());
  }

  #report({ url: path }: IncomingMessage, { refused, status }: Answer): void {
    if (refused !== undefined) this.#parts.log.warn({ refused, path, status }, 'request refused');
  }
}

function write(response: ServerResponse, { status, json }: Answer): void {
  const body = json === undefined ? '' : JSON.stringify(json);
  response.statusCode = status;
  response.setHeader('content-length', Buffer.byteLength(body));
  if (json !== undefined) response.setHeader('content-type', 'application/json; charset=utf-8');
  if (status === 503) response.setHeader('retry-after', RETRY_AFTER_S);
  if (body === '') response.flushHeaders();
  else response.write(body);
}

/** Throws away the rest of a body, up to a limit of bytes and time; then calls `done`. */
function discard(request: IncomingMessage, after: After, done: () => void): void {
  if (request.complete || request.destroyed) {
    done();
    return;
  }
  let bytes = 0;
  let cancel = () => {};
  const stop = () => {
    cancel();
    cancel = () => {};
    request.off('end', stop).off('close', stop).off('data', count);
    done();
  };
  function count(chunk: Buffer): void {
    bytes += chunk.length;
    if (bytes > DISCARDED_BYTES) stop();
  }
  request.on('data', count).once('end', stop).once('close', stop);
  cancel = after(DISCARD_MS, stop);
}
