import type { webApi } from '@slack/bolt';
import type { Card } from '../../../src/domain/card';
import type { OrgId, PersonId } from '../../../src/domain/people/person';
import { ChatError } from '../../../src/ports/chat';
import type { Api, Auth } from '../api';
import { formOf, type RenderedModal, type Renderer } from '../render';
import type { WindowContext, WindowContexts } from './context';

type View = webApi.ViewsOpenArguments['view'];

/** Opens and changes modals and the Home tab. Every method throws ChatErrors only. */
export class Windows {
  readonly #api: Api;
  readonly #render: Renderer;
  readonly #contexts: WindowContexts;

  constructor({ api, render, contexts }: { api: Api; render: Renderer; contexts: WindowContexts }) {
    this.#api = api;
    this.#render = render;
    this.#contexts = contexts;
  }

  /** The window that shows the card, for the answer to a submitted form. */
  modalOf(context: WindowContext, card: Card, page = 0): RenderedModal {
    const form = formOf(card)?.form ?? null;
    const metadata = this.#contexts.write({ ...context, locale: card.locale, form });
    return this.#render.toModal(card, { metadata, page });
  }

  waitingModal(context: WindowContext): RenderedModal {
    return this.#render.waitingModal(context.locale, this.#contexts.write(context));
  }

  async open(context: WindowContext, card: Card, trigger_id: string): Promise<void> {
    const view: View = this.modalOf(context, card);
    await this.#call(context.org, (client, { token }) => client.views.open({ token, trigger_id, view }));
  }

  /** Opens a window that says to wait, while the trigger lives. Resolves with its id, for `update`. */
  async wait(context: WindowContext, trigger_id: string): Promise<string> {
    const view: View = this.waitingModal(context);
    const { view: opened } = await this.#call(context.org, (client, { token }) =>
      client.views.open({ token, trigger_id, view }),
    );
    if (!opened?.id) throw new ChatError('uncertain', 'Slack did not say which window it opened');
    return opened.id;
  }

  /** Puts a window on top of the open one. */
  async push(context: WindowContext, card: Card, trigger_id: string): Promise<void> {
    const view: View = this.modalOf(context, card);
    await this.#call(context.org, (client, { token }) => client.views.push({ token, trigger_id, view }));
  }

  async update(context: WindowContext, card: Card, view_id: string, page = 0): Promise<void> {
    const view: View = this.modalOf(context, card, page);
    await this.#call(context.org, (client, { token }) => client.views.update({ token, view_id, view }));
  }

  /** Shows the panel on the person's Home tab, the note above it. */
  async publish(org: OrgId, user_id: PersonId, panel: Card, note: Card | null): Promise<void> {
    const view: View = this.#render.toHome(panel, note);
    await this.#call(org, (client, { token }) => client.views.publish({ token, user_id, view }));
  }

  #call<T>(org: OrgId, send: (client: webApi.WebClient, auth: Auth) => Promise<T>): Promise<T> {
    return this.#api.call(org, 'views', send, { urgent: true });
  }
}
