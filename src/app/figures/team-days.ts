import { lateFrom, type Poll, phaseOf } from '../../domain/answers/poll';
import { type Tally, tallyOf } from '../../domain/answers/tally';
import type { Counted } from '../../domain/answers/visibility';
import { SHOWN_STYLES, type ShownStyle, shownAs } from '../../domain/answers/work-style';
import type { TeamId } from '../../domain/people/person';
import { departmentNames } from '../../domain/teams/structure';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { RequestContext } from '../context';
import type { Ports } from '../core';

/** How many members of a team gave answers that others see alike. */
export interface StyleCount {
  style: ShownStyle;
  people: number;
  /** How many of them answered late. */
  late: number;
}

/** A polled day of a team, with its counts: from its book once the day is over. */
export interface TeamDay {
  team: TeamId;
  name: string;
  /** The department's name; null: none. */
  department: string | null;
  day: Day;
  core: boolean;
  /** The day is not over, and its counts may still change. */
  running: boolean;
  tally: Tally;
  styles: StyleCount[];
}

/** The polled days of these teams, both ends included: team by team, each by day. Never more than one team is in memory. */
export async function* teamDays(
  { core, actor, now }: Pick<RequestContext<'polls' | 'structures'>, 'core' | 'actor' | 'now'>,
  teams: readonly Team[],
  { from, until }: { from: Day; until: Day },
): AsyncGenerator<TeamDay> {
  const departmentOf = departmentNames(await core.structures.get(actor.org));
  for (const { org, id, name } of teams) {
    const department = departmentOf.get(id) ?? null;
    const [polls, books] = await Promise.all([
      core.polls.list(org, id, from, until),
      core.polls.books(org, id, from, until),
    ]);
    for (const poll of polls) {
      const counted = books.get(poll.day) ?? (await countsNow(core, poll));
      yield { team: id, name, department, ...dayOf(poll, counted), running: phaseOf(poll, now) !== 'over' };
    }
  }
}

function countsNow({ polls }: Ports<'polls'>, poll: Poll): Promise<Counted> {
  return polls.count(poll.org, poll.team, poll.day, lateFrom(poll));
}

function dayOf({ day, core, peakUntil }: Poll, { members, groups, unheard }: Counted) {
  const styles = SHOWN_STYLES.map((style) => {
    const alike = groups.filter((group) => shownAs(group.style) === style);
    const sum = (of: 'count' | 'late') => alike.reduce((total, group) => total + group[of], 0);
    return { style, people: sum('count'), late: sum('late') };
  });
  return {
    day,
    core,
    tally: tallyOf(members, groups, peakUntil, unheard),
    styles: styles.filter(({ people }) => people > 0),
  };
}
