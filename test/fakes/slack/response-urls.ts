import { TIMES } from './limits';
import { isRecord, type Json, Refusal } from './refusal';
import { readBlocks } from './web-api/messages';
import {
  botToken,
  type Ephemeral,
  findMessage,
  type Message,
  messagesOf,
  newTs,
  type ResponseUrl,
  secret,
  type World,
} from './world';

/** Makes the path of a new response_url: five uses in half an hour. */
export function newResponseUrl(
  world: World,
  target: Omit<ResponseUrl, 'expiresAt' | 'uses'>,
  kind: 'actions' | 'commands',
): string {
  const path = `/${kind}/${target.team}/${secret(6)}/${secret(12)}`;
  world.responseUrls.set(path, { ...target, expiresAt: world.now() + TIMES.responseUrlMs, uses: 0 });
  return path;
}

/** Posts to a response_url; throws the Refusal that Slack answers with. */
export function useResponseUrl(world: World, path: string, body: Json, charts: boolean): void {
  const target = world.responseUrls.get(path);
  if (!target || world.now() > target.expiresAt) throw new Refusal('expired_url');
  if (target.uses >= TIMES.responseUrlUses) throw new Refusal('used_url');
  const content = body.delete_original === true ? null : readReply(body, charts);
  target.uses += 1;
  if (content === null) removeOriginal(world, target);
  else if (body.replace_original === true && target.original) replaceOriginal(world, target, content);
  else postReply(world, target, newReply(world, target, content), body.response_type === 'in_channel');
}

function postReply(world: World, target: ResponseUrl, message: Message, inChannel: boolean): void {
  if (inChannel) messagesOf(world, target.channel).push(message);
  else world.ephemerals.push({ ...message, seenBy: target.user });
}

function readReply(body: Json, charts: boolean): { text: string; blocks: Json[] | null } {
  const { text, blocks } = body;
  const given = Array.isArray(blocks) && blocks.length > 0 ? blocks : null;
  if (typeof text !== 'string' && given === null) throw new Refusal('no_text');
  return { text: typeof text === 'string' ? text : '', blocks: given && readBlocks(given, charts) };
}

function newReply(
  world: World,
  target: ResponseUrl,
  content: { text: string; blocks: Json[] | null },
): Message {
  const token = botToken(world, target.team);
  return {
    ...content,
    channel: target.channel,
    ts: newTs(world),
    user: token?.botUser ?? '',
    botId: token?.botId ?? '',
    metadata: null,
    threadTs: null,
    editedTs: null,
  };
}

function originalOf(world: World, { original, channel }: ResponseUrl): Message | Ephemeral | null {
  if (!original) return null;
  if (!original.ephemeral) return findMessage(world, channel, original.ts);
  return world.ephemerals.find(({ ts }) => ts === original.ts) ?? null;
}

function replaceOriginal(
  world: World,
  target: ResponseUrl,
  content: { text: string; blocks: Json[] | null },
): void {
  const message = originalOf(world, target);
  if (!message) throw new Refusal('message_not_found');
  message.text = content.text;
  message.blocks = content.blocks;
  message.editedTs = newTs(world);
}

function removeOriginal(world: World, target: ResponseUrl): void {
  const message = originalOf(world, target);
  if (!message) throw new Refusal('message_not_found');
  if (target.original?.ephemeral) world.ephemerals = world.ephemerals.filter((each) => each !== message);
  else messagesOf(world, target.channel).splice(messagesOf(world, target.channel).indexOf(message), 1);
}

/** The reply as JSON, or a form with `payload`. */
export function replyBody(text: string): Json {
  const raw = text.startsWith('payload=') ? (new URLSearchParams(text).get('payload') ?? '') : text;
  try {
    const value: unknown = JSON.parse(raw);
    if (isRecord(value)) return value;
  } catch {
    // falls through: what is not a JSON object is refused below
  }
  throw new Refusal('invalid_payload');
}
