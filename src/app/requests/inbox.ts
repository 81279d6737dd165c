import type { Card } from '../../domain/card';
import { platformOf } from '../../domain/people/addresses';
import type { Locale } from '../../domain/people/person';
import { isOutsider } from '../../domain/people/roster';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { dayAt } from '../../domain/time/calendar';
import type { Actor, Inbox, Reply } from '../../ports/inbox';
import type { RequestContext } from '../context';
import type { Core, Ports } from '../core';
import type { Door, Intent, IntentKind, Parse } from '../intent';
import { statusAccessChanged } from '../people/own-status';
import { showPanel } from '../people/panel';
import { organisationLost } from '../teams/channel-failure';
import { membershipsSeen, placeMoved } from '../teams/memberships';
import {
  memberChanged,
  placeChanged,
  profileChanged,
  sharingChanged,
  tellInstaller,
} from '../teams/presence';
import { intentOf, readButton } from './button';
import { servedAgain, withTeamOfChannel } from './channel-served';
import { contextOf } from './context-of';
import { currentPollCard } from './current-poll-card';
import { readForm } from './form';
import { perform } from './perform';
import { replyWith } from './reply';
import { SharedRuns } from './shared-runs';

/** The core's side of the inbox port: every request becomes an intent, and is answered in the person's language. */
export function createInbox(core: Core, parse: Parse): Inbox {
  const drawing = new SharedRuns<Card>();
  return {
    press: (actor, action) =>
      respond(core, actor, 'button', () => {
        const button = readButton(action);
        return button ? intentOf(button) : refuse('unknown-button');
      }),
    command: (actor, text) =>
      respond(core, actor, 'command', ({ today, weekStart }) =>
        parse(text, { today, weekStart, prefix: actor.prefix }),
      ),
    submit: (actor, form, values) => respond(core, actor, 'form', () => readForm(form, values)),
    async home(actor) {
      if (isOutsider(actor.person)) {
        const locale = actor.person.locale ?? core.defaults.language;
        return refusalCard(core, actor, refuse('outsider'), locale);
      }
      const context = await contextOf(core, actor, 'button', { acts: false });
      const panel = { ...(await showPanel(context)), introduces: true };
      return core.present({ today: context.today, ...panel }, context.locale);
    },
    shown: async (actor, action) =>
      isOutsider(actor.person) ? null : currentPollCard(core, drawing, actor, action),
    member: (org, place, person, change) =>
      memberChanged(core, org, place, person, isOutsider(person) ? 'left' : change),
    profile: (org, person) => profileChanged(core, org, person),
    place: (org, place, name, about = {}) => placeChanged(core, { org, place, name, about }),
    sharingChanged: (org, place) => sharingChanged(core, org, place),
    moved: (org, from, to, readdress) => placeMoved(core, org, { from, to, readdress }),
    places: (org, seen) => membershipsSeen(core, org, seen),
    statusAccessChanged: (org, person) => statusAccessChanged(core, org, person),
    installed: (org, person, seen) => tellInstaller(core, org, person, seen),
    removed: (org, part = org) => organisationLost(core, org, part),
  };
}

/** What metrics call the doors. */
const REQUEST_KINDS = { button: 'press', command: 'command', form: 'form' } as const;

/** What people ask for themselves; where it is refused, their panel leads on. */
const OWN_DEEDS: ReadonlySet<IntentKind> = new Set(['answer', 'answers', 'clear', 'who', 'tally', 'week']);

/** A fault is logged for the operator; the person hears that nothing was recorded, and may try again. */
async function respond(
  core: Core,
  actor: Actor,
  door: Exclude<Door, 'page'>,
  read: (context: RequestContext) => Intent | Refusal,
): Promise<Reply> {
  const end = core.metrics.begin('request', { platform: platformOf(actor.org), kind: REQUEST_KINDS[door] });
  let locale = actor.person.locale ?? core.defaults.language;
  if (isOutsider(actor.person)) {
    end('refused');
    return { refused: true, card: refusalCard(core, actor, refuse('outsider'), locale) };
  }
  try {
    const look = () => contextOf(core, actor, door, { acts: true });
    const context = await servedAgain(await look());
    locale = context.locale;
    const intent = read(context);
    const result = isRefusal(intent)
      ? intent
      : await withTeamOfChannel(context, await perform(context, intent), async () =>
          perform(await look(), intent),
        );
    const isOwn = isRefusal(intent) || OWN_DEEDS.has(intent.kind);
    const reply = replyWith(context, result, { panel: door === 'command' && isOwn });
    end(reply.refused ? 'refused' : 'accepted');
    return reply;
  } catch (error) {
    end('fault');
    core.log.error({ err: error }, 'request not served');
    return { refused: true, card: refusalCard(core, actor, refuse('try-again'), locale) };
  }
}

/** For a person of whom nothing is looked up. */
function refusalCard(
  core: Ports<'clock' | 'defaults' | 'present'>,
  { prefix }: Actor,
  refusal: Refusal,
  locale: Locale,
): Card {
  const today = dayAt(core.clock.now(), core.defaults.zone);
  return core.present({ kind: 'refused', today, refusal, prefix }, locale);
}
