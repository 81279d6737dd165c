import type { Locale, Member } from '../domain/people/person';
import type { Roles } from '../domain/permissions';
import { isRefusal, type Refusal, refuse } from '../domain/refusal';
import type { Team } from '../domain/teams/team';
import type { Day, Millis, Weekday } from '../domain/time/calendar';
import type { Actor } from '../ports/inbox';
import type { MessageBody } from '../ports/messages';
import type { PortName, Ports } from './core';
import type { Door } from './intent';

/** The context of one request: who sent it, where, through which door, and when; with the ports the use case needs. */
export interface RequestContext<Needs extends PortName = never> {
  core: Ports<Needs>;
  actor: Actor;
  door: Door;
  member: Member;
  /** The team in question: the one an intent names, else that of the place, in private the person's own; null: none. */
  team: Team | null;
  /** Their roles in that team. The platform is asked once a request, and only where a right needs it. */
  roles(): Promise<Roles>;
  locale: Locale;
  now: Millis;
  /** The calendar date where the team is, else where the person is. */
  today: Day;
  /** On which the weeks of the team begin, else those where the bot runs. */
  weekStart: Weekday;
}

/** What a request leads to: something to say, or why not. */
export type RequestResult = MessageBody | Refusal;

/** Goes on with the team in question, or says that there is none. */
export async function inTeam(
  { team }: Pick<RequestContext, 'team'>,
  next: (team: Team) => Promise<RequestResult>,
): Promise<RequestResult> {
  return team ? next(team) : refuse('no-team');
}

/** Goes on with a value, or hands the refusal through. */
export async function unlessRefused<T extends object>(
  value: T | Refusal,
  next: (value: T) => Promise<RequestResult>,
): Promise<RequestResult> {
  return isRefusal(value) ? value : next(value);
}
