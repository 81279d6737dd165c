import type { Ports } from '../app/core';
import { type CreatePollNeeds, createPoll } from '../app/polls/open-poll';
import { needsArrival, type WorkStyle } from '../domain/answers/work-style';
import type { PersonId } from '../domain/people/person';
import { planOf, workCalendar } from '../domain/planned-days';
import type { Team } from '../domain/teams/team';
import { addDays, type Day, dayAt, type Millis } from '../domain/time/calendar';
import { notWorking } from '../domain/time/holidays';
import { windowOn } from '../domain/time/window';

/** Six weeks. */
const PAST_DAYS = 42;
/** What a poll of an earlier day might still post is pointless by then. */
const SETTLED_DAYS = 4;
/** Within a few minutes of the end of the peak. */
const ARRIVAL = '10:30';

/** One answer of a day. `at`: a share of the window; 0 is its opening, 1 its end, above 1 it is late. */
interface Answered {
  person: PersonId;
  at: number;
  style: WorkStyle;
}

/** What people of a demonstration answer on a day. */
export type DayScript = (persons: readonly PersonId[], day: Day) => readonly Answered[];

/** The ports to make up past days. */
export type PastNeeds = CreatePollNeeds | 'answers' | 'books' | 'polls';

/**
 * Gives a team six weeks of working days on which its people have answered, so that months, trends and files have
 * something to show. The days are polled, answered and closed as they would have been; nothing is posted.
 */
export async function pastDays(core: Ports<PastNeeds>, team: Team, script: DayScript): Promise<void> {
  const now = core.clock.now();
  const today = dayAt(now, team.settings.zone);
  const calendar = workCalendar(team);
  const first = addDays(today, -PAST_DAYS);
  if ((await core.polls.list(team.org, team.id, first, today)).length > 0) return;
  for (let day = first; day <= addDays(today, -SETTLED_DAYS); day = addDays(day, 1))
    if (notWorking(day, calendar) === null) await pastDay(core, team, day, script);
}

async function pastDay(core: Ports<PastNeeds>, team: Team, day: Day, script: DayScript): Promise<void> {
  const planned = planOf(team, [], day);
  const { opensAt, closesAt, endsAt } = windowOn(day, planned.window, team.settings.zone);
  const poll = await createPoll(at(core, opensAt), team, planned, null);
  const roster = await core.people.roster(team.org, team.id);
  const answers = script(
    roster.map(({ id }) => id),
    day,
  );
  for (const { person, at: share, style } of answers) {
    await core.answers.record({
      ...{ org: team.org, team: team.id, person, day, source: 'button', agrees: 'counts' },
      at: Math.round(opensAt + share * (closesAt - opensAt)),
      choice: { style, arrival: needsArrival(style) ? ARRIVAL : null },
    });
  }
  await core.books.close(poll, endsAt);
  await core.books.closeDay(team.org, day, core.clock.now());
}

function at(core: Ports<PastNeeds>, instant: Millis): Ports<PastNeeds> {
  return { ...core, clock: { now: () => instant } };
}
