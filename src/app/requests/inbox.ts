import { isRefusal, refuse } from '../../domain/refusal';
import { dayAt } from '../../domain/time/calendar';
import { parseCommand } from '../../grammar/parse';
import type { Actor, Inbox, Reply } from '../../ports/inbox';
import type { Spans } from '../../ports/metrics';
import { showPanel } from '../answers/look';
import type { Core } from '../core';
import { organisationLost, rememberInviter } from '../delivery/channel-failure';
import { platformOf } from '../linking/route-chats';
import { memberChanged, placeChanged } from '../teams/presence';
import { contextOf, type RequestContext, type RequestResult } from './context';
import { shownPoll } from './current-poll-card';
import { press } from './press';
import { runCommand } from './run';
import { submit } from './submit';

/** The core's side of the inbox port: every request is answered, in the person's language. */
export function createInbox(core: Core): Inbox {
  return {
    press: (actor, action) => respond(core, actor, 'press', (context) => press(context, action)),
    command: (actor, text) =>
      respond(core, actor, 'command', async (context) => {
        const command = parseCommand(text, { today: context.today, prefix: actor.prefix });
        return isRefusal(command) ? command : runCommand(context, command);
      }),
    submit: (actor, form, values) => respond(core, actor, 'form', (context) => submit(context, form, values)),
    async home(actor) {
      const context = await contextOf(core, actor);
      return core.present({ today: context.today, ...(await showPanel(context)) }, context.locale);
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
  act: (context: RequestContext) => Promise<RequestResult>,
): Promise<Reply> {
  const end = core.metrics.begin('request', { platform: platformOf(actor.org), kind });
  let locale = actor.person.locale ?? core.defaults.language;
  try {
    const context = await contextOf(core, actor);
    locale = context.locale;
    const reply = await replyWith(core, context, await act(context));
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

async function replyWith(core: Core, context: RequestContext, said: RequestResult): Promise<Reply> {
  const { today, actor } = context;
  if (isRefusal(said)) {
    const card = core.present(
      { kind: 'refused', today, refusal: said, prefix: actor.prefix },
      context.locale,
    );
    return { refused: true, card };
  }
  const locale = said.kind === 'language-set' ? said.language : context.locale;
  const card = core.present({ today, ...said }, locale);
  return said.kind === 'deliveries' ? { refused: false, card, confidential: true } : { refused: false, card };
}
