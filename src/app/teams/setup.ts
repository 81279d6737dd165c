import type { Right } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { applySettings } from '../../domain/teams/change-settings';
import type { TeamSettings } from '../../domain/teams/settings';
import { isShared, takesPosts, withChosen } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { Ports } from '../core';
import { isChatFault } from '../delivery/outcome';
import { countUnreachable } from '../delivery/unreachable';
import type { IntentOf } from '../intent';
import { type AnnounceNamesNeeds, announceNames } from './announce-names';
import { type HoursNeeds, hoursChanged, runningPoll, withRunning } from './hours-changed';
import { type FirstNeeds, firstSettings, type OwnTeamNeeds, ownTeam } from './own-team';

/** Settings which announcements speak of, or depend on. */
const ANNOUNCED: ReadonlySet<string> = new Set([
  'window',
  'tz',
  'lang',
  'country',
  'weekend',
  'polls',
  'closed',
  'open',
]);

/**
 * Shows the team's settings, or changes those named: all of them or, when one is wrong, none. Where the platform can open
 * a form at once, settings are shown in it.
 */
export async function setup(
  context: RequestContext<OwnTeamNeeds | 'contacts' | 'ledger' | AnnounceNamesNeeds | HoursNeeds>,
  { changes }: IntentOf<'setup'>,
  right: Right<'set-up-team'>,
): Promise<RequestResult> {
  const { actor, door } = context;
  if (door === 'command' && actor.opensForms && Object.keys(changes).length === 0)
    return showSettingsForm(context);
  // Judged before the team of a new place is made.
  const judged = applySettings(await settingsOf(context), changes, context.today);
  if (isRefusal(judged)) return judged;
  return unlessRefused(await ownTeam(context, right), (team) =>
    changeSettings(context, team, changes, { becomesContact: true }),
  );
}

/** The settings to be changed in a form; those of a place without a team are the defaults. */
export async function showSettingsForm(context: RequestContext<FirstNeeds>): Promise<RequestResult> {
  const settings = await settingsOf(context);
  const { team, actor } = context;
  const teamName = team?.name ?? actor.placeName;
  const shared = isSeenByOthers(context);
  return { kind: 'settings-form', team: team?.id ?? '', teamName, settings, shared };
}

async function settingsOf({ team, core, actor }: RequestContext<FirstNeeds>): Promise<TeamSettings> {
  return team?.settings ?? firstSettings(core, actor.org, actor.shared === true);
}

/** Whether other organisations see the place in which an administrator speaks, or the team's channels. */
function isSeenByOthers({ actor, team }: Pick<RequestContext, 'actor' | 'team'>): boolean {
  return actor.shared === true || (team !== null && isShared(team));
}

/** Whether names will be shown that nobody was told of: a channel that takes no posts is told once it does. */
function showsNamesNow(team: Team, settings: TeamSettings, changed: readonly string[]): boolean {
  if (!settings.names || !takesPosts(withChosen(team, settings))) return false;
  return changed.includes('names') || !takesPosts(team);
}

/** The ports to change a team's settings. */
export type ChangeNeeds = 'contacts' | 'ledger' | 'refresh' | 'teams' | AnnounceNamesNeeds | HoursNeeds;

/** The settings as they are by now are judged and changed: another administrator may have been faster. */
export async function changeSettings(
  { core, actor, member, door, today }: RequestContext<ChangeNeeds>,
  team: Team,
  changes: Record<string, string>,
  { becomesContact }: { becomesContact: boolean },
): Promise<Extract<MessageBody, { kind: 'settings' }> | Refusal> {
  let applied = applySettings(team.settings, changes, today);
  if (!isRefusal(applied) && showsNamesNow(team, applied.settings, applied.changed)) {
    const failed = await announceNames(core, team, applied.settings).catch(unlessChatFault);
    if (failed) return refuse('names-not-announced');
  }
  const running = await runningPoll(core, team, core.clock.now());
  await core.teams.change(team.org, team.id, (now) => {
    applied = applySettings(now.settings, changes, today);
    if (isRefusal(applied) || applied.changed.length === 0) return null;
    const settings = withRunning(applied.settings, running, core.clock.now());
    applied = { ...applied, settings };
    return { ...withChosen(now, settings), trouble: null };
  });
  if (isRefusal(applied)) return applied;
  if (becomesContact && applied.changed.length > 0)
    await core.contacts.set(team.org, team.id, member.id, core.clock.now());
  if (applied.changed.some((key) => ANNOUNCED.has(key)))
    await core.refresh.announcements(team.org, await comingDays(core, team));
  const unreachable = await countUnreachable(core, team, dayAt(core.clock.now(), team.settings.zone));
  const shared = isSeenByOthers({ actor, team });
  const hours = await hoursChanged(core, team, applied.settings, applied.changed);
  const asked = door === 'form' || Object.keys(changes).length > 0;
  const about = { asked, unreachable, shared, ...hours };
  return { kind: 'settings', team: team.id, teamName: team.name, ...applied, ...about };
}

function unlessChatFault(error: unknown): unknown {
  if (!isChatFault(error)) throw error;
  return error;
}

async function comingDays(core: Ports<'campaigns' | 'clock'>, team: Team): Promise<Day[]> {
  const today = dayAt(core.clock.now(), team.settings.zone);
  const campaigns = await core.campaigns.list(team.org);
  return campaigns.flatMap(({ days }) => days.map(({ day }) => day)).filter((day) => day >= today);
}
