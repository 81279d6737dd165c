import { workCalendar } from '../domain/agenda';
import { addDays, type Day, dayAt } from '../domain/calendar';
import { type Preset, presets, usePreset } from '../domain/presets';
import { isRefusal } from '../domain/refusal';
import { defaultSettings } from '../domain/settings';
import { presetCampaignId } from './commands/campaign';
import type { Core } from './core';
import type { Inbox, Place } from './ports';

/** A campaign that begins within these days is near enough to look forward to. */
const SOON_DAYS = 14;

/**
 * Gives a demonstration something to show: its channels become teams, and a campaign that fits the date begins.
 * An organisation that has campaigns already keeps them.
 */
export async function seedDemo(
  core: Core,
  inbox: Inbox,
  org: string,
  places: readonly { id: Place; name: string }[],
): Promise<void> {
  for (const { id, name } of places) await inbox.place(org, id, name);
  if ((await core.store.campaigns.list(org)).length > 0) return;
  const today = dayAt(core.clock.now(), core.defaults.zone);
  const preset = fittingPreset(today);
  if (!preset) return;
  const input = { org, id: presetCampaignId(preset) };
  const planned = usePreset(preset, input, workCalendar(defaultSettings(core.defaults)), today);
  if (!isRefusal(planned)) await core.store.campaigns.save(planned.campaign);
}

/** The campaign that is on or begins soon; the coming week always does. */
function fittingPreset(today: Day): Preset | undefined {
  const near = presets(today).filter(({ from, until }) => until > today && from <= addDays(today, SOON_DAYS));
  return near.find(({ country }) => country !== null) ?? near[0];
}
