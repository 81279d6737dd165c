import {
  addDay,
  type Campaign,
  currentCampaigns,
  endCampaign,
  findCampaign,
  freeDay,
  holds,
  namedOf,
  overlapsOf,
  removeDay,
  restoreCampaign,
} from '../../domain/campaigns/campaign';
import { stateMark, takeBack, withEarlier } from '../../domain/campaigns/undo';
import { isRefusal, type Refusal, refuse, withExample } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { calendarOf } from './campaign-calendar';
import { type CampaignChanged, type Change, changed } from './campaign-changed';

/** How many campaigns are named when it could be several. */
const MOST_NAMES = 10;

export function addCampaignDay(
  context: RequestContext<ChangeNeeds>,
  { day, core, campaign: name }: IntentOf<'campaign-add-day'>,
): Promise<RequestResult> {
  return change(
    context,
    { name, kind: 'day-added', day, typed: `add-day ${day}`, polled: false },
    (campaign) => {
      const [calendar, { today }] = [calendarOf(context), context];
      const added = addDay(campaign, day, core, calendar, today);
      if (!isRefusal(added)) return added;
      const free = freeDay(campaign, calendar, today);
      const values = { ...added.values, ...(free && { free: { day: free } }) };
      return withExample('add-day', { ...added, values });
    },
  );
}

export async function removeCampaignDay(
  context: RequestContext<ChangeNeeds>,
  { day, campaign: name }: IntentOf<'campaign-remove-day'>,
): Promise<RequestResult> {
  const polled = await polledToday(context);
  const asked = { name, kind: 'day-removed' as const, day, typed: `remove-day ${day}`, polled };
  return change(context, asked, (campaign) => removeDay(campaign, day));
}

/** A poll of today that is open already stays open, and gets its closing tally: people have answered it. */
export async function endCampaignNow(
  context: RequestContext<ChangeNeeds>,
  { campaign: name }: IntentOf<'campaign-end'>,
): Promise<RequestResult> {
  const { today } = context;
  const polled = await polledToday(context);
  return change(context, { name, kind: 'ended', day: null, typed: 'end', polled }, (campaign) =>
    endCampaign(campaign, today, polled),
  );
}

/** Takes the end of a campaign back; asked for again, it changes nothing. */
export async function restoreEnded(
  context: RequestContext<ChangeNeeds>,
  { campaign: id }: IntentOf<'campaign-restore'>,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const campaign = await core.campaigns.get(actor.org, id);
  if (!campaign) return refuse('no-campaign');
  return changeOne(
    context,
    campaign,
    { kind: 'restored', day: null, polled: await polledToday(context) },
    (found) => restoreCampaign(found, today),
  );
}

/** Takes the last change of a campaign back, or its start. */
export async function undoChange(
  context: RequestContext<ChangeNeeds>,
  { campaign: id, mark }: IntentOf<'campaign-undo'>,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const campaign = await core.campaigns.get(actor.org, id);
  if (!campaign) return refuse('no-campaign');
  const polled = await polledToday(context);
  const kind = campaign.earlier ? 'undone' : 'ended';
  return changeOne(context, campaign, { kind, day: null, polled }, (found) =>
    takeBack(found, mark, { today, polled }),
  );
}

/** Whether a poll of today has opened in any team. */
export async function polledToday({ core, actor, today }: RequestContext<'polls'>): Promise<boolean> {
  return (await core.polls.ends(actor.org, [today])).has(today);
}

/** A change of one campaign: `name` as typed, null for the current one; `typed`: the command without the name. */
interface ChangeOf {
  name: string | null;
  kind: Change;
  day: Day | null;
  typed: string;
  /** Whether a poll of today has opened. */
  polled: boolean;
}

/** What can be taken back by a button, as long as nothing else has changed. */
const UNDONE: ReadonlySet<Change> = new Set<Change>(['set', 'day-added', 'day-removed']);

export type ChangeNeeds = 'campaigns' | 'defaults' | 'polls' | 'refresh' | 'teams';

