import { isWorkStyle } from '../../domain/answers/work-style';
import type { DefaultWeek } from '../../domain/people/person';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { isDay, isTime, WEEKDAYS } from '../../domain/time/calendar';
import { newCampaign } from '../campaigns/administer';
import { saveWeek } from '../people/preferences';
import { mayManage } from '../teams/my-teams';
import { setup } from '../teams/setup';
import type { RequestContext, RequestResult } from './context';

type Values = Record<string, string>;

/** Takes a form that was filled in. Fields may be missing or tampered with: each is judged again. */
export async function submit(context: RequestContext, form: string, values: Values): Promise<RequestResult> {
  const [name, team = ''] = form.split('|');
  switch (name) {
    case 'week':
      return submitWeek(context, values);
    case 'settings':
      return submitSettings(context, team, values);
    case 'campaign':
      return submitCampaign(context, values);
    default:
      return refuse('unknown-button');
  }
}

async function submitWeek(context: RequestContext, values: Values): Promise<RequestResult> {
  const next: DefaultWeek = {};
  for (const day of WEEKDAYS) {
    const [style = '', arrival] = (values[day] ?? '').split('@');
    if (style === '') continue;
    if (style === 'off') next[day] = 'off';
    else if (isWorkStyle(style) && (arrival === undefined || isTime(arrival)))
      next[day] = { style, arrival: arrival ?? null };
    else return refuse('bad-form', { field: day });
  }
  return saveWeek(context, () => next);
}

/** The form names its team, and may have been tampered with: whether the person may set it up is asked again. */
async function submitSettings(
  context: RequestContext,
  teamId: string,
  values: Values,
): Promise<RequestResult> {
  const inTeam = await contextOfForm(context, teamId);
  if (isRefusal(inTeam)) return inTeam;
  const { from, until, ...rest } = values;
  const window: Values = from !== undefined && until !== undefined ? { window: `${from}-${until}` } : {};
  return setup(inTeam, { ...window, ...rest });
}

async function contextOfForm(context: RequestContext, teamId: string): Promise<RequestContext | Refusal> {
  const { core, actor } = context;
  if (actor.place !== null && teamId === (context.team?.id ?? '')) return context;
  const team = await core.teams.get(actor.org, teamId);
  if (!team) return refuse('poll-unknown');
  if (!(await mayManage(context, team))) return refuse('not-admin');
  return { ...context, team, roles: async () => ({ ...(await context.roles()), place: 'yes' }) };
}

async function submitCampaign(context: RequestContext, values: Values): Promise<RequestResult> {
  const { title = '', from = '', until = '', core = '', target = '' } = values;
  for (const [field, day] of Object.entries({ from, until, core })) {
    const refusal = dateRefusal(field, day);
    if (refusal) return refusal;
  }
  if (until < from) return refuse('reversed-days', { from: { day: from }, until: { day: until } });
  return newCampaign(context, {
    name: 'campaign-new',
    title,
    days: { from, until },
    core: core === '' ? [] : [core],
    target: target === '' ? null : target,
  });
}

function dateRefusal(field: string, day: string): Refusal | null {
  if (isDay(day) || (field === 'core' && day === '')) return null;
  return day === '' ? refuse('bad-form', { field }) : refuse('impossible-date', { text: day });
}
