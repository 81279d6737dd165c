import { languageOf } from '../../domain/people/language';
import type { Locale, OrgId, Person, PersonId } from '../../domain/people/person';
import { counts, isOutsider, presentable } from '../../domain/people/roster';
import { slotAt, troubleAt, withTrouble } from '../../domain/teams/channels';
import { takesPosts } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import { cleanName } from '../../domain/text';
import { dayAt } from '../../domain/time/calendar';
import type { Place } from '../../ports/chat';
import type { PlaceNews } from '../../ports/inbox';
import type { Ports } from '../core';
import { isChatFault } from '../delivery/outcome';
import { type ServingNeeds, servingAgain } from './channel-failure';
import { type MakeTeamNeeds, makeTeam } from './own-team';
import { type RosterNeeds, syncRoster, touchPolls } from './roster';
import { followSharing, heardOfSharing, type SharingNeeds } from './shared-channel';

/** What a platform tells of a place; `name` null: the bot was removed from it. */
interface PlaceChange {
  org: OrgId;
  place: Place;
  name: string | null;
  about: PlaceNews;
}

/** The ports to follow where the bot is. */
export type PresenceNeeds = MakeTeamNeeds | ServingNeeds | SharingNeeds;

/** The ports to follow who belongs to a team. */
type BelongingNeeds = RosterNeeds | 'links' | 'teams';

/** Follows who is in a place. A person who joins counts in a poll that is open once they answer. */
export async function memberChanged(
  core: Ports<BelongingNeeds>,
  org: OrgId,
  place: Place,
  person: Person,
  change: 'joined' | 'left',
): Promise<void> {
  if (!isOutsider(person)) await core.people.save(org, [presentable(person)]);
  const team = await core.teams.at(org, place);
  if (!team) return;
  if (change === 'left' && team.secondChannel && (await isLinked(core, org, person)))
    await syncRoster(core, team);
  else if (change === 'left' || !counts(person, team.settings)) await leaveTeam(core, team, person);
  else touchPolls(core, team, await core.people.join(org, team.id, person.id));
}

/** Follows what a person is, wherever they are a member: a person who no longer counts in a team leaves it. */
export async function profileChanged(core: Ports<BelongingNeeds>, org: OrgId, person: Person): Promise<void> {
  const teams = await core.people.teamsOf(org, person.id);
  if (teams.length > 0 && !isOutsider(person)) await core.people.save(org, [presentable(person)]);
  for (const id of teams) {
    const team = await core.teams.get(org, id);
    if (!team || counts(person, team.settings)) continue;
    if (await isLinked(core, org, person)) await syncRoster(core, team);
    else await leaveTeam(core, team, person);
  }
}

async function leaveTeam(core: Ports<BelongingNeeds>, team: Team, { id }: Person): Promise<void> {
  touchPolls(core, team, await core.people.leave(team.org, team.id, id));
}

/** Who has left one of a team's places may still be in the other, under another id. */
async function isLinked(core: Ports<'links'>, org: OrgId, { id }: Person): Promise<boolean> {
  return (await core.links.ids(org, id)).length > 1;
}

/**
 * Follows where the bot is. A place that is new gets a welcome; one that was lost is served again. A place that is shared
 * with other organisations gets no post: its polls are off, and the team's contact is told. The person who brought the bot
 * is the contact until an administrator sets the team up.
 */
export async function placeChanged(core: Ports<PresenceNeeds>, at: PlaceChange): Promise<void> {
  const { org, place, name, about } = at;
  const team = await core.teams.at(org, place);
  if (!team) return name === null ? undefined : begin(core, { ...at, name });
  const { shared, by } = about;
  if (name !== null && shared !== undefined) await heardOfSharing(core, team, shared);
  await followPlace(core, team, place, name);
  if (name === null) return;
  const isFirst = await suggestContact(core, team, by);
  await tellOfSharing(core, team);
  const known = isFirst ? await core.teams.get(org, team.id) : null;
  if (known && by !== undefined && takesPosts(known)) await tellInviter(core, known, by);
}

/** Another organisation may see a team's channel from now on: nothing is posted there before that is known. */
export async function sharingChanged(core: Ports<SharingNeeds>, org: OrgId, place: Place): Promise<void> {
  const team = await core.teams.at(org, place);
  if (team) await followSharing(core, await heardOfSharing(core, team, 'unknown'));
}