export async function change(
  context: RequestContext<ChangeNeeds>,
  asked: ChangeOf,
  apply: (campaign: Campaign) => Campaign | Refusal,
): Promise<RequestResult> {
  const { core, actor } = context;
  const picked = pick(await core.campaigns.list(actor.org), asked, context);
  return isRefusal(picked) ? picked : changeOne(context, picked, asked, apply);
}

export async function changeOne(
  context: RequestContext<ChangeNeeds>,
  picked: Campaign,
  asked: Pick<ChangeOf, 'kind' | 'day' | 'polled'>,
  apply: (campaign: Campaign) => Campaign | Refusal,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  let before = picked;
  const next = await core.campaigns.change(actor.org, picked.id, (now) => {
    before = now;
    const after = apply(now);
    if (isRefusal(after) || !UNDONE.has(asked.kind) || after.ended) return after;
    return stateMark(after) === stateMark(now) ? now : withEarlier(now, after);
  });
  if (next === null) return refuse('no-campaign');
  if (isRefusal(next)) return next;
  const isSame = stateMark(before) === stateMark(next);
  if (isSame && asked.kind === 'set') return changed('unchanged', next, context);
  await core.refresh.announcements(actor.org, differingDays(before, next));
  const [wasHeld, isHeld] = [before, next].map((campaign) => holds(campaign, today));
  if (asked.polled && wasHeld !== isHeld) await touchPolls(context);
  const lostDays = droppedDays(before, next, today);
  const lostCore = before.days.some(({ core: isCore }) => isCore) && next.days.every((one) => !one.core);
  return {
    ...changed(asked.kind, next, context),
    day: asked.day,
    lost: asked.kind === 'day-removed' ? lossOf(next, lostCore) : null,
    isTodayOpen: asked.polled && wasHeld === true && !isHeld,
    dropped: lostDays.map(({ day }) => day),
    staying: overlapsOf({ ...before, days: lostDays }, await core.campaigns.list(actor.org), today),
    hours: !next.ended && !hasSameHours(before, next),
    undo: !isSame && UNDONE.has(asked.kind) && !next.ended ? stateMark(next) : null,
  };
}

/** The polls of today say in their channels that they stay open, or that their day is held after all. */
async function touchPolls({ core, actor, today }: RequestContext<'refresh' | 'teams'>): Promise<void> {
  for (const { id } of await core.teams.list(actor.org)) core.refresh.touch(actor.org, id, today);
}

function lossOf({ days }: Campaign, lostCore: boolean): CampaignChanged['lost'] {
  if (days.length === 0) return 'all';
  return lostCore ? 'core' : null;
}

export function pick(
  campaigns: readonly Campaign[],
  { name, typed }: Pick<ChangeOf, 'name' | 'typed'>,
  { actor, today }: RequestContext,
): Campaign | Refusal {
  if (name !== null) return findCampaign(campaigns, name) ?? refuse('unknown-campaign', { text: name });
  const [first, ...others] = currentCampaigns(campaigns, today);
  if (!first) return refuse('no-campaign');
  if (others.length === 0) return first;
  const named = [first, ...others].slice(0, MOST_NAMES).map(namedOf);
  const example = `${actor.prefix} campaign ${typed} "${first.name}"`.trim();
  return refuse('which-campaign', { known: { campaigns: named }, example });
}

/** Days of one and not of the other, not with the same weight, or at other hours. */
function differingDays(before: Campaign, after: Campaign): Day[] {
  const all = hasSameHours(before, after) ? null : after.days.map(({ day }) => day);
  const weight = ({ days }: Campaign, day: Day) => days.find((one) => one.day === day)?.core ?? null;
  const days = new Set([...before.days, ...after.days].map(({ day }) => day));
  return [...days].filter((day) => all?.includes(day) || weight(before, day) !== weight(after, day));
}

function hasSameHours(before: Campaign, after: Campaign): boolean {
  return JSON.stringify(before.terms?.window) === JSON.stringify(after.terms?.window);
}

/** Coming days that are the campaign's no more. */
function droppedDays(before: Campaign, after: Campaign, today: Day): Campaign['days'] {
  const left = new Set(after.days.map(({ day }) => day));
  return before.days.filter(({ day }) => day >= today && !left.has(day));
}
