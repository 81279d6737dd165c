import { ChatError, type Place, type Post, type PostKey } from '../../src/ports/chat';

const METADATA_TYPE = 'telework_post';

/** Every app of a workspace can read metadata; the key says nothing of its task. */
export function metadataOf({ id }: PostKey) {
  return { event_type: METADATA_TYPE, event_payload: { key: id } };
}

/** Whether a message with this metadata was posted with this key. */
export function isPostOf(
  { id }: PostKey,
  metadata: { event_type?: string | undefined; event_payload?: object | undefined } | undefined,
): boolean {
  const payload = metadata?.event_payload ?? {};
  return metadata?.event_type === METADATA_TYPE && 'key' in payload && payload.key === id;
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

/** The address of a message in a channel that has another id now. */
export function readdress(post: Post, from: Place, to: Place): Post {
  return post.startsWith(`${from}/`) ? to + post.slice(from.length) : post;
}
