import { refuse } from '../domain/refusal';
import { defaultSettings } from '../domain/settings';
import { DEFAULT_WINDOW } from '../domain/window';
import type { Action } from './actions';
import type { Said, Scene } from './scene';

/** A form as a message; whoever may not send it does not get it. */
export function openForm(
  { member, actor, team, core }: Scene,
  form: Extract<Action, { kind: 'form' }>['form'],
): Said {
  if (form === 'week') {
    const { until } = team?.settings.window ?? DEFAULT_WINDOW;
    return { kind: 'week-form', week: member.preferences.week, until };
  }
  if (!actor.admin) return refuse('not-admin');
  if (form === 'campaign') return actor.orgAdmin ? { kind: 'campaign-form' } : refuse('not-org-admin');
  const settings = team?.settings ?? defaultSettings(core.defaults);
  return { kind: 'settings-form', team: team?.id ?? '', settings };
}
