import type { TeamId } from '../domain/people';
import { refuse } from '../domain/refusal';
import { defaultSettings } from '../domain/settings';
import { DEFAULT_WINDOW } from '../domain/window';
import type { Action } from './actions';
import { mayManage } from './my-teams';
import type { Said, Scene } from './scene';

/** A form as a message; whoever may not send it does not get it. */
export async function openForm(
  scene: Scene,
  { form, team: named }: Extract<Action, { kind: 'form' }>,
): Promise<Said> {
  const { member, actor, team, core } = scene;
  if (form === 'week') {
    const { until } = team?.settings.window ?? DEFAULT_WINDOW;
    return { kind: 'week-form', week: member.preferences.week, until };
  }
  if (named !== undefined) return openSettings(scene, named);
  if (!actor.admin) return refuse('not-admin');
  if (form === 'campaign') return actor.orgAdmin ? { kind: 'campaign-form' } : refuse('not-org-admin');
  const settings = team?.settings ?? defaultSettings(core.defaults);
  return { kind: 'settings-form', team: team?.id ?? '', settings };
}

/** The settings of any team which the person may set up, wherever they are. */
async function openSettings(scene: Scene, id: TeamId): Promise<Said> {
  const team = await scene.core.store.teams.get(scene.actor.org, id);
  if (!team) return refuse('poll-unknown');
  if (!(await mayManage(scene, team))) return refuse('not-admin');
  return { kind: 'settings-form', team: team.id, settings: team.settings };
}
