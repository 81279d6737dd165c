import { workCalendar } from '../../domain/agenda';
import {
  addDay,
  type Campaign,
  currentCampaigns,
  endCampaign,
  findCampaign,
  isAhead,
  type PlannedCampaign,
  planCampaign,
  removeDay,
} from '../../domain/campaigns/campaign';
import { findPreset, type Preset, presets, usePreset } from '../../domain/campaigns/presets';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { defaultSettings, type Team } from '../../domain/teams/settings';
import { MAX_NAME, matchKey } from '../../domain/text';
import { type Day, daySpan } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import { withExample } from '../../grammar/examples';
import { misspelt } from '../../grammar/lexicon';
import type { MessageBody, PresetView } from '../../ports/messages';
import { rememberSteward } from '../delivery/channel-failure';
import { organiserFigures } from '../figures/organiser-figures';
import { viewOfCampaign } from '../figures/views';
import { refreshAnnouncements } from '../polls/refresh-announcements';
import type { Command } from '../requests/command';
import {
  needOwnTeam,
  type RequestContext,
  type RequestResult,
  rightTo,
  unlessRefused,
} from '../requests/context';

/** How many campaigns are named when it could be several. */
const MOST_NAMES = 10;

type Change = Extract<MessageBody, { kind: 'campaign-changed' }>['change'];

export async function listCampaigns(context: RequestContext): Promise<RequestResult> {
  const { core, actor, today } = context;
  const right = await rightTo(context, 'see-campaigns');
  if (isRefusal(right)) return right;
  const campaigns = await core.campaigns.list(actor.org);
  const views = campaigns.map((campaign) => viewOfCampaign(campaign, today));
  return {
    kind: 'campaigns',
    campaigns: views,
    presets: presets(today)
      .filter(({ until }) => until >= today)
      .map((preset) => viewOfPreset(context, preset)),
  };
}

/** Starts a campaign that really took place, or is held every year; running already is no mistake. */
export function startPreset(context: RequestContext, text: string): Promise<RequestResult> {
  return asOrgAdmin(context, async () => {
    const { core, actor, today } = context;
    const preset = findPreset(text, today);
    if (!preset) return refuse('unknown-preset', { text, nearest: nearestPreset(text, today) });
    const id = presetCampaignId(preset);
    const known = await core.campaigns.get(actor.org, id);
    if (known && isAhead(known, today)) return changed('already-running', known, today);
    return start(context, 'use', usePreset(preset, { org: actor.org, id }, calendarOf(context), today));
  });
}

export function newCampaign(
  context: RequestContext,
  command: Extract<Command, { name: 'campaign-new' }>,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  return asOrgAdmin(context, async () => {
    const { title, days, target } = command;
    const existing = findCampaign(await core.campaigns.list(actor.org), title);
    if (existing && !existing.ended) return refuse('campaign-exists', { name: existing.name });
    const id = ownCampaignId(title, days.from);
    const input = { org: actor.org, id, name: title, days, core: command.core, target };
    return start(context, 'new', planCampaign(input, calendarOf(context), today));
  });
}

/** The refusals come first, so that nothing is changed by a campaign that cannot be. */
async function start(
  context: RequestContext,
  how: 'use' | 'new',
  planned: PlannedCampaign | Refusal,
): Promise<RequestResult> {
  if (isRefusal(planned)) return withExample(how, planned);
  return unlessRefused(await needOwnTeam(context), async (team) => {
    const campaign = await saveStarted(context, planned.campaign);
    await rememberSteward(context.core, team, context.member.id);
    return { ...changed('started', campaign, context.today), skipped: planned.skipped };
  });
}

/** A campaign that begins again keeps the days it had: they took place. */
async function saveStarted({ core, today }: RequestContext, planned: Campaign): Promise<Campaign> {
  const again = await core.campaigns.change(planned.org, planned.id, ({ days }) => ({
    ...planned,
    days: [...days.filter(({ day }) => day < today), ...planned.days],
  }));
  if (again && !isRefusal(again)) return again;
  await core.campaigns.save(planned);
  return planned;
}

