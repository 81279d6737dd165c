import type { Ports } from '../app/core';
import { type Preset, presetCampaignId, presets, usePreset } from '../domain/campaigns/presets';
import { workCalendar } from '../domain/planned-days';
import { isRefusal } from '../domain/refusal';
import { defaultSettings } from '../domain/teams/settings';
import { addDays, type Day, dayAt } from '../domain/time/calendar';
import type { Place } from '../ports/chat';
import type { Inbox } from '../ports/inbox';
import { type DayScript, type PastNeeds, pastDays } from './past-days';

/** A campaign that begins within these days is near enough to look forward to. */
const SOON_DAYS = 14;

/**
 * Gives a demonstration something to show: its channels become teams, a campaign that fits the date begins, and
 * by the script the teams have past days; null: they have none.
 * An organisation that has campaigns already keeps them.
 */
export async function seedDemo(
  core: Ports<PastNeeds | 'campaigns' | 'clock' | 'defaults' | 'teams'>,
  inbox: Inbox,
  org: string,
  { places, script }: { places: readonly { id: Place; name: string }[]; script: DayScript | null },
): Promise<void> {
  for (const { id, name } of places) await inbox.place(org, id, name);
  if ((await core.campaigns.list(org)).length === 0) await seedCampaign(core, org);
  for (const { id } of places) {
    const team = await core.teams.at(org, id);
    if (team && script) await pastDays(core, team, script);
  }
}

async function seedCampaign(core: Ports<'campaigns' | 'clock' | 'defaults'>, org: string): Promise<void> {
  const today = dayAt(core.clock.now(), core.defaults.zone);
  const preset = fittingPreset(today);
  if (!preset) return;
  const input = { org, id: presetCampaignId(preset) };
  const planned = usePreset(preset, input, workCalendar({ settings: defaultSettings(core.defaults) }), today);
  if (!isRefusal(planned)) await core.campaigns.save(planned.campaign);
}

/** The campaign that is on or begins soon; the coming week always does. */
function fittingPreset(today: Day): Preset | undefined {
  const near = presets({ today }).filter(
    ({ from, until, heldOn }) => !heldOn && until > today && from <= addDays(today, SOON_DAYS),
  );
  return near.find(({ country }) => country !== null) ?? near[0];
}
