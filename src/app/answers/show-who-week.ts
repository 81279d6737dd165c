import { inTeam, type RequestContext, type RequestResult } from '../context';
import { type PictureNeeds, pictureOf } from '../figures/day-overview';
import { isTold, namedWeek, weekDayOf } from '../figures/week-overview';
import type { IntentOf } from '../intent';
import { amongTeams } from '../teams/my-teams';

/**
 * Who works how on several days: what `who` shows of each of them, next to each other, and nothing else. Days without a
 * poll and without plans are left out.
 */
export function showWhoWeek(
  context: RequestContext<PictureNeeds | 'teams'>,
  { days, from = 0 }: IntentOf<'who-week'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, now, locale } = context;
    const all = await Promise.all(days.map((day) => pictureOf(core, team, day, now)));
    const told = all.filter(isTold);
    return {
      kind: 'who-week',
      team: team.id,
      among: await amongTeams(context, team),
      asked: days,
      days: told.map(weekDayOf),
      people: namedWeek(told, from, locale),
    };
  });
}
