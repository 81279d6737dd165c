import type { Choice } from '../../domain/answers/work-style';
import { markOf } from '../../domain/mark';
import { languageOf } from '../../domain/people/language';
import type { Locale, TeamId } from '../../domain/people/person';
import { type PlannedDay, plannedDays } from '../../domain/planned-days';
import { todayOf } from '../../domain/teams/settings';
import { addDays, type Day, dayAt, type Millis } from '../../domain/time/calendar';
import type { Feed } from '../../ports/store/feeds';
import type { PortName, Ports } from '../core';
import { newSecret } from '../secret';
import { teamsOfMember } from '../teams/my-teams';
import type { Visit } from './visit';

/** How far back and ahead a calendar reaches. */
const [DAYS_BACK, DAYS_AHEAD] = [60, 120];

/** What a person can subscribe to; `team` null: their own days; `since` null: it has no address now. */
export interface FeedRow {
  team: TeamId | null;
  name: string;
  since: Millis | null;
}

/** A calendar as it is now. */
export type FeedContent = {
  locale: Locale;
  today: Day;
  /** Stands for the address in ids of events. */
  id: string;
  /** When the address was made, epoch ms. */
  madeAt: Millis;
} & (
  | { kind: 'own'; days: { day: Day; choice: Choice; at: Millis }[] }
  | { kind: 'team'; name: string; days: Pick<PlannedDay, 'day' | 'core' | 'window'>[] }
);

/** The calendars that the visitor can subscribe to: their own, and those of their teams. */
export async function feedsOf(visit: Visit): Promise<FeedRow[]> {
  const { core, actor, member } = visit;
  const [teams, feeds] = await Promise.all([teamsOfMember(visit), core.feeds.list(actor.org, member.id)]);
  const since = (team: TeamId | null) => feeds.find((feed) => feed.team === team)?.madeAt ?? null;
  return [
    { team: null, name: '', since: since(null) },
    ...teams.map(({ id, name }) => ({ team: id, name, since: since(id) })),
  ];
}

/** Makes an address, and ends the one before; resolves with its secret, which nothing keeps. Null: not one of the visitor's teams. */
export async function offerFeed(visit: Visit, team: TeamId | null): Promise<string | null> {
  const { core, actor, member } = visit;
  if (team !== null && !(await teamsOfMember(visit)).some(({ id }) => id === team)) return null;
  const secret = newSecret(core);
  await core.feeds.offer(secret, { org: actor.org, person: member.id, team });
  return secret;
}

export async function endFeed({ core, actor, member }: Visit, team: TeamId | null): Promise<void> {
  await core.feeds.end({ org: actor.org, person: member.id, team });
}

/** What the calendar at an address holds; null: there is none, or its person is not of the team, or of any, any more. */
export async function feedAt(core: Ports<PortName>, secret: string): Promise<FeedContent | null> {
  const feed = await core.feeds.find(secret);
  if (!feed) return null;
  const { org, person, team: asked, madeAt } = feed;
  const [member, own] = await Promise.all([core.people.get(org, person), core.people.teamsOf(org, person)]);
  const isStill = asked === null ? own.length > 0 : own.includes(asked);
  const team = asked === null ? null : await core.teams.get(org, asked);
  if (!member || !isStill || (asked !== null && !team)) return null;
  const now = core.clock.now();
  const today = team ? todayOf(team.settings, now) : dayAt(now, member.timeZone ?? core.defaults.zone);
  const locale = languageOf(member, team, core.defaults.language);
  const about = { locale, today, id: idOf(feed), madeAt };
  const [from, until] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
  if (team) {
    const days = plannedDays(team, await core.campaigns.list(org), from, until);
    return {
      ...about,
      kind: 'team',
      name: team.name,
      days: days.map(({ day, core: isCore, window }) => ({ day, core: isCore, window })),
    };
  }
  const answers = await core.answers.list(org, person, from, until);
  return {
    ...about,
    kind: 'own',
    days: answers.map(({ day, style, arrival, at }) => ({ day, choice: { style, arrival }, at })),
  };
}

/** The same for every address of one calendar, so that a new one changes no event. */
function idOf({ org, person, team }: Feed): string {
  return markOf(JSON.stringify([org, person, team]));
}
