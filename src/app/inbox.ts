import { dayAt } from '../domain/calendar';
import { isRefusal, refuse } from '../domain/refusal';
import { showPanel } from './commands/look';
import { parseCommand } from './commands/parse';
import { runCommand } from './commands/run';
import type { Core } from './core';
import type { Spans } from './metrics';
import type { Actor, Inbox, Reply } from './ports';
import { memberChanged, placeChanged } from './presence';
import { press } from './press';
import { platformOf } from './route-chats';
import { type Said, type Scene, sceneOf } from './scene';
import { shownPoll } from './shown';
import { submit } from './submit';
import { organisationLost, rememberInviter } from './trouble';

/** The core's side of the inbox port: every request is answered, in the person's language. */
export function createInbox(core: Core): Inbox {
  return {
    press: (actor, action) => respond(core, actor, 'press', (scene) => press(scene, action)),
    command: (actor, text) =>
      respond(core, actor, 'command', async (scene) => {
        const command = parseCommand(text, { today: scene.today, prefix: actor.prefix });
        return isRefusal(command) ? command : runCommand(scene, command);
      }),
    submit: (actor, form, values) => respond(core, actor, 'form', (scene) => submit(scene, form, values)),
    async home(actor) {
      const scene = await sceneOf(core, actor);
      return core.present({ today: scene.today, ...(await showPanel(scene)) }, scene.locale);
    },
    shown: (actor, action) => shownPoll(core, actor, action),
    member: (org, place, person, change) => memberChanged(core, org, place, person, change),
    async place(org, place, name, by) {
      await placeChanged(core, org, place, name);
      if (name !== null && by !== undefined) await rememberInviter(core, org, place, by);
    },
    removed: (org, part = org) => organisationLost(core, org, part),
  };
}

/** A fault is logged for the operator; the person hears that nothing was recorded, and may try again. */
async function respond(
  core: Core,
  actor: Actor,
  kind: Spans['request']['at']['kind'],
  act: (scene: Scene) => Promise<Said>,
): Promise<Reply> {
  const end = core.metrics.begin('request', { platform: platformOf(actor.org), kind });
  let locale = actor.person.locale ?? core.defaults.language;
  try {
    const scene = await sceneOf(core, actor);
    locale = scene.locale;
    const reply = await replyWith(core, scene, await act(scene));
    end(reply.refused ? 'refused' : 'accepted');
    return reply;
  } catch (error) {
    end('fault');
    core.log.error({ err: error }, 'request not served');
    const today = dayAt(core.clock.now(), core.defaults.zone);
    const refusal = refuse('try-again');
    return {
      refused: true,
      card: core.present({ kind: 'refused', today, refusal, prefix: actor.prefix }, locale),
    };
  }
}

async function replyWith(core: Core, scene: Scene, said: Said): Promise<Reply> {
  const { today, actor } = scene;
  if (isRefusal(said)) {
    const card = core.present({ kind: 'refused', today, refusal: said, prefix: actor.prefix }, scene.locale);
    return { refused: true, card };
  }
  const locale = said.kind === 'language-set' ? said.language : scene.locale;
  const card = core.present({ today, ...said }, locale);
  return said.kind === 'deliveries' ? { refused: false, card, confidential: true } : { refused: false, card };
}
