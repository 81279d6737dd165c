import { teamMeant } from '../../domain/answers/poll';
import { languageOf } from '../../domain/people/language';
import { DEFAULT_PREFERENCES, type Member } from '../../domain/people/person';
import { presentable } from '../../domain/people/roster';
import type { Roles } from '../../domain/permissions';
import { defaultSettings, todayOf } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import { weekStartOf } from '../../domain/time/weekend';
import type { Actor } from '../../ports/inbox';
import type { RequestContext } from '../context';
import type { PortName, Ports } from '../core';
import type { Door } from '../intent';
import { heardOfSharing } from '../teams/shared-channel';

/** The ports to look up who acts, and where. */
export type ContextNeeds = 'people' | 'polls' | 'teams' | 'clock' | 'defaults';

/**
 * Looks up who asks, and the team of the place. Saves a profile that is new or has changed. A person who was forgotten
 * is known again once they act; what a platform shows of its own accord does not count (`acts` false).
 */
export async function contextOf<Needs extends PortName>(
  core: Ports<Needs | ContextNeeds>,
  actor: Actor,
  door: Door,
  { acts }: { acts: boolean },
): Promise<RequestContext<Needs | ContextNeeds>> {
  const [member, known] = await Promise.all([memberOf(core, actor, { acts }), teamOf(core, actor)]);
  // The platform's news of it may have been lost.
  const isNews = actor.shared === true && known?.sharing === null;
  const team = isNews ? await heardOfSharing(core, known, true) : known;
  const now = core.clock.now();
  const today = team ? todayOf(team.settings, now) : dayAt(now, member.timeZone ?? core.defaults.zone);
  const locale = languageOf(member, team, core.defaults.language);
  const roles = askOnce(() => actor.roles());
  const weekStart = weekStartOf(team?.settings ?? defaultSettings(core.defaults));
  return { core, actor, door, member, team, roles, locale, now, today, weekStart };
}

async function memberOf(
  core: Ports<'people'>,
  { org, person: seen }: Actor,
  { acts }: { acts: boolean },
): Promise<Member> {
  const known = await core.people.get(org, seen.id);
  // Some platforms send a person's name only later.
  const person = presentable({ ...seen, name: seen.name || (known?.name ?? '') });
  if (known && isSameProfile(known, person)) return known;
  if (!known && acts) await core.people.comeBack(org, person.id);
  await core.people.save(org, [person]);
  return { ...person, preferences: known?.preferences ?? DEFAULT_PREFERENCES };
}

/** A handle that was not told now stays as it is known. */
function isSameProfile(known: Member, person: Actor['person']): boolean {
  if (person.handle !== undefined && person.handle !== known.handle) return false;
  return (['name', 'locale', 'timeZone', 'kind'] as const).every((key) => known[key] === person[key]);
}

async function teamOf(core: Ports<ContextNeeds>, actor: Actor): Promise<Team | null> {
  const { org, person, place } = actor;
  if (place !== null) return core.teams.at(org, place);
  const ids = await core.people.teamsOf(org, person.id);
  const found = await Promise.all(ids.map((id) => core.teams.get(org, id)));
  const teams = found.filter((team) => team !== null);
  const [first = null] = teams;
  const isOneZone = teams.every(({ settings }) => settings.zone === first?.settings.zone);
  return isOneZone ? first : teamOfSeveral(core, actor, teams);
}

async function teamOfSeveral(
  core: Ports<ContextNeeds>,
  { org, person }: Actor,
  teams: readonly Team[],
): Promise<Team | null> {
  const now = core.clock.now();
  const todays = new Set(teams.map(({ settings }) => todayOf(settings, now)));
  const listing = await Promise.all([...todays].map((day) => core.polls.of(org, person.id, day)));
  const polls = listing.flat();
  const meant = teams.map((team) => {
    const { zone } = team.settings;
    const today = todayOf(team.settings, now);
    return { team, zone, poll: polls.find((poll) => poll.team === team.id && poll.day === today) ?? null };
  });
  return teamMeant(meant, person.timeZone, now)?.team ?? null;
}

/** Asks when first needed; every later caller gets the same answer. */
export function askOnce(ask: () => Promise<Roles>): () => Promise<Roles> {
  let asked: Promise<Roles> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}
