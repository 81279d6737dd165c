import { DEFAULT_PREFERENCES, type Locale, type Member } from '../../domain/people/person';
import { presentable } from '../../domain/people/roster';
import { type Deed, may, type Right, type Roles } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { defaultSettings, type Team } from '../../domain/teams/settings';
import { cleanName } from '../../domain/text';
import { type Day, dayAt, type Millis } from '../../domain/time/calendar';
import type { Actor } from '../../ports/inbox';
import type { MessageBody } from '../../ports/messages';
import type { Core } from '../core';
import { servingAgain } from '../delivery/channel-failure';
import { languageOf } from '../people/language';
import { type Spot, spotOf, troubleAt, withTrouble } from '../teams/channels';
import { syncRoster } from '../teams/roster';

/** Who asks, where and when: what every request from a person is answered from. */
export interface RequestContext {
  core: Core;
  actor: Actor;
  /** Their roles in the team in question; the platform is asked once a request, and only where a right needs it. */
  roles(): Promise<Roles>;
  member: Member;
  /** The team of this place; in a private conversation the person's own; null where there is none yet. */
  team: Team | null;
  locale: Locale;
  now: Millis;
  /** The calendar date where the team is, else where the person is. */
  today: Day;
}

/** What a request leads to: something to say, or why not. */
export type RequestResult = MessageBody | Refusal;

export async function contextOf(core: Core, actor: Actor): Promise<RequestContext> {
  const [member, team] = await Promise.all([meet(core, actor), teamOf(core, actor)]);
  const now = core.clock.now();
  const zone = team?.settings.zone ?? member.timeZone ?? core.defaults.zone;
  const locale = languageOf(member, team, core.defaults.language);
  return { core, actor, roles: askOnce(actor.roles), member, team, locale, now, today: dayAt(now, zone) };
}

/** Knows the person from now on; a profile that changed is kept up to date. */
async function meet(core: Core, { org, person: seen }: Actor): Promise<Member> {
  const known = await core.people.get(org, seen.id);
  // A platform may not say at once what somebody is called.
  const person = presentable({ ...seen, name: seen.name || (known?.name ?? '') });
  if (known && isSame(known, person)) return known;
  await core.people.save(org, [person]);
  return { ...person, preferences: known?.preferences ?? DEFAULT_PREFERENCES };
}

function isSame(known: Member, person: Actor['person']): boolean {
  return (['name', 'locale', 'timeZone', 'kind'] as const).every((key) => known[key] === person[key]);
}

async function teamOf(core: Core, { org, person, place }: Actor): Promise<Team | null> {
  if (place !== null) return core.teams.at(org, place);
  const [first] = await core.people.teamsOf(org, person.id);
  return first === undefined ? null : core.teams.get(org, first);
}

/** The right to do this to the team in question, or the refusal. */
export async function rightTo<D extends Deed>(
  { roles }: Pick<RequestContext, 'roles'>,
  deed: D,
): Promise<Right<D> | Refusal> {
  return may(await roles(), deed);
}

function askOnce(ask: () => Promise<Roles>): () => Promise<Roles> {
  let asked: Promise<Roles> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

export function needTeam({ team }: RequestContext): Team | Refusal {
  return team ?? refuse('no-team');
}

/**
 * The team of this place for an administrator; made with its defaults when it is the first thing asked here.
 * Without the role, the refusal.
 */
export async function needOwnTeam(context: RequestContext): Promise<Team | Refusal> {
  const { core, actor, team } = context;
  const right = await rightTo(context, 'set-up-team');
  if (isRefusal(right)) return right;
  const spot = team && spotOf(team, actor.place);
  if (team) return spot && troubleAt(team, spot) ? heard(core, team, spot) : team;
  if (actor.place === null) return refuse('no-team');
  return createTeam(core, actor.org, actor.place, actor.placeName);
}

/** Who is spoken to in a place is in it: what the platform refused there before may work again. */
async function heard(core: Core, team: Team, spot: Spot): Promise<Team | Refusal> {
  const change = () => core.teams.change(team.org, team.id, (current) => withTrouble(current, spot, null));
  return (await servingAgain(core, team, change)) ?? refuse('no-team');
}

/** The team of a new place; `made` is false when somebody else made it at the same moment. */
export async function makeTeam(
  core: Core,
  org: string,
  place: string,
  name: string,
): Promise<{ team: Team; made: boolean }> {
  const settings = defaultSettings(core.defaults);
  const team: Team = {
    org,
    id: core.newId(),
    place,
    name: cleanName(name),
    settings,
    trouble: null,
    also: null,
  };
  const there = await core.teams.create(team);
  if (there.id !== team.id) return { team: there, made: false };
  await syncRoster(core, team);
  return { team, made: true };
}

export async function createTeam(core: Core, org: string, place: string, name: string): Promise<Team> {
  return (await makeTeam(core, org, place, name)).team;
}

/** Goes on with a value, or hands the refusal through. */
export async function unlessRefused<T extends object>(
  value: T | Refusal,
  next: (value: T) => Promise<RequestResult>,
): Promise<RequestResult> {
  return isRefusal(value) ? value : next(value);
}