export function addCampaignDay(
  context: RequestContext,
  { day, core, campaign: name }: Extract<Command, { name: 'campaign-add-day' }>,
): Promise<RequestResult> {
  return change(context, { name, kind: 'day-added', day, typed: `add-day ${day}` }, (campaign) => {
    const added = addDay(campaign, day, core, calendarOf(context), context.today);
    return isRefusal(added) ? withExample('add-day', added) : added;
  });
}

export function removeCampaignDay(
  context: RequestContext,
  { day, campaign: name }: Extract<Command, { name: 'campaign-remove-day' }>,
): Promise<RequestResult> {
  return change(context, { name, kind: 'day-removed', day, typed: `remove-day ${day}` }, (campaign) =>
    removeDay(campaign, day),
  );
}

export function endCampaignNow(context: RequestContext, name: string | null): Promise<RequestResult> {
  return change(context, { name, kind: 'ended', day: null, typed: 'end' }, (campaign) =>
    endCampaign(campaign, context.today),
  );
}

/** A change of one campaign: `name` as typed, null for the current one; `typed`: the command without the name. */
interface ChangeOf {
  name: string | null;
  kind: Change;
  day: Day | null;
  typed: string;
}

function change(
  context: RequestContext,
  asked: ChangeOf,
  apply: (campaign: Campaign) => Campaign | Refusal,
): Promise<RequestResult> {
  return asOrgAdmin(context, async () => {
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
    await refreshAnnouncements(core, actor.org, differingDays(before, next));
    return { ...changed(asked.kind, next, today), day: asked.day };
  });
}

/** The figures that may leave the organisation: of the campaign named, else the current one, else the last one. */
export async function showFigures(context: RequestContext, name: string | null): Promise<RequestResult> {
  return unlessRefused(await rightTo(context, 'see-organiser-figures'), async () => {
    const { core, actor, today } = context;
    const campaigns = await core.campaigns.list(actor.org);
    const named = name === null ? null : findCampaign(campaigns, name);
    if (name !== null && !named) return refuse('unknown-campaign', { text: name });
    const campaign = named ?? currentCampaigns(campaigns, today)[0] ?? campaigns.at(-1);
    return campaign ? organiserFigures(core, campaign, today) : refuse('no-campaign');
  });
}

/** Days of one and not of the other, or not with the same weight. */
function differingDays(before: Campaign, after: Campaign): Day[] {
  const weight = ({ days }: Campaign, day: Day) => days.find((one) => one.day === day)?.core ?? null;
  const days = new Set([...before.days, ...after.days].map(({ day }) => day));
  return [...days].filter((day) => weight(before, day) !== weight(after, day));
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

function changed(
  change: Change,
  campaign: Campaign,
  today: Day,
): Extract<MessageBody, { kind: 'campaign-changed' }> {
  const view = viewOfCampaign(campaign, today);
  return { kind: 'campaign-changed', change, campaign: view, skipped: [], day: null };
}

/** A campaign is held by all teams: who sets up one of them does not decide for the others. */
async function asOrgAdmin(
  context: RequestContext,
  act: () => Promise<RequestResult>,
): Promise<RequestResult> {
  const right = await rightTo(context, 'change-campaigns');
  return isRefusal(right) ? right : act();
}

/** The same for the same name and first day: who starts a campaign twice at once has started one. */
function ownCampaignId(title: string, from: Day): string {
  return `own-${from}-${matchKey(title)}`;
}

/** A preset of another year is another campaign. */
export function presetCampaignId({ id, from }: Preset): string {
  return `${id}-${from}`;
}

/** As it would begin today. */
function viewOfPreset(context: RequestContext, { id, name, from, until, core }: Preset): PresetView {
  const { today } = context;
  const calendar = calendarOf(context);
  const first = from < today ? today : from;
  const days = daySpan(first, until).filter((day) => notWorking(day, calendar) === null).length;
  return { id, name, from: first, until, core: core !== null && core >= today ? core : null, days };
}

/** The preset that was most likely meant; '' for none. */
function nearestPreset(text: string, today: Day): string {
  return misspelt(
    new Map(presets(today).map(({ id }) => [matchKey(id), id])),
    matchKey(text).slice(0, MAX_NAME),
  );
}

function calendarOf({ team, core }: { team: Team | null; core: RequestContext['core'] }) {
  return workCalendar(team?.settings ?? defaultSettings(core.defaults));
}
