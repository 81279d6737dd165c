import { findCampaign } from '../../domain/campaigns/campaign';
import { SMALLEST_CELL } from '../../domain/figures/suppress';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { addDays, type Day } from '../../domain/time/calendar';
import type { UserGroup } from '../../ports/chat';
import type { MessageBody } from '../../ports/messages';
import { isChatFault } from '../delivery/outcome';
import { campaignReport } from '../figures/campaign-report';
import { type DayPicture, pictureOf, pictureWithin, whoGroups, whoNames } from '../figures/day-overview';
import { languageOf } from '../people/language';
import type { Command } from '../requests/command';
import {
  needTeam,
  type RequestContext,
  type RequestResult,
  rightTo,
  unlessRefused,
} from '../requests/context';
import { amongTeams, myTeams, teamsOfMember } from '../teams/my-teams';
import { comingDays, myDays } from './my-days';

const PANEL_DAYS = 7;
const DAYS_SHOWN = 20;
const DAYS_AHEAD = 120;

export async function showHelp(context: RequestContext): Promise<MessageBody> {
  const admin = !isRefusal(await rightTo(context, 'set-up-team'));
  return { kind: 'help', admin, prefix: context.actor.prefix };
}

/** The person's own panel: coming days, today's tallies of their teams, default week, settings. */
export async function showPanel(context: RequestContext): Promise<MessageBody> {
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

/** Who works how; of a user group, only its members. `from`: where the page of names begins. */
export function showWho(
  context: RequestContext,
  day: Day | null,
  { group: id, from }: { group: string | null; from: number },
): Promise<RequestResult> {
  return unlessRefused(needTeam(context), async (team) => {
    const group = id === null ? null : await findGroup(context, id);
    if (isRefusal(group)) return group;
    const whole = await pictureOf(context.core, team, day ?? context.today, context.now);
    const picture = group ? pictureWithin(whole, new Set(group.members)) : whole;
    if (group && !team.settings.names && tellsOfFew(whole, picture)) return refuse('group-too-small');
    const { view, phase, tally } = picture;
    return {
      kind: 'who',
      team: team.id,
      among: await amongTeams(context, team),
      day: view,
      phase,
      group: group && id !== null ? { id, name: group.name } : null,
      groups: whoGroups(picture),
      names: team.settings.names ? whoNames(picture, from) : null,
      tally,
    };
  });
}

/** Where only counts are shown, those of a few members, or of all but a few, would be names. */
function tellsOfFew(whole: DayPicture, part: DayPicture): boolean {
  const [inside, all] = [part.members.length, whole.members.length];
  return [inside, all - inside].some((count) => count > 0 && count < SMALLEST_CELL);
}

async function findGroup({ core, actor }: RequestContext, id: string): Promise<UserGroup | Refusal> {
  try {
    const group = await core.chat.group(actor.org, id);
    if (group === 'unsupported') return refuse('groups-unsupported', { text: id });
    return group ?? refuse('unknown-group', { text: id });
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn({ err: error }, 'user group not looked up');
    return refuse('group-later', { text: id });
  }
}

export function showTally(
  context: RequestContext,
  of: Extract<Command, { name: 'tally' }>['of'],
): Promise<RequestResult> {
  if (of !== null && 'campaign' in of) return showCampaignTally(context, of.campaign);
  return unlessRefused(needTeam(context), async (team) => {
    const { view, phase, tally, curve } = await pictureOf(
      context.core,
      team,
      of?.day ?? context.today,
      context.now,
    );
    return { kind: 'tally', teamName: team.name, day: view, phase, tally, curve };
  });
}

function showCampaignTally(context: RequestContext, text: string): Promise<RequestResult> {
  return unlessRefused(needTeam(context), async (team) => {
    const campaign = findCampaign(await context.core.campaigns.list(team.org), text);
    if (!campaign) return refuse('unknown-campaign', { text });
    const report = await campaignReport(context.core, team, campaign, context.today);
    return { kind: 'report', teamName: team.name, report, thanks: false };
  });
}

/** The team's coming days, today's poll first, with the person's own answers. */
export function showDays(context: RequestContext): Promise<RequestResult> {
  return unlessRefused(needTeam(context), async (team) => {
    const { core, member, today } = context;
    const [coming, answers, among] = await Promise.all([
      comingDays(context, team, DAYS_AHEAD),
      core.answers.list(team.org, member.id, today, addDays(today, DAYS_AHEAD)),
      amongTeams(context, team),
    ]);
    const days = coming
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .slice(0, DAYS_SHOWN)
      .map(({ poll: _, ...view }) => ({
        ...view,
        answer: answers.find(({ day }) => day === view.day) ?? null,
      }));
    return { kind: 'days', days, team: team.id, teamName: among?.name ?? null };
  });
}
