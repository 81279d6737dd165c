import type { ChoicePurpose } from '../../../src/domain/card';
import type { Millis } from '../../../src/domain/time/calendar';
import type { After } from '../../../src/ports/clock';
import type { Actor, Inbox, Reply } from '../../../src/ports/inbox';
import type { Log } from '../../../src/ports/log';
import type { Directory } from '../people';
import { PAGE_PREFIX, type Renderer, readValues } from '../render';
import type { ActorOf } from './actors';
import { readContext, type WindowContext, writeContext } from './context';
import { inTime } from './in-time';
import type { CommandIn, InteractionIn, Origin, View } from './payloads';
import { needsWindow, noteOf, type Replies, type WindowSpot } from './replies';
import { modalOf, type Windows } from './windows';

/** Acknowledges a request, with an answer where its kind takes one. */
export type Ack = (answer?: object) => Promise<void>;

export interface InteractionParts {
  inbox: Inbox;
  actorOf: ActorOf;
  replies: Replies;
  windows: Windows;
  render: Renderer;
  directory: Directory;
  after: After;
  log: Log;
}

/** What people do. Each is acknowledged when it is committed, or after 2.5 s at the latest and then answered. */
export interface Interactions {
  command(command: CommandIn, ack: Ack): Promise<void>;
  press(press: InteractionIn, ack: Ack): Promise<void>;
  submit(submission: InteractionIn, ack: Ack): Promise<void>;
  /** The global shortcut: the person's own panel. */
  panel(origin: Origin, ack: Ack): Promise<void>;
}

/** A button as it came back. */
interface Pressed {
  action: string;
  purpose: ChoicePurpose;
}

interface Done {
  actor: Actor;
  reply: Reply;
}

/** A window that says to wait must be opened while the trigger lives, three seconds in all. */
const WINDOW_WITHIN: Millis = 1_500;

