import { judgeView, withIds } from './blocks';
import { LIMITS } from './limits';
import { type Json, Refusal } from './refusal';
import { newId, secret, type View, type World } from './world';

/** The view, judged, with its ids filled in. */
export function readView(given: unknown): View['body'] {
  const verdict = judgeView(given);
  if (verdict) {
    throw new Refusal(verdict.error, {
      response_metadata: { messages: verdict.messages.map((message) => `[ERROR] ${message}`) },
    });
  }
  const body = given as Json & { blocks: Json[] };
  return { ...body, blocks: withIds(body.blocks, () => secret(3).slice(0, 5)) };
}

export function viewType(body: Json): View['type'] {
  return body.type === 'home' ? 'home' : 'modal';
}

function newHash(world: World): string {
  return `${Math.floor(world.now() / 1000)}.${secret(4)}`;
}

function checkExternalId(world: World, body: Json, team: string, except: string | null): void {
  const { external_id } = body;
  if (!external_id) return;
  const taken = [...world.views.values()].some(
    (view) => view.team === team && view.id !== except && view.body.external_id === external_id,
  );
  if (taken) throw new Refusal('duplicate_external_id');
}

export function modalsOf(world: World, user: string): View[] {
  return (world.modals.get(user) ?? []).flatMap((id) => world.views.get(id) ?? []);
}

function create(
  world: World,
  body: View['body'],
  place: { team: string; user: string },
  below: View | null,
): View {
  checkExternalId(world, body, place.team, null);
  const id = newId(world, 'V');
  const view: View = {
    ...place,
    id,
    type: viewType(body),
    hash: newHash(world),
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    body,
  };
  world.views.set(id, view);
  return view;
}

/** Opens a modal; what the person had open is closed by it. */
export function openModal(world: World, body: View['body'], place: { team: string; user: string }): View {
  closeModals(world, place.user);
  const view = create(world, body, place, null);
  world.modals.set(place.user, [view.id]);
  return view;
}

/** Puts a modal on top of the person's stack. */
export function pushModal(world: World, body: View['body'], place: { team: string; user: string }): View {
  const stack = modalsOf(world, place.user);
  const top = stack.at(-1);
  if (!top) throw new Refusal('not_found');
  if (stack.length >= LIMITS.viewStack) throw new Refusal('push_limit_reached');
  const view = create(world, body, place, top);
  world.modals.set(place.user, [...stack.map(({ id }) => id), view.id]);
  return view;
}

export function replaceView(world: World, view: View, body: View['body']): View {
  if (viewType(body) !== view.type) throw new Refusal('invalid_arguments');
  checkExternalId(world, body, view.team, view.id);
  view.body = body;
  view.hash = newHash(world);
  return view;
}

export function publishHome(
  world: World,
  body: View['body'],
  place: { team: string; user: string },
  hash: string | null,
): View {
  const existing = world.views.get(world.homes.get(place.user) ?? '');
  if (hash !== null && existing?.hash !== hash) throw new Refusal('hash_conflict');
  if (existing) return replaceView(world, existing, body);
  const view = create(world, body, place, null);
  world.homes.set(place.user, view.id);
  return view;
}

export function closeTopModal(world: World, user: string): void {
  const stack = world.modals.get(user) ?? [];
  const id = stack.at(-1);
  if (id) world.views.delete(id);
  world.modals.set(user, stack.slice(0, -1));
}

export function closeModals(world: World, user: string): void {
  for (const id of world.modals.get(user) ?? []) world.views.delete(id);
  world.modals.set(user, []);
}
