import type { App } from '@slack/bolt';
import type { Clock } from '../../../src/ports/clock';
import type { Log } from '../../../src/ports/log';
import {
  type Admission,
  type Answer,
  type Headers,
  headerOf,
  isJson,
  type Post,
  type PostReceiver,
} from '../../../src/ports/post';
import type { Memory } from '../../../src/ports/store/memory';
import { MAX_BODY_BYTES, MAX_UNSIGNED_BYTES } from '../limits';
import { memoryKeys } from '../memory-keys';
import { parseBody } from './body';
import { isReadable } from './payloads';
import { createReplayGuard, isGenuine, signatureIn, VALID_MS } from './verify';

type Receiver = NonNullable<NonNullable<ConstructorParameters<typeof App>[0]>['receiver']>;

export const EVENTS_PATH = '/slack/events';

const UNSIGNED: Answer = { status: 401, refused: 'not signed by Slack' };
const REPLAYED: Answer = { status: 401, refused: 'replayed' };
const UNREADABLE: Answer = { status: 400, refused: 'signed, but cannot be read' };

export interface HttpReceiverParts {
  signingSecret: string;
  clock: Clock;
  log: Log;
  /** Where processes that serve the same app keep what they have served; null: this one is alone. */
  shared?: Memory | null;
}

/**
 * Receives signed requests at `EVENTS_PATH`. Bolt's own receivers own a server or an Express app, read the real clock,
 * read bodies before they look at the headers, and accept replayed requests.
 */
export class HttpReceiver implements Receiver, PostReceiver {
  readonly #parts: HttpReceiverParts;
  readonly #isFirst: ReturnType<typeof createReplayGuard>;
  #app: App | null = null;

  constructor(parts: HttpReceiverParts) {
    this.#parts = parts;
    this.#isFirst = createReplayGuard(parts.clock, { alone: !parts.shared });
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  admit(headers: Headers): Admission | Answer {
    if (signatureIn(headers, this.#parts.clock.now())) return { maxBytes: MAX_BODY_BYTES };
    return mayBeSslCheck(headers) ? { maxBytes: MAX_UNSIGNED_BYTES } : UNSIGNED;
  }

  async receive({ headers, body, verified }: Post): Promise<Answer> {
    const refused = this.#refusalOf(headers, body);
    if (refused) return isSslCheck(headers, body) ? { status: 200 } : refused;
    verified();
    const parsed = parseBody(headers, body);
    if (!parsed) return UNREADABLE;
    if (parsed.ssl_check !== undefined) return { status: 200 };
    if (parsed.type === 'url_verification') return answerChallenge(parsed);
    if (parsed.type === 'app_rate_limited') return this.#rateLimited();
    if (!isReadable(parsed)) return UNREADABLE;
    if (!(await this.#isFirstOfAll(headers))) return REPLAYED;
    return this.#app ? dispatch(this.#app, parsed, headers) : { status: 503 };
  }

  #refusalOf(headers: Headers, body: Buffer): Answer | null {
    const { clock, signingSecret: secret } = this.#parts;
    const signed = signatureIn(headers, clock.now());
    if (!signed || !isGenuine(signed, body, { secret, now: clock.now() })) return UNSIGNED;
    // Slack repeats events, perhaps within the same second: they are recognised by their ids.
    const isNew = this.#isFirst(signed.signature, Number(signed.timestamp)) || isJson(headers);
    return isNew ? null : REPLAYED;
  }

  /**
   * Whether no other process has served the request. While the database is away the answer is yes: nothing can be
   * recorded then, and the person hears that.
   */
  async #isFirstOfAll(headers: Headers): Promise<boolean> {
    const { shared, clock } = this.#parts;
    const signed = shared && !isJson(headers) && signatureIn(headers, clock.now());
    if (!signed) return true;
    const until = Number(signed.timestamp) * 1_000 + VALID_MS + 1_000;
    return shared.claim(memoryKeys.signature(signed.signature), '', until, null).catch(() => true);
  }

  #rateLimited(): Answer {
    this.#parts.log.warn({}, 'Slack holds events back: more than 30,000 came in an hour');
    return { status: 200 };
  }
}

/** Slack tests the certificate with a small form that it does not sign. */
function mayBeSslCheck(headers: Headers): boolean {
  const length = Number(headerOf(headers['content-length']) ?? Number.NaN);
  return isUnsigned(headers) && !isJson(headers) && length <= MAX_UNSIGNED_BYTES;
}

function isSslCheck(headers: Headers, body: Buffer): boolean {
  return isUnsigned(headers) && parseBody(headers, body)?.ssl_check === '1';
}

function isUnsigned(headers: Headers): boolean {
  return headers['x-slack-signature'] === undefined && headers['x-slack-request-timestamp'] === undefined;
}

function answerChallenge({ challenge }: Record<string, unknown>): Answer {
  return typeof challenge === 'string' ? { status: 200, json: { challenge } } : UNREADABLE;
}

/**
 * Resolves as soon as a listener acknowledges the request. Bolt hands the faults of listeners to its error handler, so it
 * rejects only for a body that it cannot read.
 */
function dispatch(app: App, body: Record<string, unknown>, headers: Headers): Promise<Answer> {
  const retry = headerOf(headers['x-slack-retry-num']);
  const reason = headerOf(headers['x-slack-retry-reason']);
  return new Promise((resolve) => {
    const processing = app.processEvent({
      body,
      ...(retry === undefined ? {} : { retryNum: Number(retry) }),
      ...(reason === undefined ? {} : { retryReason: reason }),
      ack: async (said: unknown) => resolve(acknowledgement(said)),
    });
    processing.then(
      () => resolve({ status: 404 }),
      () => resolve(UNREADABLE),
    );
  });
}

function acknowledgement(said: unknown): Answer {
  if (said === undefined || said === '') return { status: 200 };
  return { status: 200, json: typeof said === 'string' ? { text: said } : said };
}
