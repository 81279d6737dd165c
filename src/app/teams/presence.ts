import type { OrgId, Person } from '../../domain/people/person';
import { counts, isOutsider, presentable } from '../../domain/people/roster';
import { slotAt, troubleAt, withTrouble } from '../../domain/teams/channels';
import { cleanName } from '../../domain/text';
import { dayAt } from '../../domain/time/calendar';
import type { Place } from '../../ports/chat';
import type { Ports } from '../core';
import { isChatFault } from '../delivery/outcome';
import { servingAgain } from './channel-failure';
import { type MakeTeamNeeds, makeTeam, type OwnTeamNeeds } from './own-team';
import { type RosterNeeds, syncRoster } from './roster';

/** Follows who is in a place. A poll that is open keeps its roster: who joins counts once they answer. */
export async function memberChanged(
  core: Ports<RosterNeeds | 'links' | 'teams'>,
  org: OrgId,
  place: Place,
  person: Person,
  change: 'joined' | 'left' | 'changed',
): Promise<void> {
  if (!isOutsider(person)) await core.people.save(org, [presentable(person)]);
  const team = await core.teams.at(org, place);
  if (!team) return;
  if (change === 'left' && team.secondChannel && (await isLinked(core, org, person)))
    await syncRoster(core, team);
  else if (change === 'left' || !counts(person, team.settings))
    await core.people.leave(org, team.id, person.id);
  else if (change === 'joined') await core.people.join(org, team.id, person.id);
}

/** Who has left one of a team's places may still be in the other, under another id. */
async function isLinked(core: Ports<'links'>, org: OrgId, { id }: Person): Promise<boolean> {
  return (await core.links.ids(org, id)).length > 1;
}

/** Follows where the bot is. A place that is new gets a welcome; one that was lost is served again. */
export async function placeChanged(
  core: Ports<OwnTeamNeeds | 'present'>,
  org: OrgId,
  place: Place,
  name: string | null,
): Promise<void> {
  const team = await core.teams.at(org, place);
  if (!team) return name === null ? undefined : welcome(core, org, place, name);
  const slot = slotAt(team, place) ?? 'first';
  const trouble = name === null ? 'gone' : null;
  const before = troubleAt(team, slot);
  // A team is called as its first place is.
  const shown = name === null || slot === 'second' ? null : cleanName(name);
  if ((shown ?? team.name) !== team.name || before !== trouble) {
    const change = () =>
      core.teams.change(org, team.id, (current) => ({
        ...withTrouble(current, slot, trouble),
        name: shown ?? current.name,
      }));
    await (before !== null && trouble === null ? servingAgain(core, team, change) : change());
  }
  if (before !== null && trouble === null) await syncRoster(core, team);
}

async function welcome(
  core: Ports<MakeTeamNeeds | 'clock' | 'present'>,
  org: OrgId,
  place: Place,
  name: string,
): Promise<void> {
  const { team, made } = await makeTeam(core, org, place, name);
  if (!made) return;
  const today = dayAt(core.clock.now(), team.settings.zone);
  const { settings } = team;
  const card = core.present(
    { kind: 'welcome', today, team: team.id, teamName: team.name, settings },
    settings.language,
  );
  try {
    await core.chat.post(org, place, card, {
      id: `${team.id}/welcome`,
      mayHaveBeenSent: false,
      repeatable: false,
    });
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn({ err: error, team: team.id }, 'welcome not posted');
  }
}
