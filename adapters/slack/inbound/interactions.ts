import type { Millis } from '../../../src/domain/time/calendar';
import type { Reply } from '../../../src/ports/inbox';
import { type Ack, orLater, reported } from './acknowledged';
import { contextOf, type WindowContext } from './context';
import { refreshHomeTab } from './home-tab';
import type { InteractionParts } from './interaction-parts';
import type { CommandIn, InteractionIn, Origin } from './payloads';
import { Presses } from './presses';
import { needsWindow, noteOf } from './replies';

/** Slack opens windows for three seconds after a request: a window that says to wait is opened before that. */
const WINDOW_WITHIN_MS: Millis = 1_500;
const PANEL_COMMAND = 'me';

/**
 * What people do. A request is acknowledged when its change is committed, or after 2.5 s at the latest, and then answered
 * later.
 */
export class Interactions {
  readonly #parts: InteractionParts;
  readonly #presses: Presses;

  constructor(parts: InteractionParts) {
    this.#parts = parts;
    this.#presses = new Presses(parts);
  }

  press(press: InteractionIn, ack: Ack): Promise<void> {
    return this.#presses.handle(press, ack);
  }

  async command(command: CommandIn, ack: Ack): Promise<void> {
    const { answering, replies, render, after } = this.#parts;
    const work = answering.command(command, command.text);
    const done = await orLater(work, after);
    const inAnswer = done && !needsWindow(render, done.value.reply.card);
    await ack(inAnswer ? noteOf(render, done.value.reply.card) : undefined);
    if (inAnswer) return;
    const { actor, reply } = await reported(work, () => replies.fail(command));
    const context = contextOf(actor, { asked: { command: command.text } });
    await replies.show({ ...command, context, replaces: false, window: false }, reply);
  }

  async submit(submission: InteractionIn, ack: Ack): Promise<void> {
    const { answering, replies, render, after, contexts } = this.#parts;
    const { view } = submission;
    if (!view) return ack();
    const context = contexts.read(view.private_metadata);
    if (!context?.form) return ack(this.#outdated(submission));
    const work = answering.submit(submission, { ...context, form: context.form });
    const done = await orLater(work, after);
    const inForm = done && inlineFaults(submission, done.value.reply);
    if (inForm) return ack(inForm);
    await ack(done ? this.#answerTo(context, done.value.reply) : this.#waitingFor(context));
    const target = {
      ...submission,
      context: { ...context, asked: null },
      viewId: view.id,
      page: 0,
      here: false,
    };
    // Not a refusal: it takes the place of the window that says to wait.
    const fault = { card: render.failedCard(context.locale), refused: false };
    const { actor, reply } = await reported(work, () => replies.change(target, fault));
    if (!done) await replies.change(target, { ...reply, refused: false });
    if (context.home && !reply.refused) await refreshHomeTab(this.#parts, actor, null);
  }

  /** The shortcuts open the person's own panel. */
  async panel(origin: Origin, ack: Ack): Promise<void> {
    const { answering, replies, after } = this.#parts;
    const work = answering.command(origin, PANEL_COMMAND);
    const done = await orLater(work, after, WINDOW_WITHIN_MS);
    await ack();
    const waiting = done ? null : await replies.wait(origin);
    const { actor, reply } = await reported(work, () => replies.fail(origin, waiting));
    const context = contextOf(actor, { asked: { command: PANEL_COMMAND } });
    await replies.show({ ...origin, context, replaces: false, window: true, waiting }, reply);
  }

  /** A refusal comes on top of the form, which keeps what was entered. */
  #answerTo(context: WindowContext, { card, refused }: Reply): object {
    const view = this.#parts.windows.modalOf({ ...context, asked: null }, card);
    return { response_action: refused ? 'push' : 'update', view };
  }

  #waitingFor(context: WindowContext): object {
    return { response_action: 'update', view: this.#parts.windows.waitingModal(context) };
  }

  #outdated(submission: InteractionIn): object {
    const { context, reply } = this.#parts.replies.outdated(submission);
    return this.#answerTo(context, reply);
  }
}

/** The faults at the inputs of the form, which stays open; null: not every fault is about one of its inputs. */
function inlineFaults({ view }: InteractionIn, { refused, faults = [] }: Reply): object | null {
  if (!refused || faults.length === 0) return null;
  const inputs = Object.keys(view?.state?.values ?? {});
  if (!faults.every(({ field }) => inputs.includes(field))) return null;
  const errors = Object.fromEntries(faults.map(({ field, text }) => [field, text]));
  return { response_action: 'errors', errors };
}
