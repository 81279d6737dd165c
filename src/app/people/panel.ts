import { languageOf } from '../../domain/people/language';
import { slotAt } from '../../domain/teams/channels';
import { byName, type Team } from '../../domain/teams/team';
import type { MessageBody } from '../../ports/messages';
import { myDays } from '../answers/my-days';
import type { RequestContext } from '../context';
import { type UnheardNeeds, unheardTeams } from '../teams/agreeing';
import { MOST_TEAMS, type MyTeamsNeeds, myTeams, teamsOfMember } from '../teams/my-teams';
import { followedDays } from './follow';
import { statusChoice } from './own-status';

/** Two weeks of days, one line each. */
const PANEL_DAYS = 14;

/** The person's own panel: coming days, today's tallies of their teams, default week, settings. */
export async function showPanel(
  context: RequestContext<
    | MyTeamsNeeds
    | UnheardNeeds
    | 'answers'
    | 'campaigns'
    | 'chat'
    | 'defaults'
    | 'pagesAt'
    | 'statuses'
    | 'structures'
    | 'agreements'
    | 'follows'
    | 'people'
  >,
): Promise<Extract<MessageBody, { kind: 'panel' }>> {
  const { member, team, core, door } = context;
  const [all, status] = await Promise.all([teamsHere(context), statusChoice(context)]);
  const [following, { listsSilent }] = await Promise.all([
    followedDays(context),
    core.structures.get(context.actor.org),
  ]);
  const { days, more } = await myDays(context, all, PANEL_DAYS);
  const answered = days.filter(({ answer }) => answer !== null).map(({ day }) => day);
  return {
    kind: 'panel',
    name: member.name,
    introduces: false,
    days,
    teams: await myTeams(context, all),
    more: { days: more, teams: Math.max(0, all.length - MOST_TEAMS) },
    unheard: await unheardTeams(context, answered),
    week: member.preferences.week,
    weekStart: context.weekStart,
    language: languageOf(member, team, core.defaults.language),
    remind: member.preferences.remind,
    ...(status !== null && { status }),
    ...(following !== null && { following }),
    ...(listsSilent && { silentListed: true as const }),
    askPrivately: member.preferences.askPrivately,
    ...(core.pagesAt !== null && door !== 'page' && { pages: true }),
  };
}

/**
 * The person's teams by name. The team of the channel in which they ask is among them, though its roster may not list
 * them: they have just come, or asked to be forgotten.
 */
async function teamsHere(context: RequestContext<'people' | 'teams'>): Promise<Team[]> {
  const { team, actor } = context;
  const listed = await teamsOfMember(context);
  const isHere = team !== null && slotAt(team, actor.place) && listed.every(({ id }) => id !== team.id);
  return (isHere ? [...listed, team] : listed).sort(byName);
}