async function tellOfSharing(core: Ports<SharingNeeds>, { org, id }: Team): Promise<void> {
  const team = await core.teams.get(org, id);
  if (team) await followSharing(core, team);
}

async function followPlace(
  core: Ports<PresenceNeeds>,
  team: Team,
  place: Place,
  name: string | null,
): Promise<void> {
  const { org, id } = team;
  const slot = slotAt(team, place) ?? 'first';
  const trouble = name === null ? 'gone' : null;
  const before = troubleAt(team, slot);
  const isBack = before !== null && trouble === null;
  // A team is called as its first place is; the name may not be known.
  const shown = !name || slot === 'second' ? null : cleanName(name);
  if ((shown ?? team.name) !== team.name || before !== trouble) {
    const change = () =>
      core.teams.change(org, id, (current) => ({
        ...withTrouble(current, slot, trouble),
        name: shown ?? current.name,
      }));
    await (isBack ? servingAgain(core, team, change) : change());
  }
  if (isBack) await syncRoster(core, team);
}

async function begin(
  core: Ports<MakeTeamNeeds | SharingNeeds>,
  { org, place, name, about }: PlaceChange & { name: string },
): Promise<void> {
  const { shared = false, by } = about;
  const { team, made } = await makeTeam(core, { org, place, name, shared });
  const isFirst = await suggestContact(core, team, by);
  const { team: known } = await followSharing(core, team);
  if (!takesPosts(known)) return;
  if (made) await welcome(core, known);
  if (isFirst && by !== undefined) await tellInviter(core, known, by);
}

/** Whether the person who added the bot became the team's contact by it: the store lets that be so once a team. */
async function suggestContact(
  { contacts, clock }: Ports<'contacts' | 'clock'>,
  { org, id }: Team,
  by: PersonId | undefined,
): Promise<boolean> {
  return by !== undefined && contacts.suggest(org, id, by, clock.now());
}

/**
 * Shows the person who added the bot the way to the first poll, once a team: they have just acted, so no night holds it
 * up. Some platforms reach only people who have the app themselves; the welcome has the same buttons.
 */
async function tellInviter(
  core: Ports<'chat' | 'clock' | 'defaults' | 'log' | 'people' | 'present'>,
  team: Team,
  person: PersonId,
): Promise<void> {
  const { org, id, place, name: teamName, settings } = team;
  const today = dayAt(core.clock.now(), settings.zone);
  try {
    const member = await core.people.get(org, person);
    const manages = await core.chat.mayManage(org, person, place);
    const locale = member ? languageOf(member, team) : settings.language;
    const card = core.present({ kind: 'invited', today, team: id, teamName, manages }, locale);
    const key = { id: `${id}/invited`, mayHaveBeenSent: false, repeatable: false };
    await core.chat.direct(org, person, card, key);
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.info({ err: error, team: id }, 'the person who added the bot was not told what comes next');
  }
}

/** Tells the person who installed the bot in their organisation what it is, and what to do next. Rejects with a ChatError. */
export async function tellInstaller(
  core: Ports<'chat' | 'clock' | 'defaults' | 'people' | 'present'>,
  org: OrgId,
  person: PersonId,
  seen: Locale,
): Promise<void> {
  const member = await core.people.get(org, person);
  const today = dayAt(core.clock.now(), member?.timeZone ?? core.defaults.zone);
  const card = core.present({ kind: 'installed', today }, member ? languageOf(member, null, seen) : seen);
  const key = { id: `${person}/installed`, mayHaveBeenSent: false, repeatable: false };
  await core.chat.direct(org, person, card, key);
}

async function welcome(core: Ports<'chat' | 'clock' | 'log' | 'present'>, team: Team): Promise<void> {
  const today = dayAt(core.clock.now(), team.settings.zone);
  const { settings } = team;
  const card = core.present(
    { kind: 'welcome', today, team: team.id, teamName: team.name, settings },
    settings.language,
  );
  try {
    await core.chat.post(team.org, team.place, card, {
      id: `${team.id}/welcome`,
      mayHaveBeenSent: false,
      repeatable: false,
    });
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn({ err: error, team: team.id }, 'welcome not posted');
  }
}
