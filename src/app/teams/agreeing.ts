import { covers, type Visibility, visibilityOf } from '../../domain/answers/visibility';
import type { Campaign } from '../../domain/campaigns/campaign';
import type { OrgId } from '../../domain/people/person';
import { counts } from '../../domain/people/roster';
import { plannedDays } from '../../domain/planned-days';
import { slotAt } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { UnheardTeam } from '../../ports/views';
import type { RequestContext } from '../context';
import type { Ports } from '../core';
import { teamsOfMember } from './my-teams';

/*
 * A team is shown answers of those members alone who agreed with it. A person agrees by an act in the team's channels,
 * by a button of a private message that names the team as asking, or by a private act while it is their only team.
 */

/** Buttons to be counted in further teams: more would hide what was recorded. */
const MOST_OFFERED = 5;

/**
 * What the person agrees to in the team by this act, or agreed to before; null: nothing. `shows`: what the team shows of
 * it; `asked`: what the private message said that the team shows, where it named it.
 */
export async function agreedBy(
  { core, actor, member }: RequestContext<'agreements' | 'people'>,
  team: Team,
  shows: Visibility,
  asked: Visibility | undefined,
): Promise<Visibility | null> {
  const { org, place } = actor;
  if (slotAt(team, place)) return shows;
  if (place !== null) return null;
  if (asked) return narrower(asked, shows);
  const [teams, agreed] = await Promise.all([
    core.people.teamsOf(org, member.id),
    core.agreements.of(org, member.id),
  ]);
  // A private act says nothing of names: their team says so in its channel, or a button that names it.
  const isOnly = teams.length === 1 && teams[0] === team.id;
  return agreed.get(team.id) ?? (isOnly ? 'counts' : null);
}

/** Nobody agrees to more than they were told, or than is shown. */
export function narrower(one: Visibility, other: Visibility): Visibility {
  return one === 'names' && other === 'names' ? 'names' : 'counts';
}

/** Keeps what the person agrees to by an act that is about no day, such as a default week. */
export async function agreeWith(context: RequestContext<'agreements' | 'people'>, team: Team): Promise<void> {
  const { core, member } = context;
  const agrees = await agreedBy(context, team, visibilityOf(team.settings), undefined);
  if (!agrees || !counts(member, team.settings)) return;
  await core.agreements.add({ org: team.org, team: team.id, person: member.id, agrees, day: null });
}

/** The ports to find the teams in which a person's answers do not count. */
export type UnheardNeeds = 'agreements' | 'campaigns' | 'people' | 'polls' | 'teams';

/** The teams of the person that ask on one of these days, in order, and in which their answers do not count yet. */
export async function unheardTeams(
  context: RequestContext<UnheardNeeds>,
  days: readonly Day[],
): Promise<UnheardTeam[]> {
  const { core, actor, member } = context;
  const teams = (await teamsOfMember(context)).filter(({ settings }) => counts(member, settings));
  if (teams.length === 0) return [];
  const [agreed, campaigns] = await Promise.all([
    core.agreements.of(actor.org, member.id),
    core.campaigns.list(actor.org),
  ]);
  const found: UnheardTeam[] = [];
  for (const team of teams) {
    const asked = await firstAsked(core, team, campaigns, days);
    if (!asked) continue;
    const { day, names } = asked;
    const isCounted = asked.polled
      ? await isHere(context, team, day)
      : covers(agreed.get(team.id), { names });
    if (!isCounted) found.push({ team: team.id, name: team.name, day, names });
    if (found.length === MOST_OFFERED) break;
  }
  return found;
}

async function isHere({ core, member }: RequestContext<'polls'>, { org, id }: TeamOf, day: Day) {
  const polls = await core.polls.of(org, member.id, day);
  return polls.some((poll) => poll.team === id && poll.here);
}

type TeamOf = { org: OrgId; id: string };

/** The first of the days on which the team has a poll, or will have one, and whether that shows names. */
async function firstAsked(
  core: Ports<'polls'>,
  team: Team,
  campaigns: readonly Campaign[],
  days: readonly Day[],
): Promise<{ day: Day; names: boolean; polled: boolean } | null> {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const polls = await core.polls.list(team.org, team.id, first, last);
  const planned = new Set(plannedDays(team, campaigns, first, last).map(({ day }) => day));
  for (const day of days) {
    const poll = polls.find((one) => one.day === day);
    if (poll) return { day, names: poll.names, polled: true };
    if (planned.has(day)) return { day, names: team.settings.names, polled: false };
  }
  return null;
}
