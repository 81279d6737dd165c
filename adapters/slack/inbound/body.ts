import { type Headers, isJson, parseObject } from '../../../src/ports/post';

const PAYLOAD = 'payload=';

/** Events are JSON, commands are forms, presses and submissions are forms with JSON in `payload`. Null: unreadable. */
export function parseBody(headers: Headers, body: Buffer): Record<string, unknown> | null {
  const text = body.toString('utf8');
  if (isJson(headers)) return parseObject(text);
  const payload = payloadAlone(text);
  if (payload !== null) return parseObject(payload);
  const form = Object.fromEntries(new URLSearchParams(text));
  return form.payload === undefined ? form : parseObject(form.payload);
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
