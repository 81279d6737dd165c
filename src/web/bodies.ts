import type { IncomingMessage } from 'node:http';
import { UNVERIFIED_BYTES } from './limits';

/** Why there is no body: it is larger than allowed, memory is used up, or the connection broke. */
export type BodyFault = 'too-large' | 'overloaded' | 'broken';

export interface HeldBody {
  bytes: Buffer;
  /** Gives the memory back. May be called again. */
  release(): void;
}

/** Most bodies fit into one block. */
const BLOCK_BYTES = 16 * 1_024;

/**
 * Reads bodies of senders that are not proved, all of them into one pool of memory. When it is used up, the body that has
 * been arriving for the longest time gives way: a platform's requests arrive in milliseconds, so a flood of slow or large
 * bodies costs the flood its own places. Blocks are used again, so that a flood leaves nothing to the garbage collector.
 */
export class Bodies {
  readonly #free: Buffer[] = [];
  #blocksLeft = Math.floor(UNVERIFIED_BYTES / BLOCK_BYTES);
  /** In the order in which they began. */
  readonly #arriving = new Set<ArrivingBody>();

  /** Resolves once the body is complete, or as soon as it cannot be had. Call it in the request's own turn. */
  read(request: IncomingMessage, maxBytes: number): Promise<HeldBody | BodyFault> {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too-large');
    return new Promise((resolve) => {
      const body = new ArrivingBody(maxBytes, () => this.#takeBlock(body));
      this.#arriving.add(body);
      body.follow(request, (fault) => {
        this.#arriving.delete(body);
        const release = () => void this.#free.push(...body.blocks.splice(0));
        if (fault === null) return resolve({ bytes: body.bytes(), release });
        release();
        resolve(fault);
      });
    });
  }

  /** Null when `body` itself has given way. */
  #takeBlock(body: ArrivingBody): Buffer | null {
    for (const oldest of this.#arriving) {
      if (this.#hasBlock()) break;
      if (oldest.blocks.length > 0) oldest.end('overloaded');
    }
    if (!this.#hasBlock()) body.end('overloaded');
    if (!this.#arriving.has(body)) return null;
    const used = this.#free.pop();
    if (used) return used;
    this.#blocksLeft -= 1;
    return Buffer.allocUnsafeSlow(BLOCK_BYTES);
  }

  #hasBlock(): boolean {
    return this.#free.length > 0 || this.#blocksLeft > 0;
  }
}

/** One body on its way. */
class ArrivingBody {
  /** All of them full but the last. */
  readonly blocks: Buffer[] = [];
  readonly #maxBytes: number;
  readonly #takeBlock: () => Buffer | null;
  #length = 0;
  #ended: ((fault: BodyFault | null) => void) | null = null;

  constructor(maxBytes: number, takeBlock: () => Buffer | null) {
    this.#maxBytes = maxBytes;
    this.#takeBlock = takeBlock;
  }

  /** Calls `ended` once: with null when the body is complete. */
  follow(request: IncomingMessage, ended: (fault: BodyFault | null) => void): void {
    this.#ended = ended;
    request.on('data', (chunk: Buffer) => this.#add(chunk));
    request.once('end', () => this.end(null));
    request.once('error', () => this.end('broken'));
    request.once('close', () => this.end('broken'));
  }

  /** A copy. */
  bytes(): Buffer {
    return Buffer.concat(this.blocks, this.#length);
  }

  end(fault: BodyFault | null): void {
    const ended = this.#ended;
    this.#ended = null;
    ended?.(fault);
  }

  #add(chunk: Buffer): void {
    if (this.#length + chunk.length > this.#maxBytes) this.end('too-large');
    for (let done = 0; this.#ended && done < chunk.length; ) {
      const offset = this.#length % BLOCK_BYTES;
      const block = offset === 0 ? this.#takeBlock() : this.blocks.at(-1);
      if (!block) return;
      if (offset === 0) this.blocks.push(block);
      const copied = chunk.copy(block, offset, done);
      this.#length += copied;
      done += copied;
    }
  }
}
