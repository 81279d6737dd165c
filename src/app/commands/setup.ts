import { isRefusal } from '../../domain/refusal';
import { applySettings, defaultSettings, type Team } from '../../domain/settings';
import { needOwnTeam, type Said, type Scene, unlessRefused } from '../scene';

/** Shows the team's settings, or changes those named: all of them or, when one is wrong, none. */
export async function setup(scene: Scene, changes: Record<string, string>): Promise<Said> {
  const current = scene.team?.settings ?? defaultSettings(scene.core.defaults);
  const judged = applySettings(current, changes);
  if (scene.actor.admin && isRefusal(judged)) return judged;
  return unlessRefused(await needOwnTeam(scene), (team) => change(scene, team, changes));
}

/** The settings as they are by now are judged and changed: another administrator may have been faster. */
async function change({ core }: Scene, team: Team, changes: Record<string, string>): Promise<Said> {
  let applied = applySettings(team.settings, changes);
  await core.store.teams.change(team.org, team.id, (now) => {
    applied = applySettings(now.settings, changes);
    if (isRefusal(applied) || applied.changed.length === 0) return null;
    return { ...now, settings: applied.settings, trouble: null };
  });
  return isRefusal(applied) ? applied : { kind: 'settings', teamName: team.name, ...applied };
}
