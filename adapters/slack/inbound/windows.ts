import type { webApi } from '@slack/bolt';
import type { Card } from '../../../src/domain/card';
import type { OrgId, PersonId } from '../../../src/domain/people/person';
import { ChatError } from '../../../src/ports/chat';
import type { Api } from '../api';
import { formOf, type RenderedModal, type Renderer } from '../render';
import { type WindowContext, writeContext } from './context';

/** Opens and changes modals, and the Home tab. */
export interface Windows {
  open(context: WindowContext, card: Card, triggerId: string): Promise<void>;
  /** Opens one that says to wait, while the trigger lives; its id, for `update`. */
  wait(context: WindowContext, triggerId: string): Promise<string>;
  /** Puts one on top of the one that is open. */
  push(context: WindowContext, card: Card, triggerId: string): Promise<void>;
  update(context: WindowContext, card: Card, viewId: string, page?: number): Promise<void>;
  publish(org: OrgId, person: PersonId, panel: Card, note: Card | null): Promise<void>;
}

type View = webApi.ViewsOpenArguments['view'];

export function modalOf(render: Renderer, context: WindowContext, card: Card, page = 0): RenderedModal {
  const metadata = writeContext({ ...context, locale: card.locale, form: formOf(card)?.form ?? null });
  return render.toModal(card, { metadata, page });
}

export function createWindows(api: Api, render: Renderer): Windows {
  const urgent = { urgent: true };
  return {
    async open(context, card, trigger_id) {
      const view: View = modalOf(render, context, card);
      await api.call(
        context.org,
        'views',
        (client, { token }) => client.views.open({ token, trigger_id, view }),
        urgent,
      );
    },
    async wait(context, trigger_id) {
      const view: View = render.waitingModal(context.locale, writeContext(context));
      const { view: opened } = await api.call(
        context.org,
        'views',
        (client, { token }) => client.views.open({ token, trigger_id, view }),
        urgent,
      );
      if (!opened?.id) throw new ChatError('uncertain', 'Slack did not say which window it opened');
      return opened.id;
    },
    async push(context, card, trigger_id) {
      const view: View = modalOf(render, context, card);
      await api.call(
        context.org,
        'views',
        (client, { token }) => client.views.push({ token, trigger_id, view }),
        urgent,
      );
    },
    async update(context, card, view_id, page = 0) {
      const view: View = modalOf(render, context, card, page);
      await api.call(
        context.org,
        'views',
        (client, { token }) => client.views.update({ token, view_id, view }),
        urgent,
      );
    },
    async publish(org, user_id, panel, note) {
      const view: View = render.toHome(panel, note);
      await api.call(
        org,
        'views',
        (client, { token }) => client.views.publish({ token, user_id, view }),
        urgent,
      );
    },
  };
}
