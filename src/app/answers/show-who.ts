import { may } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import type { UserGroup } from '../../ports/chat';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import { isChatFault } from '../delivery/outcome';
import {
  type DayPicture,
  type PictureNeeds,
  pictureOf,
  pictureWithin,
  whoGroups,
  whoNames,
} from '../figures/day-overview';
import type { IntentOf } from '../intent';
import { amongTeams } from '../teams/my-teams';

/** Who works how; of a user group, only its members. `from`: where the page of names begins. */
export function showWho(
  context: RequestContext<PictureNeeds | 'chat' | 'log' | 'teams'>,
  { day, group: id, from = 0 }: IntentOf<'who'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const group = id === null ? null : await findGroup(context, id);
    if (isRefusal(group)) return group;
    const whole = await pictureOf(context.core, team, day ?? context.today, context.now);
    const picture = group ? pictureOfGroup(whole, group) : whole;
    if (isRefusal(picture)) return picture;
    const { view, phase, tally, members } = picture;
    return {
      kind: 'who',
      team: team.id,
      among: await amongTeams(context, team),
      day: view,
      phase,
      group: group && { id: group.id, name: group.name },
      groups: whoGroups(picture),
      names: view.names && members ? whoNames(members, from, context.locale) : null,
      tally,
      ...((await mayRemind(context, team, picture, id)) && { remind: true as const }),
    };
  });
}

/** Whether the reader may have the silent reminded, and it was not asked for before. */
async function mayRemind(
  { core, roles }: Pick<RequestContext<'polls'>, 'core' | 'roles'>,
  { org, id }: Team,
  { phase, tally, view }: DayPicture,
  group: string | null,
): Promise<boolean> {
  if (group !== null || phase !== 'open' || tally.answered === tally.members) return false;
  const poll = await core.polls.get(org, id, view.day);
  return poll?.remindNowAt === undefined && !isRefusal(may(await roles(), 'set-up-team'));
}

function pictureOfGroup(whole: DayPicture, { members }: UserGroup): DayPicture | Refusal {
  // Two groups that differ by a person would tell that person's answer.
  if (!whole.view.names) return refuse('groups-need-names');
  return (
    pictureWithin(whole, new Set(members)) ?? refuse('group-counts-only', { day: { day: whole.view.day } })
  );
}

async function findGroup(
  { core, actor }: RequestContext<'chat' | 'log'>,
  id: string,
): Promise<(UserGroup & { id: string }) | Refusal> {
  try {
    const group = await core.chat.group(actor.org, id);
    if (group === 'unsupported') return refuse('groups-unsupported', { text: id });
    return group ? { ...group, id } : refuse('unknown-group', { text: id });
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn({ err: error }, 'user group not looked up');
    return refuse('group-later', { text: id });
  }
}
