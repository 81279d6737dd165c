import type { IncomingMessage } from 'node:http';

/** Larger than anything that Slack sends. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
const PAYLOAD = 'payload=';

/** The whole body; null where it is too large, or where the connection broke. */
export function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)));
    request.on('error', () => resolve(null));
  });
}

export function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Events come as JSON; everything else as forms. */
export function isJson(headers: IncomingMessage['headers']): boolean {
  return headers['content-type']?.startsWith('application/json') ?? false;
}

/** Events are JSON, commands are forms, presses and submissions are forms with JSON in `payload`. Null: unreadable. */
export function parseBody({ headers }: IncomingMessage, body: Buffer): Record<string, unknown> | null {
  const text = body.toString('utf8');
  if (isJson(headers)) return parseJson(text);
  const payload = payloadAlone(text);
  if (payload !== null) return parseJson(payload);
  const form = Object.fromEntries(new URLSearchParams(text));
  return form.payload === undefined ? form : parseJson(form.payload);
}

/** The `payload` of a form with no other field, as every press comes: much faster than reading a form. */
function payloadAlone(text: string): string | null {
  if (!text.startsWith(PAYLOAD) || text.includes('&')) return null;
  try {
    return decodeURIComponent(text.slice(PAYLOAD.length).replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
