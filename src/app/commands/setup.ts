import { isRefusal } from '../../domain/refusal';
import { applySettings, defaultSettings } from '../../domain/settings';
import { needOwnTeam, type Said, type Scene, unlessRefused } from '../scene';

/** Shows the team's settings, or changes those named: all of them or, when one is wrong, none. */
export async function setup(scene: Scene, changes: Record<string, string>): Promise<Said> {
  const current = scene.team?.settings ?? defaultSettings(scene.core.defaults);
  const applied = applySettings(current, changes);
  if (scene.actor.admin && isRefusal(applied)) return applied;
  return unlessRefused(await needOwnTeam(scene), async (team) => {
    if (isRefusal(applied)) return applied;
    const { settings, changed } = applied;
    if (changed.length > 0) await scene.core.store.teams.save({ ...team, settings, trouble: null });
    return { kind: 'settings', teamName: team.name, settings, changed };
  });
}
