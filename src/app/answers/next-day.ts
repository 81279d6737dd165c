import { usualOn } from '../../domain/people/roster';
import { plannedDays } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day } from '../../domain/time/calendar';
import type { NextDay } from '../../ports/asking-messages';
import type { RequestContext } from '../context';

/** So far ahead the next day is offered. */
const AHEAD_DAYS = 7;

/**
 * The first coming Telework Day of the team that the person has not answered, and for which they have no usual answer;
 * null: there is none soon. A fault of these reads does not undo what was recorded: nothing is offered then.
 */
export async function nextDay(
  context: RequestContext<'answers' | 'campaigns' | 'log'>,
  team: Team,
  answered: Day,
): Promise<NextDay | null> {
  try {
    return await find(context, team, answered);
  } catch (error) {
    context.core.log.warn({ err: error }, 'next day not looked up after an answer');
    return null;
  }
}

async function find(
  { core, actor, member, today }: RequestContext<'answers' | 'campaigns'>,
  team: Team,
  answered: Day,
): Promise<NextDay | null> {
  if (answered < today) return null;
  const campaigns = await core.campaigns.list(team.org);
  const open = plannedDays(team, campaigns, addDays(today, 1), addDays(today, AHEAD_DAYS)).filter(
    ({ day, campaign }) =>
      campaign !== null && day !== answered && usualOn(member.preferences.week, day) === null,
  );
  const [first] = open;
  const last = open.at(-1);
  // Most answers are given on days that no other follows: these cost no further read.
  if (!first || !last) return null;
  const given = await core.answers.list(actor.org, member.id, first.day, last.day);
  const next = open.find(({ day }) => given.every((answer) => answer.day !== day));
  return next ? { team: team.id, day: next.day } : null;
}
