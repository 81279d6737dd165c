import type { TurnContext } from 'botbuilder';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError } from '../../src/ports/chat';
import { type EventParts, followConversation, followInstallation } from './events';
import type { Inbound } from './inbound';
import { answerInvoke, type InvokeParts } from './invokes';
import { KeyedMutex } from './keyed-mutex';
import { activityKey } from './keys';
import { answerMessage, type MessageParts } from './messages';
import { type Origin, rememberOrigin } from './origin';

export interface ActivityParts extends EventParts, MessageParts, InvokeParts {}

/** Longer than Teams redelivers an activity. */
const REDELIVERED_WITHIN_MS: Millis = 30 * 60_000;
const HANDLED = ['message', 'messageUpdate', 'conversationUpdate', 'installationUpdate'];
/** A command that was corrected is read again, as if it were typed now. */
const EDITED = 'editMessage';

/** Handles each activity once, whatever Teams redelivers and to whichever process. */
export class Activities {
  readonly #parts: ActivityParts;
  readonly #places = new KeyedMutex();

  constructor(parts: ActivityParts) {
    this.#parts = parts;
  }

  /** The activity comes from a verified request. Rejects where Teams is to send it again. */
  async handle(origin: Origin, context: TurnContext): Promise<void> {
    const { inbound, tenant } = origin;
    const key = activityKey(tenant, inbound.conversation.id, idOf(inbound));
    if (inbound.type === 'invoke') return answerInvoke(this.#parts, origin, context, key);
    if (!HANDLED.includes(inbound.type)) return;
    if (inbound.type === 'messageUpdate' && inbound.channelData?.eventType !== EDITED) return;
    const { memory, log } = this.#parts;
    // Without an id it cannot be recognised as redelivered.
    if (inbound.id && !(await memory.claim(tenant, key, REDELIVERED_WITHIN_MS))) return;
    try {
      await rememberOrigin(memory, origin);
      await this.#follow(origin, context);
    } catch (error) {
      if (error instanceof ChatError) {
        log.warn({ err: error, type: inbound.type }, 'an answer did not reach Teams');
        return;
      }
      await memory.giveBack(key);
      throw error;
    }
  }

  /** Teams sends an installation twice, close together: the second must see what the first has made. */
  async #follow(origin: Origin, context: TurnContext): Promise<void> {
    const { inbound, tenant } = origin;
    if (inbound.type === 'message' || inbound.type === 'messageUpdate')
      return answerMessage(this.#parts, origin, context);
    const follow = inbound.type === 'conversationUpdate' ? followConversation : followInstallation;
    const place = inbound.channelData?.team?.id ?? inbound.conversation.id;
    return this.#places.run(`${tenant}/${place}`, () => follow(this.#parts, origin));
  }
}

/** An edited message keeps its id: each edit is an activity of its own. */
function idOf({ type, id, timestamp }: Inbound): string {
  return type === 'messageUpdate' ? `${id ?? ''}/${timestamp ?? ''}` : (id ?? '');
}
