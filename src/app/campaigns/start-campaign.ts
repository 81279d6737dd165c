import { type Campaign, calledOf, findCampaign, isAhead, overlapsOf } from '../../domain/campaigns/campaign';
import { type PlannedCampaign, planCampaign } from '../../domain/campaigns/plan-campaign';
import {
  coreDayLost,
  findPreset,
  isUsed,
  type Preset,
  presetCampaignId,
  unknownPreset,
  usePreset,
} from '../../domain/campaigns/presets';
import { stateMark } from '../../domain/campaigns/undo';
import type { Right } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse, withExample } from '../../domain/refusal';
import { matchKey } from '../../domain/text';
import { type Day, daySpan } from '../../domain/time/calendar';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';
import { type OwnTeamNeeds, ownTeam } from '../teams/own-team';
import { calendarOf } from './campaign-calendar';
import { changed, unmetOf } from './campaign-changed';

type StartRight = Right<'change-campaigns'>;
export type StartNeeds = OwnTeamNeeds | 'campaigns' | 'contacts';

/** Starts a campaign that really took place, or is held every year; one that is running already stays as it is. */
export async function startPreset(
  context: RequestContext<StartNeeds>,
  { preset: text, preview }: IntentOf<'campaign-use'>,
  right: StartRight,
): Promise<RequestResult> {
  const { core, actor, today, weekStart } = context;
  const preset = findPreset(text, { today, weekStart });
  if (!preset) return unknownPreset(text, null, { today, weekStart });
  const id = presetCampaignId(preset);
  const known = (await core.campaigns.list(actor.org)).find(
    (one) => isAhead(one, today) && isUsed(preset, one.id),
  );
  if (known) return changed('already-running', known, context);
  const planned = usePreset(preset, { org: actor.org, id }, calendarOf(context), today);
  if (isRefusal(planned)) return withExample('use', planned);
  return preview
    ? previewed(context, preset, planned)
    : start(context, planned, right, goneDays(preset, today));
}

/** How many of its days are over. */
function goneDays({ spans }: Preset, today: Day): number {
  return spans.flatMap(({ from, until }) => daySpan(from, until)).filter((day) => day < today).length;
}

/** What the campaign would be, without starting it. */
async function previewed(
  { core, actor, today }: RequestContext<'campaigns'>,
  preset: Preset,
  { campaign, skipped }: PlannedCampaign,
): Promise<RequestResult> {
  return {
    kind: 'campaign-preview',
    preset: preset.id,
    campaign: viewOfCampaign(campaign, today),
    skipped,
    overlaps: overlapsOf(campaign, await core.campaigns.list(actor.org), today),
    gone: goneDays(preset, today),
    unmet: unmetOf(campaign, today),
    heldOn: preset.heldOn && { from: preset.heldOn.from, until: preset.heldOn.until },
    lost: coreDayLost(preset),
  };
}

/** Starts a campaign of the organisation's own. */
export async function newCampaign(
  context: RequestContext<StartNeeds>,
  { title, days, core: coreDays, target }: IntentOf<'campaign-new'>,
  right: StartRight,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const existing = findCampaign(await core.campaigns.list(actor.org), title);
  if (existing && isAhead(existing, today)) return refuse('campaign-exists', calledOf(existing));
  const id = ownCampaignId(title, days.from);
  const input = { org: actor.org, id, name: title, days: [days], core: coreDays, target };
  const planned = planCampaign(input, calendarOf(context), today);
  return isRefusal(planned) ? withExample('new', planned) : start(context, planned, right);
}

export async function start(
  context: RequestContext<StartNeeds>,
  planned: PlannedCampaign,
  right: StartRight,
  gone = 0,
): Promise<RequestResult> {
  const { core, today } = context;
  return unlessRefused(await ownTeam(context, right), async (team) => {
    const campaign = await saveStarted(context, planned.campaign);
    await core.contacts.set(team.org, team.id, context.member.id, core.clock.now());
    const overlaps = overlapsOf(campaign, await core.campaigns.list(campaign.org), today);
    return {
      ...changed('started', campaign, context),
      ...{ skipped: planned.skipped, overlaps, gone, undo: stateMark(campaign) },
    };
  });
}

/** A campaign that begins again keeps its past days: they took place. */
export async function saveStarted(
  { core, today }: Pick<RequestContext<'campaigns'>, 'core' | 'today'>,
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
