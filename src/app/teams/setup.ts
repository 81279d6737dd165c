import { isRefusal } from '../../domain/refusal';
import { applySettings, defaultSettings, type Team } from '../../domain/teams/settings';
import { type Day, dayAt } from '../../domain/time/calendar';
import type { Core } from '../core';
import { rememberSteward } from '../delivery/channel-failure';
import { countUnreachable } from '../delivery/unreachable';
import { refreshAnnouncements } from '../polls/refresh-announcements';
import {
  needOwnTeam,
  type RequestContext,
  type RequestResult,
  rightTo,
  unlessRefused,
} from '../requests/context';

/** Settings which announcements speak of, or depend on. */
const ANNOUNCED: ReadonlySet<string> = new Set([
  'window',
  'tz',
  'lang',
  'country',
  'polls',
  'closed',
  'open',
]);

/** Shows the team's settings, or changes those named: all of them or, when one is wrong, none. */
export async function setup(
  context: RequestContext,
  changes: Record<string, string>,
): Promise<RequestResult> {
  const current = context.team?.settings ?? defaultSettings(context.core.defaults);
  const judged = applySettings(current, changes, context.today);
  const right = await rightTo(context, 'set-up-team');
  if (isRefusal(right)) return right;
  if (isRefusal(judged)) return judged;
  if (context.actor.opensForms && Object.keys(changes).length === 0)
    return { kind: 'settings-form', team: context.team?.id ?? '', settings: current };
  return unlessRefused(await needOwnTeam(context), (team) => change(context, team, changes));
}

/** The settings as they are by now are judged and changed: another administrator may have been faster. */
async function change(
  { core, member, today }: RequestContext,
  team: Team,
  changes: Record<string, string>,
): Promise<RequestResult> {
  let applied = applySettings(team.settings, changes, today);
  await core.teams.change(team.org, team.id, (now) => {
    applied = applySettings(now.settings, changes, today);
    if (isRefusal(applied) || applied.changed.length === 0) return null;
    return { ...now, settings: applied.settings, trouble: null };
  });
  if (isRefusal(applied)) return applied;
  if (applied.changed.length > 0) await rememberSteward(core, team, member.id);
  if (applied.changed.some((key) => ANNOUNCED.has(key)))
    await refreshAnnouncements(core, team.org, await comingDays(core, team));
  const unreachable = await countUnreachable(core, team, dayAt(core.clock.now(), team.settings.zone));
  return { kind: 'settings', team: team.id, teamName: team.name, ...applied, unreachable };
}

async function comingDays(core: Core, team: Team): Promise<Day[]> {
  const today = dayAt(core.clock.now(), team.settings.zone);
  const campaigns = await core.campaigns.list(team.org);
  return campaigns.flatMap(({ days }) => days.map(({ day }) => day)).filter((day) => day >= today);
}
