import type { Delivery, Forgery, Inbound, Send } from '../deliver';
import { TIMES } from '../limits';
import type { Json } from '../refusal';
import type { World } from '../world';

type Event = Extract<Inbound, { kind: 'event' }>;

/** Sends to the bot; events that were not acknowledged wait here for their time to come again. */
export interface Post {
  send: Send;
  event(body: Json, forgery?: Forgery): Promise<Delivery>;
  /** Sends the redeliveries that are due by the fake's clock; gives their outcomes. */
  redeliver(): Promise<Delivery[]>;
  /** Redeliveries that wait, due or not. */
  waiting(): number;
}

export function createPost(world: World, send: Send): Post {
  let queue: { event: Event; dueAt: number }[] = [];

  async function deliver(event: Event, forgery?: Forgery): Promise<Delivery> {
    const delivery = await send(event, forgery);
    const wait = TIMES.redeliveryMs[event.attempt];
    if (!delivery.acked && wait !== undefined && !forgery) {
      const next = { ...event, attempt: event.attempt + 1, reason: delivery.error ?? 'http_error' };
      queue.push({ event: next, dueAt: world.now() + wait });
    }
    return delivery;
  }

  return {
    send,
    event: (body, forgery) => deliver({ kind: 'event', body, attempt: 0, reason: '' }, forgery),
    redeliver() {
      const due = queue.filter(({ dueAt }) => dueAt <= world.now());
      queue = queue.filter((each) => !due.includes(each));
      return Promise.all(due.map(({ event }) => deliver(event)));
    },
    waiting: () => queue.length,
  };
}
