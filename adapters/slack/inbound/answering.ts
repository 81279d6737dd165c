import type { ChoicePurpose } from '../../../src/domain/card';
import type { Actor, Inbox, Reply } from '../../../src/ports/inbox';
import type { Directory } from '../people';
import { readValues } from '../render';
import type { ActorOf } from './actors';
import type { WindowContext } from './context';
import type { InteractionIn, Origin } from './payloads';

/** A button as it came back. */
export interface Pressed {
  action: string;
  purpose: ChoicePurpose;
}

/** A request that the core has answered. */
export interface Answered {
  actor: Actor;
  reply: Reply;
}

export interface AnsweringParts {
  inbox: Inbox;
  actorOf: ActorOf;
  directory: Directory;
}

/**
 * Passes requests to the core, and remembers the language of each answer: a later failure is reported in it. `where`
 * takes the place of the request's channel: a window remembers where it was opened.
 */
export class Answering {
  readonly #parts: AnsweringParts;

  constructor(parts: AnsweringParts) {
    this.#parts = parts;
  }

  async press(origin: Origin, { action, purpose }: Pressed, where?: WindowContext): Promise<Answered> {
    const { actorOf, inbox } = this.#parts;
    const actor = await actorOf(origin, { where, profile: isFrequent(purpose) ? 'at-once' : 'current' });
    return this.#answered(actor, await inbox.press(actor, action));
  }

  async command(origin: Origin, text: string, where?: WindowContext): Promise<Answered> {
    const { actorOf, inbox } = this.#parts;
    const actor = await actorOf(origin, { where });
    return this.#answered(actor, await inbox.command(actor, text));
  }

  async submit(submission: InteractionIn, context: WindowContext & { form: string }): Promise<Answered> {
    const { actorOf, inbox } = this.#parts;
    const actor = await actorOf(submission, { where: context });
    const values = readValues(submission.view?.state?.values ?? {});
    return this.#answered(actor, await inbox.submit(actor, context.form, values));
  }

  #answered(actor: Actor, reply: Reply): Answered {
    this.#parts.directory.spoke(actor.org, actor.person.id, reply.card.locale);
    return { actor, reply };
  }
}

/** Hot path: members press these all day long, and at seven all at once. */
function isFrequent(purpose: ChoicePurpose): boolean {
  return purpose === 'answer' || purpose === 'change' || purpose === 'list';
}
