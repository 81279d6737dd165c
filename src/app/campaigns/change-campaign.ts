import {
  addDay,
  type Campaign,
  currentCampaigns,
  endCampaign,
  findCampaign,
  removeDay,
} from '../../domain/campaigns/campaign';
import { isRefusal, type Refusal, refuse, withExample } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { calendarOf } from './campaign-calendar';
import { type CampaignChanged, type Change, changed } from './campaign-changed';

/** How many campaigns are named when it could be several. */
const MOST_NAMES = 10;

export function addCampaignDay(
  context: RequestContext<'campaigns' | 'defaults' | 'refresh'>,
  { day, core, campaign: name }: IntentOf<'campaign-add-day'>,
): Promise<RequestResult> {
  return change(context, { name, kind: 'day-added', day, typed: `add-day ${day}` }, (campaign) => {
    const added = addDay(campaign, day, core, calendarOf(context), context.today);
    return isRefusal(added) ? withExample('add-day', added) : added;
  });
}

export function removeCampaignDay(
  context: RequestContext<'campaigns' | 'refresh'>,
  { day, campaign: name }: IntentOf<'campaign-remove-day'>,
): Promise<RequestResult> {
  return change(context, { name, kind: 'day-removed', day, typed: `remove-day ${day}` }, (campaign) =>
    removeDay(campaign, day),
  );
}

/** A poll of today that is open already stays open, and gets its closing tally: people have answered it. */
export async function endCampaignNow(
  context: RequestContext<'campaigns' | 'polls' | 'refresh'>,
  { campaign: name }: IntentOf<'campaign-end'>,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const isTodayPolled = (await core.polls.ends(actor.org, [today])).has(today);
  return change(context, { name, kind: 'ended', day: null, typed: 'end' }, (campaign) =>
    endCampaign(campaign, today, isTodayPolled),
  );
}

/** A change of one campaign: `name` as typed, null for the current one; `typed`: the command without the name. */
interface ChangeOf {
  name: string | null;
  kind: Change;
  day: Day | null;
  typed: string;
}

async function change(
  context: RequestContext<'campaigns' | 'refresh'>,
  asked: ChangeOf,
  apply: (campaign: Campaign) => Campaign | Refusal,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const picked = pick(await core.campaigns.list(actor.org), asked, context);
  if (isRefusal(picked)) return picked;
  let before = picked;
  const next = await core.campaigns.change(actor.org, picked.id, (now) => {
    before = now;
    return apply(now);
  });
  if (next === null) return refuse('no-campaign');
  if (isRefusal(next)) return next;
  await core.refresh.announcements(actor.org, differingDays(before, next));
  const lostCore = before.days.some(({ core: isCore }) => isCore) && next.days.every((one) => !one.core);
  return {
    ...changed(asked.kind, next, today),
    day: asked.day,
    lost: asked.kind === 'day-removed' ? lossOf(next, lostCore) : null,
    isTodayOpen: asked.kind === 'ended' && next.days.at(-1)?.day === today,
  };
}

function lossOf({ days }: Campaign, lostCore: boolean): CampaignChanged['lost'] {
  if (days.length === 0) return 'all';
  return lostCore ? 'core' : null;
}

function pick(
  campaigns: readonly Campaign[],
  { name, typed }: ChangeOf,
  { actor, today }: RequestContext,
): Campaign | Refusal {
  if (name !== null) return findCampaign(campaigns, name) ?? refuse('unknown-campaign', { text: name });
  const [first, ...others] = currentCampaigns(campaigns, today);
  if (!first) return refuse('no-campaign');
  if (others.length === 0) return first;
  const names = [first, ...others].slice(0, MOST_NAMES).map((campaign) => campaign.name);
  const example = `${actor.prefix} campaign ${typed} "${first.name}"`.trim();
  return refuse('which-campaign', { known: { names }, example });
}

/** Days of one and not of the other, or not with the same weight. */
function differingDays(before: Campaign, after: Campaign): Day[] {
  const weight = ({ days }: Campaign, day: Day) => days.find((one) => one.day === day)?.core ?? null;
  const days = new Set([...before.days, ...after.days].map(({ day }) => day));
  return [...days].filter((day) => weight(before, day) !== weight(after, day));
}
