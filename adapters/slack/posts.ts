import { createHash } from 'node:crypto';
import { ChatError, type Place, type Post, type PostKey } from '../../src/ports/chat';

const METADATA_TYPE = 'telework_post';

/** Every app of a workspace can read metadata: only a hash of the key goes in. */
export function metadataOf({ id }: PostKey) {
  return { event_type: METADATA_TYPE, event_payload: { key: hashOf(id) } };
}

/** Whether a message with this metadata was posted with this key. */
export function isPostOf(
  { id }: PostKey,
  metadata: { event_type?: string | undefined; event_payload?: object | undefined } | undefined,
): boolean {
  const payload = metadata?.event_payload ?? {};
  return metadata?.event_type === METADATA_TYPE && 'key' in payload && payload.key === hashOf(id);
}

/** A message's address: `<channel>/<ts>`. */
export function postAt(channel: Place, ts: string): Post {
  return `${channel}/${ts}`;
}

/** Throws an `invalid` ChatError for anything that `postAt` did not make. */
export function addressOf(post: Post): { channel: Place; ts: string } {
  const [channel = '', ts = ''] = post.split('/');
  if (channel === '' || ts === '') throw new ChatError('invalid', 'not the address of a Slack message');
  return { channel, ts };
}

function hashOf(keyId: string): string {
  return createHash('sha256').update(keyId).digest('hex').slice(0, 32);
}
