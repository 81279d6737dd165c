import type { Delivery } from '../deliver';
import { isRecord, type Json, Refusal } from '../refusal';
import { closeModals, closeTopModal, pushModal, readView, replaceView } from '../views';
import { readBlocks } from '../web-api/messages';
import { type Channel, type Message, messagesOf, newTs, type User, type View, type World } from '../world';

/* What Slack does with what an acknowledgement says. */

/** What came of a submitted modal, as the person sees it. */
export interface Submitted {
  delivery: Delivery;
  /** Errors shown next to the inputs, by block id. */
  errors: Record<string, string>;
  /** The modals that are open now, the top one last. */
  open: View[];
  /** Why Slack could not use the answer; the person sees an error. */
  refused: string | null;
}

/** A command's acknowledgement may say something, to the person or to the channel. */
export function showAnswer(
  world: World,
  delivery: Delivery,
  to: { channel: Channel; user: User; bot: string; charts: boolean },
): Delivery {
  const answer = typeof delivery.body === 'string' ? { text: delivery.body } : delivery.body;
  if (!delivery.acked || !isRecord(answer)) return delivery;
  if (answer.text === undefined && answer.blocks === undefined) return delivery;
  try {
    const blocks = answer.blocks === undefined ? null : readBlocks(answer.blocks, to.charts);
    const message = newAnswer(world, to, String(answer.text ?? ''), blocks);
    if (answer.response_type === 'in_channel') messagesOf(world, to.channel.id).push(message);
    else world.ephemerals.push({ ...message, seenBy: to.user.id });
    return delivery;
  } catch (error) {
    if (error instanceof Refusal) return { ...delivery, acked: false, error: error.code };
    throw error;
  }
}

function newAnswer(
  world: World,
  to: { channel: Channel; bot: string },
  text: string,
  blocks: Json[] | null,
): Message {
  return {
    channel: to.channel.id,
    ts: newTs(world),
    user: to.bot,
    botId: '',
    text,
    blocks,
    metadata: null,
    threadTs: null,
    editedTs: null,
  };
}

/** Does with the modals what the acknowledgement of a submission says. */
export function takeAnswer(
  world: World,
  view: View,
  { acked, body }: Delivery,
): Omit<Submitted, 'delivery' | 'open'> {
  if (!acked) return { errors: {}, refused: 'not acknowledged' };
  if (!isRecord(body)) {
    closeTopModal(world, view.user);
    return { errors: {}, refused: null };
  }
  try {
    return { errors: act(world, view, body), refused: null };
  } catch (error) {
    if (error instanceof Refusal) return { errors: {}, refused: error.code };
    throw error;
  }
}

function act(world: World, view: View, answer: Json): Record<string, string> {
  const action = answer.response_action;
  if (action === 'errors') return readErrors(view, answer.errors);
  if (action === 'clear') closeModals(world, view.user);
  else if (action === 'update') replaceView(world, view, readView(answer.view));
  else if (action === 'push') pushModal(world, readView(answer.view), view);
  else throw new Refusal('invalid_response_action');
  return {};
}

/** Errors can stand next to inputs only. */
function readErrors(view: View, errors: unknown): Record<string, string> {
  const inputs = view.body.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  if (!isRecord(errors) || Object.keys(errors).length === 0) throw new Refusal('invalid_errors');
  if (!Object.keys(errors).every((id) => inputs.includes(id))) throw new Refusal('errors_of_no_input_block');
  return Object.fromEntries(Object.entries(errors).map(([id, text]) => [id, String(text)]));
}