export function createInteractions(parts: InteractionParts): Interactions {
  const { inbox, actorOf, replies, windows, render, directory, after, log } = parts;

  /** Should it ever fail, they hear so in the language of this answer. */
  function answered(actor: Actor, reply: Reply): Done {
    directory.spoke(actor.org, actor.person.id, reply.card.locale);
    return { actor, reply };
  }

  async function pressed(origin: Origin, { action, purpose }: Pressed, where?: WindowContext): Promise<Done> {
    const actor = await actorOf(origin, { where, profile: isFrequent(purpose) ? 'at-once' : 'current' });
    return answered(actor, await inbox.press(actor, action));
  }

  async function commanded(origin: Origin, text: string, where?: WindowContext): Promise<Done> {
    const actor = await actorOf(origin, { where });
    return answered(actor, await inbox.command(actor, text));
  }

  async function submitted(
    submission: InteractionIn,
    context: WindowContext & { form: string },
    view: View,
  ): Promise<Done> {
    const actor = await actorOf(submission, { where: context });
    return answered(actor, await inbox.submit(actor, context.form, readValues(view.state?.values ?? {})));
  }

  /** Once it is acknowledged, Slack shows nothing of a fault: it is said here. */
  async function orElse(work: Promise<Done>, say: () => Promise<void>): Promise<Done> {
    try {
      return await work;
    } catch (error) {
      await say();
      throw error;
    }
  }

  function orSaid(work: Promise<Done>, origin: Origin, waiting: string | null = null): Promise<Done> {
    return orElse(work, () => replies.fail(origin, waiting));
  }

  /** Whether the Home tab is up to date now, and shows the note. */
  async function republish(actor: Actor, note: Reply | null): Promise<boolean> {
    try {
      const panel = await inbox.home({ ...actor, place: null, placeName: '' });
      await windows.publish(actor.org, actor.person.id, panel, note?.card ?? null);
      return true;
    } catch (error) {
      log.warn({ err: error }, 'Home tab not brought up to date');
      return false;
    }
  }

  async function pressInMessage(press: InteractionIn, button: Pressed, ack: Ack): Promise<void> {
    const work = pressed(press, button);
    await inTime(work, after);
    await ack();
    const { actor, reply } = await orSaid(work, press);
    const context = contextOf(actor, { asked: { press: button.action } });
    const window = button.purpose === 'list';
    await replies.show({ ...press, context, replaces: press.ephemeral, window }, reply);
  }

  async function pressAtHome(press: InteractionIn, button: Pressed, ack: Ack): Promise<void> {
    const work = pressed(press, button);
    await inTime(work, after);
    await ack();
    const { actor, reply } = await orSaid(work, press);
    const context = contextOf(actor, { asked: { press: button.action }, home: true });
    const apart = reply.refused || needsWindow(render, reply.card) || button.purpose === 'list';
    // A window cannot be opened late; the Home tab always takes a note.
    const opened = apart && (await replies.open({ ...press, context }, reply));
    const published = await republish(actor, opened ? null : reply);
    if (!opened && !published) await replies.direct({ ...press, context }, reply.card);
  }

  async function pressInWindow(
    press: InteractionIn,
    { id }: View,
    context: WindowContext,
    ack: Ack,
  ): Promise<void> {
    const { value } = press;
    const page = value?.startsWith(PAGE_PREFIX) ? Number(value.slice(PAGE_PREFIX.length)) : null;
    const asked = page === null ? { press: value ?? '' } : context.asked;
    const work =
      asked && 'command' in asked
        ? commanded(press, asked.command, context)
        : pressed(
            press,
            { action: asked?.press ?? '', purpose: page === null ? press.purpose : 'list' },
            context,
          );
    await inTime(work, after);
    await ack();
    const at = spotOf(press, id, page);
    const fault = { card: render.failedCard(context.locale), refused: true };
    const { actor, reply } = await orElse(work, () => replies.change({ ...at, context }, fault));
    await replies.change({ ...at, context: { ...context, asked } }, reply);
    if (context.home && !reply.refused && page === null) await republish(actor, null);
  }

  return {
    async command(command, ack) {
      const work = commanded(command, command.text);
      const done = await inTime(work, after);
      const inAnswer = done && !needsWindow(render, done.value.reply.card);
      await ack(inAnswer ? noteOf(render, done.value.reply.card) : undefined);
      if (inAnswer) return;
      const { actor, reply } = await orSaid(work, command);
      const context = contextOf(actor, { asked: { command: command.text } });
      await replies.show({ ...command, context, replaces: false, window: false }, reply);
    },
    async press(press, ack) {
      const { value, view, purpose } = press;
      if (value === null) return ack();
      const button = { action: value, purpose };
      const context = view && readContext(view.private_metadata);
      if (view?.type === 'home') return pressAtHome(press, button, ack);
      if (view && context) return pressInWindow(press, view, context, ack);
      return pressInMessage(press, button, ack);
    },
    async submit(submission, ack) {
      const { view } = submission;
      const context = view && readContext(view.private_metadata);
      if (!view || !context?.form) return ack();
      const work = submitted(submission, { ...context, form: context.form }, view);
      const done = await inTime(work, after);
      if (done) await ack(answerOf(render, context, done.value.reply));
      else
        await ack({
          response_action: 'update',
          view: render.waitingModal(context.locale, writeContext(context)),
        });
      const at = { ...spotOf(submission, view.id, null), context: { ...context, asked: null } };
      // The window that says to wait is not to stay.
      const fault = { card: render.failedCard(context.locale), refused: false };
      const { actor, reply } = await orElse(work, () => replies.change(at, fault));
      if (!done) await replies.change(at, { ...reply, refused: false });
      if (context.home && !reply.refused) await republish(actor, null);
    },
    async panel(origin, ack) {
      const work = commanded(origin, 'me');
      const done = await inTime(work, after, WINDOW_WITHIN);
      await ack();
      const waiting = done ? null : await replies.wait(origin);
      const { actor, reply } = await orSaid(work, origin, waiting);
      const context = contextOf(actor, { asked: { command: 'me' } });
      await replies.show({ ...origin, context, replaces: false, window: true, waiting }, reply);
    },
  };
}

function spotOf(
  { userId, triggerId }: Origin,
  viewId: string,
  page: number | null,
): Omit<WindowSpot, 'context'> {
  return { userId, triggerId, viewId, page: page ?? 0, here: page !== null };
}

/** A refusal comes on top of the form, which keeps what was entered. */
function answerOf(render: Renderer, context: WindowContext, { card, refused }: Reply): object {
  const view = modalOf(render, { ...context, asked: null }, card);
  return { response_action: refused ? 'push' : 'update', view };
}

function contextOf(
  { org, place, placeName, person }: Actor,
  change: Pick<WindowContext, 'asked'> & Partial<WindowContext>,
): WindowContext {
  return { org, place, placeName, locale: person.locale ?? 'en', form: null, home: false, ...change };
}

/** Hot path: members press these all day long, and at seven all at once. */
function isFrequent(purpose: ChoicePurpose): boolean {
  return purpose === 'answer' || purpose === 'change' || purpose === 'list';
}
