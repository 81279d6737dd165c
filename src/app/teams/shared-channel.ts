import { languageOf } from '../../domain/people/language';
import type { PersonId } from '../../domain/people/person';
import type { TeamSettings } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import type { Ports } from '../core';
import { isChatFault } from '../delivery/outcome';

/** The ports to tell that a channel is shared. */
export type SharingNeeds = 'chat' | 'clock' | 'contacts' | 'log' | 'people' | 'present';

/** The settings of a channel that other organisations see: no polls until an administrator switches them on there. */
export function withoutPolls(settings: TeamSettings): TeamSettings {
  return { ...settings, polls: 'off' };
}

/**
 * Tells one person in private that other organisations see what is posted in the team's channel: the person who added
 * the bot, else the team's contact. The channel itself gets nothing.
 */
export async function tellOfSharing(
  core: Ports<SharingNeeds>,
  team: Team,
  addedBy: PersonId | undefined,
): Promise<void> {
  const person = addedBy ?? (await core.contacts.get(team.org, team.id));
  if (person === null) {
    core.log.info(
      { team: team.id },
      'a channel is shared with other organisations, and its team has no contact to tell',
    );
    return;
  }
  const member = await core.people.get(team.org, person);
  const card = core.present(
    {
      kind: 'shared-channel',
      today: dayAt(core.clock.now(), team.settings.zone),
      team: team.id,
      teamName: team.name,
    },
    member ? languageOf(member, team) : team.settings.language,
  );
  try {
    await core.chat.direct(team.org, person, card, {
      id: `${team.id}/shared-channel`,
      mayHaveBeenSent: false,
      repeatable: true,
    });
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn(
      { err: error, team: team.id },
      'not told that a channel is shared with other organisations',
    );
  }
}
