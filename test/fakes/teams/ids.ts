import { createHash } from 'node:crypto';

/* Ids in the shapes of Teams, made from a seed so that a run can be repeated. */

function digest(seed: string): Buffer {
  return createHash('sha256').update(seed).digest();
}

export function guid(seed: string): string {
  const hex = digest(seed).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The id by which one bot knows a person. */
export function personId(seed: string): string {
  const tail = digest(`${seed}/1`).toString('base64url') + digest(`${seed}/2`).toString('base64url');
  return `29:1${tail.slice(0, 85)}`;
}

export function channelId(seed: string): string {
  return `19:${digest(seed).toString('hex').slice(0, 32)}@thread.tacv2`;
}

export function groupChatId(seed: string): string {
  return `19:${digest(seed).toString('hex').slice(0, 32)}@thread.v2`;
}

export function personalChatId(seed: string): string {
  const tail = digest(`${seed}/1`).toString('base64url') + digest(`${seed}/2`).toString('base64url');
  return `a:1${tail.slice(0, 80)}`;
}

const THREAD = ';messageid=';

/** A channel's thread is addressed as `<channel>;messageid=<first message>`. */
export function threadOf(conversation: string, message: string): string {
  return `${conversation}${THREAD}${message}`;
}

export function splitThread(conversation: string): { base: string; thread: string | null } {
  const at = conversation.indexOf(THREAD);
  if (at < 0) return { base: conversation, thread: null };
  return { base: conversation.slice(0, at), thread: conversation.slice(at + THREAD.length) };
}
