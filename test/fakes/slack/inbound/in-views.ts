import type { Delivery } from '../deliver';
import { closeModals, closeTopModal, modalsOf } from '../views';
import { newTs, type View } from '../world';
import { type Acting, triggerOf, userAt } from './acting';
import { type Submitted, takeAnswer } from './answers';
import { actionOf, type Entry, findElement, type Pick, unsubmittable, valuesOf } from './elements';
import { actionsPayload, closedPayload, type Spot, submissionPayload } from './payloads';

/* What people do in modals and on the Home tab. */

export interface InViews {
  /** In the modal on top, or with none open on the Home tab. */
  pressInView(
    user: string,
    pick: Pick,
    options?: { entry?: Entry; entries?: Record<string, Entry> },
  ): Promise<Delivery>;
  /** Submits the modal on top. Entries go by block id or action id; what is not given keeps its first value. */
  submit(user: string, entries?: Record<string, Entry>): Promise<Submitted>;
  /** Closes the modal on top, or all; null when the bot did not ask to be told. */
  close(user: string, options?: { all?: boolean }): Promise<Delivery | null>;
}

export function actInViews(acting: Acting): InViews {
  return {
    pressInView: (user, pick, options = {}) => press(acting, user, pick, options),
    submit: (user, entries = {}) => submit(acting, user, entries),
    close: (user, { all = false } = {}) => close(acting, user, all),
  };
}

async function press(
  acting: Acting,
  id: string,
  pick: Pick,
  options: { entry?: Entry; entries?: Record<string, Entry> },
): Promise<Delivery> {
  const { world, post } = acting;
  const user = userAt(acting, id);
  const view = modalsOf(world, id).at(-1) ?? world.views.get(world.homes.get(id) ?? '');
  if (!view) throw new Error(`${id} has neither a modal nor a Home tab to look at`);
  const { block, element } = findElement(view.body.blocks, pick);
  const action = actionOf(block, element, options.entry, newTs(world));
  const spot: Spot = { in: 'view', view, values: valuesOf(view.body.blocks, options.entries ?? {}) };
  const triggerId = triggerOf(acting, user, view.type === 'modal' ? { view: view.id } : {});
  return post.send({ kind: 'interactive', body: actionsPayload(world, user, spot, action, triggerId) });
}

function topModal({ world }: Acting, user: string): View {
  const view = modalsOf(world, user).at(-1);
  if (!view) throw new Error(`${user} has no modal open`);
  return view;
}

async function submit(acting: Acting, id: string, entries: Record<string, Entry>): Promise<Submitted> {
  const { world, post } = acting;
  const view = topModal(acting, id);
  if (!view.body.submit) throw new Error('the modal has nothing to submit with');
  const values = valuesOf(view.body.blocks, entries);
  const hindered = unsubmittable(view.body.blocks, values);
  if (hindered.length > 0) throw new Error(`Slack would not submit: ${hindered.join('; ')}`);
  const user = userAt(acting, id);
  const triggerId = triggerOf(acting, user, { view: view.id });
  const body = submissionPayload(world, user, view, values, triggerId);
  const delivery = await post.send({ kind: 'interactive', body });
  return { delivery, ...takeAnswer(world, view, delivery), open: modalsOf(world, id) };
}

async function close(acting: Acting, id: string, all: boolean): Promise<Delivery | null> {
  const { world, post } = acting;
  const view = topModal(acting, id);
  const clears = all || view.body.clear_on_close === true;
  const body = closedPayload(world, userAt(acting, id), view, clears);
  if (clears) closeModals(world, id);
  else closeTopModal(world, id);
  return view.body.notify_on_close === true ? post.send({ kind: 'interactive', body }) : null;
}
