import { type DestinationStream, destination, pino } from 'pino';
import type { LogLevel } from './config';
import type { Log } from './ports/log';

/**
 * What must never be logged, should it get into a log's fields after all: what people are called, say and
 * answer, what platforms send, and secrets.
 */
const HIDDEN = [
  ...['name', 'displayName', 'placeName', 'email', 'title', 'text', 'summary', 'card', 'parts'],
  ...['answer', 'answers', 'choice', 'style', 'arrival', 'week', 'values', 'action', 'command'],
  ...['body', 'payload', 'headers', 'cookie', 'authorization'],
  ...['token', 'botToken', 'appToken', 'accessToken', 'refreshToken', 'secret', 'signingSecret', 'password'],
  ...['clientSecret', 'stateSecret', 'encryptionKey'],
];
const DEPTHS = ['', '*.', '*.*.'];
const DEEPEST_CAUSE = 5;

/**
 * JSON lines for operators, to stdout. The callers keep names, answers, tokens and bodies out of the fields;
 * hiding them by their key is the second defence, three levels deep.
 */
export function createLog(level: LogLevel, stream: DestinationStream = standardOutput()): Log {
  const paths = DEPTHS.flatMap((depth) => HIDDEN.map((key) => depth + key));
  const log = pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[hidden]' },
      serializers: { err: (error) => describeError(error), error: (error) => describeError(error) },
    },
    stream,
  );
  return log;
}

/** What is kept of lines that cannot be written, until they can be. */
const KEPT_BYTES = 2 ** 20;

/** Where it leads to a file and the disk is full, lines wait or are lost: none is worth the bot. */
function standardOutput(): DestinationStream {
  const stream = destination({ dest: 1, sync: true, maxLength: KEPT_BYTES });
  stream.on('error', () => {});
  return stream;
}

interface ErrorDescription {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  kind?: string;
  cause?: ErrorDescription;
  errors?: ErrorDescription[];
}

/** Only these properties: an error of an HTTP client also carries requests, with their tokens. */
function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!isError(error)) return { type: typeof error, message: 'what was thrown is no error' };
  const { code, kind, cause, errors, stack } = error;
  const deeper = depth < DEEPEST_CAUSE;
  return {
    type: error.name,
    message: error.message,
    ...(stack ? { stack } : {}),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(cause !== undefined && deeper ? { cause: describeError(cause, depth + 1) } : {}),
    ...(Array.isArray(errors) && deeper
      ? { errors: errors.map((each) => describeError(each, depth + 1)) }
      : {}),
  };
}

interface SomeError extends Error {
  code?: unknown;
  kind?: unknown;
  errors?: unknown;
}

/** By shape: errors of other realms are no instances of ours. */
function isError(value: unknown): value is SomeError {
  return typeof value === 'object' && value !== null && 'message' in value && 'name' in value;
}
