import { closest } from 'fastest-levenshtein';
import { workCalendar } from '../../domain/agenda';
import { type Day, daySpan } from '../../domain/calendar';
import {
  addDay,
  type Campaign,
  currentCampaign,
  endCampaign,
  findCampaign,
  planCampaign,
  removeDay,
} from '../../domain/campaign';
import { notWorking } from '../../domain/holidays';
import { findPreset, type Preset, presets, usePreset } from '../../domain/presets';
import { isRefusal, type NotWorking, type Refusal, refuse } from '../../domain/refusal';
import { defaultSettings, type Team } from '../../domain/settings';
import type { MessageBody, PresetView } from '../messages';
import { refreshAnnouncements } from '../refresh-announcements';
import { needOwnTeam, type Said, type Scene, unlessRefused } from '../scene';
import { viewOfCampaign } from '../views';

import type { Command } from './command';

type Change = Extract<MessageBody, { kind: 'campaign-changed' }>['change'];

export async function listCampaigns(scene: Scene): Promise<Said> {
  const { core, actor, today } = scene;
  if (!actor.admin) return refuse('not-admin');
  const campaigns = await core.store.campaigns.list(actor.org);
  const views = campaigns.map((campaign) => viewOfCampaign(campaign, today));
  return {
    kind: 'campaigns',
    campaigns: views,
    presets: presets(today).map((preset) => viewOfPreset(scene, preset)),
  };
}

/** Starts a campaign that really took place, or is held every year; running already is no mistake. */
export function startPreset(scene: Scene, text: string): Promise<Said> {
  return asAdmin(scene, async () => {
    const { core, actor, today } = scene;
    const preset = findPreset(text, today);
    if (!preset) return refuse('unknown-preset', { text, nearest: nearestPreset(text, today) });
    const id = presetCampaignId(preset);
    const running = await core.store.campaigns.get(actor.org, id);
    if (running && !running.ended) return changed('already-running', running, today);
    return start(scene, usePreset(preset, { org: actor.org, id }, calendarOf(scene)));
  });
}

export function newCampaign(
  scene: Scene,
  command: Extract<Command, { name: 'campaign-new' }>,
): Promise<Said> {
  const { core, actor } = scene;
  return asAdmin(scene, async () => {
    const { title, days, target } = command;
    const existing = findCampaign(await core.store.campaigns.list(actor.org), title);
    if (existing && !existing.ended) return refuse('campaign-exists', { name: existing.name });
    const input = { org: actor.org, id: core.newId(), name: title, days, core: command.core, target };
    return start(scene, planCampaign(input, calendarOf(scene)));
  });
}

/** The refusals come first, so that nothing is changed by a campaign that cannot be. */
async function start(
  scene: Scene,
  planned: { campaign: Campaign; skipped: NotWorking[] } | Refusal,
): Promise<Said> {
  if (isRefusal(planned)) return planned;
  return unlessRefused(await needOwnTeam(scene), async () => {
    await scene.core.store.campaigns.save(planned.campaign);
    return { ...changed('started', planned.campaign, scene.today), skipped: planned.skipped };
  });
}

export function addCampaignDay(
  scene: Scene,
  { day, core, campaign: name }: Extract<Command, { name: 'campaign-add-day' }>,
): Promise<Said> {
  return change(scene, name, 'day-added', day, (campaign) => addDay(campaign, day, core, calendarOf(scene)));
}

export function removeCampaignDay(
  scene: Scene,
  { day, campaign: name }: Extract<Command, { name: 'campaign-remove-day' }>,
): Promise<Said> {
  return change(scene, name, 'day-removed', day, (campaign) => removeDay(campaign, day));
}

export function endCampaignNow(scene: Scene, name: string | null): Promise<Said> {
  return change(scene, name, 'ended', null, (campaign) => endCampaign(campaign, scene.today));
}

function change(
  scene: Scene,
  name: string | null,
  kind: Change,
  day: Day | null,
  apply: (campaign: Campaign) => Campaign | Refusal,
): Promise<Said> {
  return asAdmin(scene, async () => {
    const { core, actor, today } = scene;
    const campaign = pick(await core.store.campaigns.list(actor.org), name, today);
    if (isRefusal(campaign)) return campaign;
    const next = apply(campaign);
    if (isRefusal(next)) return next;
    await core.store.campaigns.save(next);
    await refreshAnnouncements(core, actor.org, differingDays(campaign, next));
    return { ...changed(kind, next, today), day };
  });
}

/** Days of one and not of the other, or not with the same weight. */
function differingDays(before: Campaign, after: Campaign): Day[] {
  const weight = ({ days }: Campaign, day: Day) => days.find((one) => one.day === day)?.core ?? null;
  const days = new Set([...before.days, ...after.days].map(({ day }) => day));
  return [...days].filter((day) => weight(before, day) !== weight(after, day));
}

function pick(campaigns: readonly Campaign[], name: string | null, today: Day): Campaign | Refusal {
  if (name === null) return currentCampaign(campaigns, today) ?? refuse('no-campaign');
  return findCampaign(campaigns, name) ?? refuse('unknown-campaign', { text: name });
}

function changed(
  change: Change,
  campaign: Campaign,
  today: Day,
): Extract<MessageBody, { kind: 'campaign-changed' }> {
  const view = viewOfCampaign(campaign, today);
  return { kind: 'campaign-changed', change, campaign: view, skipped: [], day: null };
}

async function asAdmin(scene: Scene, act: () => Promise<Said>): Promise<Said> {
  return scene.actor.admin ? act() : refuse('not-admin');
}

/** A preset of another year is another campaign. */
export function presetCampaignId({ id, from }: Preset): string {
  return `${id}-${from}`;
}

function viewOfPreset(scene: Scene, { id, name, from, until, core }: Preset): PresetView {
  const calendar = calendarOf(scene);
  const days = daySpan(from, until).filter((day) => notWorking(day, calendar) === null).length;
  return { id, name, from, until, core, days };
}

function nearestPreset(text: string, today: Day): string {
  return closest(
    text,
    presets(today).map(({ id }) => id),
  );
}

function calendarOf({ team, core }: { team: Team | null; core: Scene['core'] }) {
  return workCalendar(team?.settings ?? defaultSettings(core.defaults));
}
