import { pageOf } from '../render/action-ids';
import { type Ack, orLater, reported } from './acknowledged';
import type { Answered, Pressed } from './answering';
import { contextOf, type WindowContext } from './context';
import { refreshHomeTab } from './home-tab';
import type { InteractionParts } from './interaction-parts';
import type { InteractionIn, View } from './payloads';
import { needsWindow } from './replies';

/** Presses of buttons: in messages, on the Home tab and in windows. */
export class Presses {
  readonly #parts: InteractionParts;

  constructor(parts: InteractionParts) {
    this.#parts = parts;
  }

  async handle(press: InteractionIn, ack: Ack): Promise<void> {
    const { value, view, purpose } = press;
    if (value === null) return ack();
    const button = { action: value, purpose };
    if (!view) return this.#inMessage(press, button, ack);
    if (view.type === 'home') return this.#atHome(press, button, ack);
    const context = this.#parts.contexts.read(view.private_metadata);
    if (context) return this.#inWindow({ press, button, view, context }, ack);
    return this.#inOutdated(press, view, ack);
  }

  async #inOutdated(press: InteractionIn, view: View, ack: Ack): Promise<void> {
    const { replies } = this.#parts;
    await ack();
    const { context, reply } = replies.outdated(press);
    await replies.change({ ...press, context, viewId: view.id, page: 0, here: true }, reply);
  }

  async #inMessage(press: InteractionIn, button: Pressed, ack: Ack): Promise<void> {
    const { answering, replies } = this.#parts;
    const work = answering.press(press, button);
    await this.#acknowledge(work, ack);
    const { actor, reply } = await reported(work, () => replies.fail(press));
    const context = contextOf(actor, { asked: { press: button.action } });
    const window = button.purpose === 'list';
    const replaces = press.ephemeral || reply.inPlace === true;
    await replies.show({ ...press, context, replaces, window }, reply);
  }

  /** A refusal and what is read get a window; it cannot be opened late, but the Home tab always takes a note. */
  async #atHome(press: InteractionIn, button: Pressed, ack: Ack): Promise<void> {
    const { answering, replies, render } = this.#parts;
    const work = answering.press(press, button);
    await this.#acknowledge(work, ack);
    const { actor, reply } = await reported(work, () => replies.fail(press));
    const context = contextOf(actor, { asked: { press: button.action }, home: true });
    const wanted = reply.refused || needsWindow(render, reply.card) || button.purpose === 'list';
    const opened = wanted && (await replies.open({ ...press, context }, reply));
    const published = await refreshHomeTab(this.#parts, actor, opened ? null : reply);
    if (!opened && !published) await replies.direct({ ...press, context }, reply.card);
  }

  /** A button that turns the page asks again for what the window shows. */
  async #inWindow({ press, button, view, context }: InWindow, ack: Ack): Promise<void> {
    const { replies, render } = this.#parts;
    const page = pageOf(button.action);
    const asked = page === null ? { press: button.action } : context.asked;
    const work = this.#ask(press, { asked, purpose: page === null ? button.purpose : 'list' }, context);
    await this.#acknowledge(work, ack);
    const target = { ...press, context, viewId: view.id, page: page ?? 0, here: page !== null };
    const fault = { card: render.failedCard(context.locale), refused: true };
    const { actor, reply } = await reported(work, () => replies.change(target, fault));
    await replies.change({ ...target, context: { ...context, asked } }, reply);
    if (context.home && !reply.refused && page === null) await refreshHomeTab(this.#parts, actor, null);
  }

  #ask(
    press: InteractionIn,
    { asked, purpose }: Pick<WindowContext, 'asked'> & Pick<Pressed, 'purpose'>,
    context: WindowContext,
  ): Promise<Answered> {
    const { answering } = this.#parts;
    if (asked && 'command' in asked) return answering.command(press, asked.command, context);
    return answering.press(press, { action: asked?.press ?? '', purpose }, context);
  }

  async #acknowledge(work: Promise<Answered>, ack: Ack): Promise<void> {
    await orLater(work, this.#parts.after);
    await ack();
  }
}

interface InWindow {
  press: InteractionIn;
  button: Pressed;
  view: View;
  context: WindowContext;
}
