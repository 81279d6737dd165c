import { z } from 'zod';
import type { Card } from '../../../src/domain/card';
import type { OrgId, PersonId } from '../../../src/domain/people/person';
import type { Log } from '../../../src/ports/log';
import type { Api } from '../api';
import type { Renderer } from '../render';
import type { Answering } from './answering';
import { contextOf } from './context';
import type { Origin, readEvent } from './payloads';
import type { Replies } from './replies';
import { typedText } from './typed';

/* What people write to the bot: a mention of it in a channel, and a message in their own conversation with it. */

export interface WrittenParts {
  api: Api;
  answering: Answering;
  replies: Replies;
  render: Renderer;
  log: Log;
}

/** Where an event comes from, and who the bot is there. */
interface At extends ReturnType<typeof readEvent> {
  org: OrgId;
  botUserId: string | undefined;
}

const message = z.object({
  user: z.string().optional(),
  text: z.string().default(''),
  channel: z.string(),
  channel_type: z.string().optional(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  edited: z.unknown().optional(),
});

type Written = z.infer<typeof message> & { user: string };

/** A message of this length is read; commands are shorter. */
const MOST_READ = 3_000;
/** What the bare mention stands for. */
const PANEL = 'me';
/** A file may come with a command; everything else with a subtype was done and not written. */
const WRITTEN_SUBTYPES: ReadonlySet<string | undefined> = new Set([
  undefined,
  'file_share',
  'thread_broadcast',
]);

/** Answers a mention as a command, by a note that only its writer sees; where that is not possible, in private. */
export async function answerMention(parts: WrittenParts, at: At, event: unknown): Promise<void> {
  const written = readWritten(event, at);
  if (written) await answer(parts, at, written);
}

/** Answers a message in a person's own conversation with the bot; messages elsewhere are not for it. */
export async function answerMessage(parts: WrittenParts, at: At, event: unknown): Promise<void> {
  const written = readWritten(event, at);
  if (written?.channel_type === 'im') await answer(parts, at, written);
}

/** Null for what no person wrote just now: messages of bots, this one included, edits, and what the platform notes. */
function readWritten(event: unknown, { botUserId }: At): Written | null {
  const { user, ...read } = message.parse(event);
  if (user === undefined || user === botUserId || read.bot_id) return null;
  if (read.edited !== undefined || !WRITTEN_SUBTYPES.has(read.subtype)) return null;
  return { ...read, user };
}

async function answer(parts: WrittenParts, at: At, written: Written): Promise<void> {
  const { answering, replies, log } = parts;
  const origin = originOf(at, written);
  try {
    const { actor, reply } = await answering.command(origin, commandIn(written.text, at));
    const target = { context: contextOf(actor, { asked: null }), userId: written.user };
    if (actor.place !== null && (await noted(parts, at.org, written, reply.card))) return;
    await replies.direct(target, reply.card);
  } catch (error) {
    log.error({ err: error }, 'message of a person not answered');
    await replies.fail(origin);
  }
}

function commandIn(text: string, { botUserId = '' }: At): string {
  const mention = new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'gu');
  const typed = typedText(text.slice(0, MOST_READ).replaceAll(mention, ' ')).trim();
  return typed === '' ? PANEL : typed;
}

function originOf({ teamId, via }: At, { user, channel }: Written): Origin {
  const where = { channel: { id: channel, name: '' }, triggerId: '', responseUrl: null };
  return { teamId, via, userId: user, username: '', homeTeamId: null, isWorkspaceKnown: true, ...where };
}

/** False where Slack takes no note: the person is not in the channel, or the card is too large for a message. */
async function noted(
  { api, render, log }: WrittenParts,
  org: OrgId,
  { channel, user, thread_ts }: Written & { user: PersonId },
  card: Card,
): Promise<boolean> {
  if (!render.fitsMessage(card)) return false;
  const { text, blocks } = render.toMessage(card, { charts: false });
  const note = { channel, user, text, blocks, ...(thread_ts && { thread_ts }) };
  try {
    await api.call(
      org,
      'chat.postEphemeral',
      (client, { token }) => client.chat.postEphemeral({ token, ...note }),
      { urgent: true },
    );
    return true;
  } catch (error) {
    log.warn({ err: error }, 'note not shown in the channel');
    return false;
  }
}
