import { type Json, Refusal } from '../refusal';
import { openModal, publishHome, pushModal, readView, replaceView, viewType } from '../views';
import { viewJson } from '../wire';
import type { Trigger, View } from '../world';
import { type Call, invalidArguments, type Method, optional, reaches, required, structured } from './call';

function givenView(call: Call, type: View['type']): View['body'] {
  const given = structured(call, 'view', 'invalid_arguments');
  if (given === undefined) throw invalidArguments('missing required field: view');
  const body = readView(given);
  if (viewType(body) !== type) throw invalidArguments(`must be of type ${type} [json-pointer:/view/type]`);
  return body;
}

/** Uses the trigger up: it lives three seconds, and can be exchanged once. */
function exchange(call: Call): Trigger {
  const trigger = call.world.triggers.get(required(call, 'trigger_id'));
  if (!trigger || !reaches(call, trigger.team)) throw new Refusal('invalid_trigger_id');
  if (trigger.exchanged) throw new Refusal('exchanged_trigger_id');
  if (call.world.now() > trigger.expiresAt) throw new Refusal('expired_trigger_id');
  trigger.exchanged = true;
  return trigger;
}

function answer(call: Call, view: View): Json {
  return { view: viewJson(call.world, view) };
}

function open(call: Call): Json {
  const body = givenView(call, 'modal');
  return answer(call, openModal(call.world, body, exchange(call)));
}

function push(call: Call): Json {
  const body = givenView(call, 'modal');
  const trigger = exchange(call);
  if (trigger.view === null) throw new Refusal('invalid_trigger_id');
  return answer(call, pushModal(call.world, body, trigger));
}

function update(call: Call): Json {
  const id = optional(call, 'view_id');
  const external = optional(call, 'external_id');
  if (!id && !external) throw invalidArguments('missing required field: view_id');
  const view = [...call.world.views.values()].find((each) =>
    id ? each.id === id : each.body.external_id === external && reaches(call, each.team),
  );
  if (!view || !reaches(call, view.team)) throw new Refusal('not_found');
  const hash = optional(call, 'hash');
  if (hash !== null && hash !== view.hash) throw new Refusal('hash_conflict');
  return answer(call, replaceView(call.world, view, givenView(call, view.type)));
}

function publish(call: Call): Json {
  if (!call.world.app.homeTab) throw new Refusal('not_enabled');
  const user = call.world.users.get(required(call, 'user_id'));
  if (!user || !reaches(call, user.team)) throw new Refusal('user_not_found');
  const place = { team: user.team, user: user.id };
  return answer(call, publishHome(call.world, givenView(call, 'home'), place, optional(call, 'hash')));
}

export const views: Record<string, Method> = {
  'views.open': { token: ['bot'], run: open },
  'views.push': { token: ['bot'], run: push },
  'views.update': { token: ['bot'], run: update },
  'views.publish': { token: ['bot'], run: publish },
};
