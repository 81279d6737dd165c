import { type Campaign, findCampaign, isAhead, overlapsOf } from '../../domain/campaigns/campaign';
import { type PlannedCampaign, planCampaign } from '../../domain/campaigns/plan-campaign';
import { findPreset, isUsed, presetCampaignId, usePreset } from '../../domain/campaigns/presets';
import type { Right } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse, withExample } from '../../domain/refusal';
import { matchKey } from '../../domain/text';
import type { Day } from '../../domain/time/calendar';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { IntentOf } from '../intent';
import { type OwnTeamNeeds, ownTeam } from '../teams/own-team';
import { calendarOf } from './campaign-calendar';
import { changed } from './campaign-changed';

type StartRight = Right<'change-campaigns'>;
export type StartNeeds = OwnTeamNeeds | 'campaigns' | 'contacts';

/** Starts a campaign that really took place, or is held every year; one that is running already stays as it is. */
export async function startPreset(
  context: RequestContext<StartNeeds>,
  { preset: text }: IntentOf<'campaign-use'>,
  right: StartRight,
): Promise<RequestResult> {
  const { core, actor, today, weekStart } = context;
  const preset = findPreset(text, { today, weekStart });
  if (!preset) return refuse('unknown-preset', { text, nearest: '' });
  const id = presetCampaignId(preset);
  const known = (await core.campaigns.list(actor.org)).find(
    (one) => isAhead(one, today) && isUsed(preset, one.id),
  );
  if (known) return changed('already-running', known, today);
  const planned = usePreset(preset, { org: actor.org, id }, calendarOf(context), today);
  return isRefusal(planned) ? withExample('use', planned) : start(context, planned, right);
}

/** Starts a campaign of the organisation's own. */
export async function newCampaign(
  context: RequestContext<StartNeeds>,
  { title, days, core: coreDays, target }: IntentOf<'campaign-new'>,
  right: StartRight,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const existing = findCampaign(await core.campaigns.list(actor.org), title);
  if (existing && !existing.ended) return refuse('campaign-exists', { name: existing.name });
  const id = ownCampaignId(title, days.from);
  const input = { org: actor.org, id, name: title, days: [days], core: coreDays, target };
  const planned = planCampaign(input, calendarOf(context), today);
  return isRefusal(planned) ? withExample('new', planned) : start(context, planned, right);
}

export async function start(
  context: RequestContext<StartNeeds>,
  planned: PlannedCampaign,
  right: StartRight,
): Promise<RequestResult> {
  const { core, today } = context;
  return unlessRefused(await ownTeam(context, right), async (team) => {
    const campaign = await saveStarted(context, planned.campaign);
    await core.contacts.set(team.org, team.id, context.member.id);
    const overlaps = overlapsOf(campaign, await core.campaigns.list(campaign.org), today);
    return { ...changed('started', campaign, today), skipped: planned.skipped, overlaps };
  });
}

/** A campaign that begins again keeps its past days: they took place. */
async function saveStarted(
  { core, today }: RequestContext<'campaigns'>,
  planned: Campaign,
): Promise<Campaign> {
  const again: Campaign | Refusal | null = await core.campaigns.change(
    planned.org,
    planned.id,
    ({ days }) => ({ ...planned, days: [...days.filter(({ day }) => day < today), ...planned.days] }),
  );
  if (again && !isRefusal(again)) return again;
  await core.campaigns.save(planned);
  return planned;
}

/** The same for the same name and first day, so that two identical requests start one campaign. */
export function ownCampaignId(title: string, from: Day): string {
  return `own-${from}-${matchKey(title)}`;
}
