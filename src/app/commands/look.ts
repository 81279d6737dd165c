import { addDays, type Day } from '../../domain/calendar';
import { findCampaign } from '../../domain/campaign';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { SMALLEST_CELL } from '../../domain/suppress';
import { campaignReport } from '../campaign-report';
import { type DayPicture, pictureOf, pictureWithin, whoGroups, whoNames } from '../day-picture';
import { languageOf } from '../language';
import type { MessageBody } from '../messages';
import { comingDays, myDays } from '../my-days';
import { amongTeams, myTeams, teamsOfMember } from '../my-teams';
import { ChatError, type UserGroup } from '../ports';
import { needTeam, type Said, type Scene, unlessRefused } from '../scene';
import type { Command } from './command';

const PANEL_DAYS = 7;
const DAYS_SHOWN = 20;
const DAYS_AHEAD = 120;

export function showHelp({ actor }: Scene): MessageBody {
  return { kind: 'help', admin: actor.admin, prefix: actor.prefix };
}

/** The person's own panel: coming days, today's tallies of their teams, default week, settings. */
export async function showPanel(scene: Scene): Promise<MessageBody> {
  const { member, team, core } = scene;
  const teams = await teamsOfMember(scene);
  return {
    kind: 'panel',
    name: member.name,
    days: await myDays(scene, teams, PANEL_DAYS),
    teams: await myTeams(scene, teams),
    week: member.preferences.week,
    language: languageOf(member, team, core.defaults.language),
    remind: member.preferences.remind,
  };
}

/** Who works how; of a user group, only its members. `from`: where the page of names begins. */
export function showWho(
  scene: Scene,
  day: Day | null,
  { group: id, from }: { group: string | null; from: number },
): Promise<Said> {
  return unlessRefused(needTeam(scene), async (team) => {
    const group = id === null ? null : await findGroup(scene, id);
    if (isRefusal(group)) return group;
    const whole = await pictureOf(scene.core, team, day ?? scene.today, scene.now);
    const picture = group ? pictureWithin(whole, new Set(group.members)) : whole;
    if (group && !team.settings.names && tellsOfFew(whole, picture)) return refuse('group-too-small');
    const { view, phase, tally } = picture;
    return {
      kind: 'who',
      team: team.id,
      among: await amongTeams(scene, team),
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

async function findGroup({ core, actor }: Scene, id: string): Promise<UserGroup | Refusal> {
  try {
    const group = await core.chat.group(actor.org, id);
    if (group === 'unsupported') return refuse('groups-unsupported', { text: id });
    return group ?? refuse('unknown-group', { text: id });
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    core.log.warn({ err: error }, 'user group not looked up');
    return refuse('group-later', { text: id });
  }
}

export function showTally(scene: Scene, of: Extract<Command, { name: 'tally' }>['of']): Promise<Said> {
  if (of !== null && 'campaign' in of) return showCampaignTally(scene, of.campaign);
  return unlessRefused(needTeam(scene), async (team) => {
    const { view, phase, tally, curve } = await pictureOf(
      scene.core,
      team,
      of?.day ?? scene.today,
      scene.now,
    );
    return { kind: 'tally', teamName: team.name, day: view, phase, tally, curve };
  });
}

function showCampaignTally(scene: Scene, text: string): Promise<Said> {
  return unlessRefused(needTeam(scene), async (team) => {
    const campaign = findCampaign(await scene.core.store.campaigns.list(team.org), text);
    if (!campaign) return refuse('unknown-campaign', { text });
    const report = await campaignReport(scene.core, team, campaign, scene.today);
    return { kind: 'report', teamName: team.name, report, thanks: false };
  });
}

/** The team's coming days, today's poll first, with the person's own answers. */
export function showDays(scene: Scene): Promise<Said> {
  return unlessRefused(needTeam(scene), async (team) => {
    const { core, member, today } = scene;
    const [coming, answers, among] = await Promise.all([
      comingDays(scene, team, DAYS_AHEAD),
      core.store.answers.list(team.org, member.id, today, addDays(today, DAYS_AHEAD)),
      amongTeams(scene, team),
    ]);
    const days = coming
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .slice(0, DAYS_SHOWN)
      .map((view) => ({ ...view, answer: answers.find(({ day }) => day === view.day) ?? null }));
    return { kind: 'days', days, team: team.id, teamName: among?.name ?? null };
  });
}
