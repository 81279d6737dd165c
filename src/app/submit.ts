import { isDay, isTime, WEEKDAYS } from '../domain/calendar';
import type { DefaultWeek } from '../domain/people';
import { isRefusal, type Refusal, refuse } from '../domain/refusal';
import { isWorkStyle } from '../domain/work-style';
import { newCampaign } from './commands/campaign';
import { saveWeek } from './commands/self';
import { setup } from './commands/setup';
import { mayManage } from './my-teams';
import type { Said, Scene } from './scene';

type Values = Record<string, string>;

/** Takes a form that was filled in. Fields may be missing or tampered with: each is judged again. */
export async function submit(scene: Scene, form: string, values: Values): Promise<Said> {
  const [name, team = ''] = form.split('|');
  switch (name) {
    case 'week':
      return submitWeek(scene, values);
    case 'settings':
      return submitSettings(scene, team, values);
    case 'campaign':
      return submitCampaign(scene, values);
    default:
      return refuse('unknown-button');
  }
}

async function submitWeek(scene: Scene, values: Values): Promise<Said> {
  const next: DefaultWeek = {};
  for (const day of WEEKDAYS) {
    const [style = '', arrival] = (values[day] ?? '').split('@');
    if (style === '') continue;
    if (style === 'off') next[day] = 'off';
    else if (isWorkStyle(style) && (arrival === undefined || isTime(arrival)))
      next[day] = { style, arrival: arrival ?? null };
    else return refuse('bad-form', { field: day });
  }
  return saveWeek(scene, () => next);
}

/** The form names its team, and may have been tampered with: whether the person may set it up is asked again. */
async function submitSettings(scene: Scene, teamId: string, values: Values): Promise<Said> {
  const inTeam = await sceneOfForm(scene, teamId);
  if (isRefusal(inTeam)) return inTeam;
  const { from, until, ...rest } = values;
  const window: Values = from !== undefined && until !== undefined ? { window: `${from}-${until}` } : {};
  return setup(inTeam, { ...window, ...rest });
}

async function sceneOfForm(scene: Scene, teamId: string): Promise<Scene | Refusal> {
  const { core, actor } = scene;
  if (actor.place !== null && teamId === (scene.team?.id ?? '')) return scene;
  const team = await core.store.teams.get(actor.org, teamId);
  if (!team) return refuse('poll-unknown');
  if (!(await mayManage(scene, team))) return refuse('not-admin');
  return { ...scene, team, actor: { ...actor, admin: true } };
}

async function submitCampaign(scene: Scene, values: Values): Promise<Said> {
  const { title = '', from = '', until = '', core = '', target = '' } = values;
  for (const [field, day] of Object.entries({ from, until, core })) {
    const refusal = dateRefusal(field, day);
    if (refusal) return refusal;
  }
  if (until < from) return refuse('reversed-days', { from: { day: from }, until: { day: until } });
  return newCampaign(scene, {
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
