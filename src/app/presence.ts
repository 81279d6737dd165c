import { dayAt } from '../domain/calendar';
import type { OrgId, Person } from '../domain/people';
import { cleanName } from '../domain/text';
import type { Core } from './core';
import { ChatError, type Place } from './ports';
import { counts, presentable, syncRoster } from './roster';
import { createTeam } from './scene';

/** Follows who is in a place. A poll that is open keeps its roster: who joins counts once they answer. */
export async function memberChanged(
  core: Core,
  org: OrgId,
  place: Place,
  person: Person,
  change: 'joined' | 'left' | 'changed',
): Promise<void> {
  await core.store.people.save(org, [presentable(person)]);
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
    if (team) await core.store.teams.change(org, team.id, (current) => ({ ...current, trouble: 'gone' }));
    return;
  }
  if (!team) return welcome(core, org, place, name);
  const shown = cleanName(name);
  if (team.name !== shown || team.trouble !== null) {
    await core.store.teams.change(org, team.id, (current) => ({ ...current, name: shown, trouble: null }));
  }
  if (team.trouble !== null) await syncRoster(core, team);
}

async function welcome(core: Core, org: OrgId, place: Place, name: string): Promise<void> {
  const team = await createTeam(core, org, place, name);
  const today = dayAt(core.clock.now(), team.settings.zone);
  const { settings } = team;
  const card = core.present(
    { kind: 'welcome', today, team: team.id, teamName: team.name, settings },
    settings.language,
  );
  try {
    await core.chat.post(org, place, card, { id: `${org}/${team.id}/welcome`, again: false });
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    core.log.warn({ err: error, team: team.id }, 'welcome not posted');
  }
}
