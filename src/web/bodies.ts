import type { IncomingMessage } from 'node:http';
import { UNVERIFIED_BYTES } from './limits';

/** Why there is no body: it is larger than allowed, memory is used up, or the connection broke. */
export type BodyFault = 'too-large' | 'overloaded' | 'broken';

export interface HeldBody {
  bytes: Buffer;
  /** Takes the body off the budget. May be called again. */
  release(): void;
}

/** Small chunks are gathered in a buffer of at least this size, in bytes. */
const SMALLEST_BUFFER = 4_096;

/**
 * Reads bodies of senders that are not proved, all of them within one budget of memory. When it is used up, the body that
 * has been arriving for the longest time gives way: a platform's requests arrive in milliseconds, so a flood of slow or
 * large bodies costs the flood its own places.
 */
export class Bodies {
  readonly #budget: number;
  #taken = 0;
  /** In the order in which they began. */
  readonly #arriving = new Set<ArrivingBody>();

  constructor(budget: number = UNVERIFIED_BYTES) {
    this.#budget = budget;
  }

  /** Resolves once the body is complete, or as soon as it cannot be had. Call it in the request's own turn. */
  read(request: IncomingMessage, maxBytes: number): Promise<HeldBody | BodyFault> {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too-large');
    return new Promise((resolve) => {
      const body = new ArrivingBody(maxBytes, (bytes) => this.#take(bytes));
      this.#arriving.add(body);
      body.follow(request, (end) => {
        this.#arriving.delete(body);
        if (end !== null) {
          this.#taken -= body.taken;
          return resolve(end);
        }
        resolve({ bytes: body.bytes(), release: this.#releaseOnce(body.taken) });
      });
    });
  }

  #take(bytes: number): void {
    this.#taken += bytes;
    for (const oldest of this.#arriving) {
      if (this.#taken <= this.#budget) return;
      oldest.end('overloaded');
    }
  }

  #releaseOnce(bytes: number): () => void {
    let held = bytes;
    return () => {
      this.#taken -= held;
      held = 0;
    };
  }
}

/** One body on its way. Its chunks are copied into one buffer, since a chunk of a byte takes a hundred in memory. */
class ArrivingBody {
  /** The bytes of memory it takes. */
  taken = 0;
  readonly #maxBytes: number;
  readonly #take: (bytes: number) => void;
  #buffer: Buffer = Buffer.alloc(0);
  #length = 0;
  #ended: ((fault: BodyFault | null) => void) | null = null;

  constructor(maxBytes: number, take: (bytes: number) => void) {
    this.#maxBytes = maxBytes;
    this.#take = take;
  }

  /** Calls `ended` once: with null when the body is complete. */
  follow(request: IncomingMessage, ended: (fault: BodyFault | null) => void): void {
    this.#ended = ended;
    request.on('data', (chunk: Buffer) => this.#add(chunk));
    request.once('end', () => this.end(null));
    request.once('error', () => this.end('broken'));
    request.once('close', () => this.end('broken'));
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  end(fault: BodyFault | null): void {
    const ended = this.#ended;
    this.#ended = null;
    if (fault !== null) this.#buffer = Buffer.alloc(0);
    ended?.(fault);
  }

  #add(chunk: Buffer): void {
    if (!this.#ended) return;
    const length = this.#length + chunk.length;
    if (length > this.#maxBytes) {
      this.end('too-large');
      return;
    }
    if (this.#length === 0) this.#buffer = chunk;
    else this.#append(chunk, length);
    this.#length = length;
    const more = this.#buffer.length - this.taken;
    this.taken += more;
    if (more > 0) this.#take(more);
  }

  #append(chunk: Buffer, length: number): void {
    if (length > this.#buffer.length) {
      const wanted = Math.max(length, 2 * this.#buffer.length, SMALLEST_BUFFER);
      const larger = Buffer.allocUnsafeSlow(Math.min(wanted, this.#maxBytes));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    chunk.copy(this.#buffer, this.#length);
  }
}
