import { refused } from './errors';
import { splitThread } from './ids';
import type { Side } from './side';
import { type Conversation, hasBot, isGone } from './world';

/** A conversation that the bot may write to, and the thread in its address. */
export interface Reached {
  conversation: Conversation;
  thread: string | null;
}

/** Finds a conversation of this tenant where the bot is installed. Throws the connector's refusal otherwise. */
export function reach(side: Side, tenant: string, id: string): Reached {
  const { base, thread } = splitThread(id);
  const conversation = side.world.conversation(base);
  if (conversation === null || conversation.tenant !== tenant || isGone(conversation)) {
    throw refused.noConversation();
  }
  if (!hasBot(conversation)) {
    throw conversation.kind === 'personal' ? refused.notInstalled() : refused.notInRoster();
  }
  if (thread !== null && side.messages.find(base, thread) === null) throw refused.noConversation();
  return { conversation, thread };
}
