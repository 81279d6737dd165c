import { languageOf } from '../../domain/people/language';
import type { MessageBody } from '../../ports/messages';
import { myDays } from '../answers/my-days';
import type { RequestContext } from '../context';
import { type MyTeamsNeeds, myTeams, teamsOfMember } from '../teams/my-teams';

const PANEL_DAYS = 7;

/** The person's own panel: coming days, today's tallies of their teams, default week, settings. */
export async function showPanel(
  context: RequestContext<MyTeamsNeeds | 'answers' | 'campaigns' | 'defaults'>,
): Promise<MessageBody> {
  const { member, team, core } = context;
  const teams = await teamsOfMember(context);
  return {
    kind: 'panel',
    name: member.name,
    days: await myDays(context, teams, PANEL_DAYS),
    teams: await myTeams(context, teams),
    week: member.preferences.week,
    language: languageOf(member, team, core.defaults.language),
    remind: member.preferences.remind,
  };
}
