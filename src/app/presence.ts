import { dayAt } from '../domain/calendar';
import type { OrgId, Person } from '../domain/people';
import type { Core } from './core';
import type { Place } from './ports';
import { counts, syncRoster } from './roster';
import { createTeam } from './scene';

/** Follows who is in a place. A poll that is open keeps its roster: who joins counts once they answer. */
export async function memberChanged(
  core: Core,
  org: OrgId,
  place: Place,
  person: Person,
  change: 'joined' | 'left' | 'changed',
): Promise<void> {
  await core.store.people.save(org, [person]);
  const team = await core.store.teams.at(org, place);
  if (!team) return;
  if (change === 'left' || !counts(person, team.settings))
    await core.store.people.leave(org, team.id, person.id);
  else if (change === 'joined') await core.store.people.join(org, team.id, person.id);
}

/** Follows where the bot is. A place that is new gets a welcome; one that was lost is served again. */
export async function placeChanged(core: Core, org: OrgId, place: Place, name: string | null): Promise<void> {
  const team = await core.store.teams.at(org, place);
  if (name === null) {
    if (team) await core.store.teams.save({ ...team, trouble: 'gone' });
    return;
  }
  if (!team) return welcome(core, org, place, name);
  if (team.name !== name || team.trouble !== null)
    await core.store.teams.save({ ...team, name, trouble: null });
  if (team.trouble !== null) await syncRoster(core, team);
}

async function welcome(core: Core, org: OrgId, place: Place, name: string): Promise<void> {
  const team = await createTeam(core, org, place, name);
  const today = dayAt(core.clock.now(), team.settings.zone);
  const { settings } = team;
  const card = core.present(
    { kind: 'welcome', today, team: team.id, teamName: name, settings },
    settings.language,
  );
  await core.chat.post(org, place, card, { id: `${org}/${team.id}/welcome`, again: false });
}
