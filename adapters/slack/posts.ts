import { createHash } from 'node:crypto';
import type { Place, Post, PostKey } from '../../src/ports/chat';
import { ChatError } from '../../src/ports/chat';

/** The type of the metadata which the bot's posts carry. */
export const METADATA_TYPE = 'telework_post';

/** Every app of a workspace can read metadata: only a hash of the key goes in. */
export function metadataOf({ id }: PostKey) {
  return { event_type: METADATA_TYPE, event_payload: { key: hashOf(id) } };
}

export function hashOf(keyId: string): string {
  return createHash('sha256').update(keyId).digest('hex').slice(0, 32);
}

export function postAt(channel: Place, ts: string): Post {
  return `${channel}/${ts}`;
}

export function addressOf(post: Post): { channel: Place; ts: string } {
  const [channel = '', ts = ''] = post.split('/');
  if (channel === '' || ts === '') throw new ChatError('invalid', 'this is no address of a Slack message');
  return { channel, ts };
}
