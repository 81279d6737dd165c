import { type DestinationStream, destination, pino } from 'pino';
import type { LogLevel } from './config';
import type { Log } from './ports/log';

/** Fields that must never be logged: names, texts and answers of people, what platforms send, and secrets. */
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
 * A log that writes JSON lines to stdout. Callers keep names, answers, tokens and bodies out of the fields; hiding
 * them by their key, three levels deep, is the second defence.
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

/** Lines that cannot be written are kept up to this size, and written later. */
const KEPT_BYTES = 2 ** 20;

/** If stdout is a file on a full disk, lines wait or are lost, and the bot goes on. */
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

/** Takes these properties only: an error of an HTTP client also holds the request, with its token. */
function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!isError(error)) return { type: typeof error, message: 'a value that is not an error was thrown' };
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

/** By shape: errors of other realms are not instances of this realm's Error. */
function isError(value: unknown): value is SomeError {
  return typeof value === 'object' && value !== null && 'message' in value && 'name' in value;
}
