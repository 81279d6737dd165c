import type { TeamId } from '../../domain/people/person';
import { isRefusal, refuse } from '../../domain/refusal';
import { defaultSettings } from '../../domain/teams/settings';
import { DEFAULT_WINDOW } from '../../domain/time/window';
import { mayManage } from '../teams/my-teams';
import type { Action } from './actions';
import { type RequestContext, type RequestResult, rightTo } from './context';

/** A form as a message; whoever may not send it does not get it. */
export async function openForm(
  context: RequestContext,
  { form, team: named }: Extract<Action, { kind: 'form' }>,
): Promise<RequestResult> {
  const { member, team, core } = context;
  if (form === 'week') {
    const { until } = team?.settings.window ?? DEFAULT_WINDOW;
    return { kind: 'week-form', week: member.preferences.week, until };
  }
  if (named !== undefined) return openSettings(context, named);
  const right = await rightTo(context, form === 'campaign' ? 'change-campaigns' : 'set-up-team');
  if (isRefusal(right)) return right;
  if (form === 'campaign') return { kind: 'campaign-form' };
  const settings = team?.settings ?? defaultSettings(core.defaults);
  return { kind: 'settings-form', team: team?.id ?? '', settings };
}

/** The settings of any team which the person may set up, wherever they are. */
async function openSettings(context: RequestContext, id: TeamId): Promise<RequestResult> {
  const team = await context.core.teams.get(context.actor.org, id);
  if (!team) return refuse('poll-unknown');
  if (!(await mayManage(context, team))) return refuse('not-admin');
  return { kind: 'settings-form', team: team.id, settings: team.settings };
}
