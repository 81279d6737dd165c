import type { ChoicePurpose } from '../../../src/domain/card';
import type { Actor, Inbox, Reply } from '../../../src/ports/inbox';
import { isOutOfReach } from '../errors';
import type { Directory } from '../people';
import type { Places } from '../places';
import { type Renderer, readValues } from '../render';
import { orgOf } from '../workspaces';
import type { ActorOf, ActorOptions } from './actors';
import type { WindowContext } from './context';
import type { InteractionIn, Origin } from './payloads';

/** A button as it came back. */
export interface Pressed {
  action: string;
  purpose: ChoicePurpose;
}

interface Asking extends Pick<ActorOptions, 'profile'> {
  where?: WindowContext | undefined;
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
  places: Places;
  render: Renderer;
}

/**
 * Passes requests to the core, and remembers the language of each answer: a later failure is reported in it. `where`
 * takes the place of the request's channel: a window remembers where it was opened, and works there for as long as the
 * person is in that channel.
 */
export class Answering {
  readonly #parts: AnsweringParts;

  constructor(parts: AnsweringParts) {
    this.#parts = parts;
  }

  async press(origin: Origin, { action, purpose }: Pressed, where?: WindowContext): Promise<Answered> {
    const profile = isFrequent(purpose) ? 'at-once' : 'current';
    return this.#ask(origin, { where, profile }, (inbox, actor) => inbox.press(actor, action));
  }

  async command(origin: Origin, text: string, where?: WindowContext): Promise<Answered> {
    return this.#ask(origin, { where }, (inbox, actor) => inbox.command(actor, text));
  }

  async submit(submission: InteractionIn, context: WindowContext & { form: string }): Promise<Answered> {
    const values = readValues(submission.view?.state?.values ?? {});
    return this.#ask(submission, { where: context }, (inbox, actor) =>
      inbox.submit(actor, context.form, values),
    );
  }

  async #ask(
    origin: Origin,
    { where: opened, profile }: Asking,
    ask: (inbox: Inbox, actor: Actor) => Promise<Reply>,
  ): Promise<Answered> {
    const { actorOf, inbox, render } = this.#parts;
    const where = opened && (await this.#placeNow(origin, opened));
    const actor = await actorOf(origin, { where: where ?? undefined, ...(profile && { profile }) });
    if (where !== null) return this.#answered(actor, await ask(inbox, actor));
    return { actor, reply: { card: render.outdatedCard(opened?.locale ?? 'en'), refused: true } };
  }

  /**
   * Where the window works now: nowhere (null) once the person has left its channel, and as in private where the bot
   * cannot tell. Throws a ChatError where it would then do something else.
   */
  async #placeNow({ teamId, userId }: Origin, context: WindowContext): Promise<WindowContext | null> {
    const { org, place, asked } = context;
    const inPrivate = { ...context, place: null, placeName: '' };
    if (place === null) return context;
    if (org !== orgOf(teamId)) return inPrivate;
    try {
      return (await this.#parts.places.isMember(org, place, userId)) ? context : null;
    } catch (error) {
      if (!isOutOfReach(error) && asked !== null && 'command' in asked) throw error;
      return inPrivate;
    }
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
