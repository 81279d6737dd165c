import { type Day, dayAt } from '../../domain/calendar';
import { isRefusal } from '../../domain/refusal';
import { applySettings, defaultSettings, type Team } from '../../domain/settings';
import type { Core } from '../core';
import { refreshAnnouncements } from '../refresh-announcements';
import { needOwnTeam, type Said, type Scene, unlessRefused } from '../scene';
import { rememberSteward } from '../trouble';
import { countUnreachable } from '../unreachable';

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
export async function setup(scene: Scene, changes: Record<string, string>): Promise<Said> {
  const current = scene.team?.settings ?? defaultSettings(scene.core.defaults);
  const judged = applySettings(current, changes);
  if (scene.actor.admin && isRefusal(judged)) return judged;
  return unlessRefused(await needOwnTeam(scene), (team) => change(scene, team, changes));
}

/** The settings as they are by now are judged and changed: another administrator may have been faster. */
async function change({ core, member }: Scene, team: Team, changes: Record<string, string>): Promise<Said> {
  let applied = applySettings(team.settings, changes);
  await core.store.teams.change(team.org, team.id, (now) => {
    applied = applySettings(now.settings, changes);
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
  const campaigns = await core.store.campaigns.list(team.org);
  return campaigns.flatMap(({ days }) => days.map(({ day }) => day)).filter((day) => day >= today);
}
