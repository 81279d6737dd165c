import { type Campaign, currentCampaigns, isAhead } from '../../domain/campaigns/campaign';
import { isUsed, type Preset, placed, presets } from '../../domain/campaigns/presets';
import { may } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import { type Day, daySpan, type Millis } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import type { PresetView } from '../../ports/views';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import { type CampaignNeeds, campaignDays } from '../figures/campaign-days';
import { viewOfCampaign } from '../figures/views';
import { calendarOf } from './campaign-calendar';
import { progressOf } from './show-progress';

/** The organisation's campaigns, and the presets that can still be started. */
export async function listCampaigns(
  context: RequestContext<CampaignNeeds | 'campaigns' | 'defaults' | 'effects'>,
): Promise<RequestResult> {
  const { core, actor, team, now, today, weekStart } = context;
  const right = may(await context.roles(), 'change-campaigns');
  const campaigns = await core.campaigns.list(actor.org);
  const running = campaigns.filter((one) => isAhead(one, today)).map(({ id }) => id);
  // One that was taken back before its first day never took place.
  const views = campaigns
    .filter(({ ended, days }) => !ended || days.length > 0)
    .map((campaign) => viewOfCampaign(campaign, today));
  const [current] = isRefusal(right) ? [] : currentCampaigns(campaigns, today);
  return {
    kind: 'campaigns',
    campaigns: views,
    presets: presets({ today, weekStart })
      .filter((preset) => !running.some((id) => isUsed(preset, id)))
      .map((preset) => viewOfPreset(context, preset)),
    locked: isRefusal(right) ? right : null,
    ...(isRefusal(right) && team && { setsUp: team.id }),
    ...(current && { progress: await progress(core, current, { now, today }) }),
  };
}

async function progress(
  core: Ports<CampaignNeeds | 'effects'>,
  campaign: Campaign,
  at: { now: Millis; today: Day },
) {
  return progressOf(core, campaign, await campaignDays(core, campaign, at.now), at.today);
}

/** As it would begin today. */
function viewOfPreset(context: RequestContext<'defaults'>, preset: Preset): PresetView {
  const { today } = context;
  const calendar = calendarOf(context);
  const { id, name, names, spans, from, until, core, heldOn } = placed(preset, calendar, today);
  const first = from < today ? today : from;
  const days = spans
    .flatMap((span) => daySpan(span.from, span.until))
    .filter((day) => day >= today && notWorking(day, calendar) === null).length;
  return {
    id,
    name,
    names,
    from: first,
    until,
    core: core !== null && core >= today ? core : null,
    days,
    isRest: from < today,
    heldOn: heldOn && { from: heldOn.from, until: heldOn.until },
  };
}
