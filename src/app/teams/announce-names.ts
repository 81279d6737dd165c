import { placeAt, slotsOf } from '../../domain/teams/channels';
import type { TeamSettings } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import type { Ports } from '../core';

/** The ports to announce that names will be shown. */
export type AnnounceNamesNeeds = 'chat' | 'clock' | 'newId' | 'present';

/**
 * Tells everybody in the team's channels that polls will show names, before the setting changes: nobody learns of it
 * from the first list. It is said in the language that the channel has from then on. A channel that had failed is tried again. Throws the ChatError of a channel that could not be
 * told; then the setting must stay.
 */
export async function announceNames(
  core: Ports<AnnounceNamesNeeds>,
  team: Team,
  { language, zone }: TeamSettings,
): Promise<void> {
  const today = dayAt(core.clock.now(), zone);
  const card = core.present({ kind: 'names-shown', today, teamName: team.name }, language);
  for (const slot of slotsOf(team)) {
    await core.chat.post(team.org, placeAt(team, slot), card, {
      id: `${team.id}/names/${core.newId()}`,
      mayHaveBeenSent: false,
      repeatable: false,
    });
  }
}
