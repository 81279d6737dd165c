import { addDays } from '../../domain/time/calendar';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import { amongTeams } from '../teams/my-teams';
import { comingDays, ownOn } from './my-days';

const DAYS_SHOWN = 20;
const DAYS_AHEAD = 120;

/** The team's coming days, today's poll first, with the person's own answers. */
export function showDays(
  context: RequestContext<'answers' | 'campaigns' | 'people' | 'polls' | 'teams'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, member, today } = context;
    const [coming, answers, among] = await Promise.all([
      comingDays(context, team, DAYS_AHEAD),
      core.answers.list(team.org, member.id, today, addDays(today, DAYS_AHEAD)),
      amongTeams(context, team),
    ]);
    const days = coming
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .slice(0, DAYS_SHOWN)
      .map(({ poll, ...view }) => ({ ...view, ...ownOn(view.day, { poll, answers, member }) }));
    return { kind: 'days', days, team: team.id, teamName: among?.name ?? null };
  });
}
