import { phaseOf } from '../../domain/answers/poll';
import { takesArrival } from '../../domain/answers/work-style';
import { NO_ROLES } from '../../domain/permissions';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/settings';
import { parseCommand } from '../../grammar/parse';
import { answerDay } from '../answers/answer-days';
import { showWho } from '../answers/look';
import { undoAnswer } from '../answers/record-answer';
import { resend } from '../delivery/show-deliveries';
import { forget } from '../people/preferences';
import { spotOf } from '../teams/channels';
import { type Action, decodeAction } from './actions';
import type { RequestContext, RequestResult } from './context';
import { openForm } from './forms';
import { runCommand } from './run';

/** Does what a button asks for. What comes back from a platform may be old, foreign or tampered with. */
export async function press(context: RequestContext, text: string): Promise<RequestResult> {
  const action = decodeAction(text);
  if (!action) return refuse('unknown-button');
  switch (action.kind) {
    case 'run': {
      const command = parseCommand(action.command, { today: context.today, prefix: context.actor.prefix });
      return isRefusal(command) ? command : runCommand(context, command);
    }
    case 'form':
      return openForm(context, action);
    case 'forget':
      return forget(context);
    default:
      return pressInTeam(context, action);
  }
}

type TeamAction = Extract<Action, { team: string }>;

async function pressInTeam(context: RequestContext, action: TeamAction): Promise<RequestResult> {
  const team = await teamOfButton(context, action);
  if (!team) return refuse('poll-unknown');
  const inTeam = contextIn(context, team);
  switch (action.kind) {
    case 'answer': {
      const arrival = takesArrival(action.style) ? action.arrival : null;
      return answerDay(inTeam, team, action.day, { style: action.style, arrival }, 'button');
    }
    case 'clear':
      return runCommand(inTeam, { name: 'clear', days: { from: action.day, until: action.day } });
    case 'undo':
      return undo(inTeam, team, action);
    case 'change':
      return offerChange(inTeam, team, action.day);
    case 'resend':
      return resend(inTeam, action.day, action.which);
    case 'who':
      return showWho(inTeam, action.day, action);
  }
}

/** Who sets up the place where they press is no administrator of another place's team, whose button it may be. */
function contextIn(context: RequestContext, team: Team): RequestContext {
  const { actor } = context;
  const isElsewhere = actor.place !== null && !spotOf(team, actor.place);
  return isElsewhere ? { ...context, team, roles: async () => NO_ROLES } : { ...context, team };
}

/** The button's team, if this person may answer there: in its channel, or on its roster. */
export async function teamOfButton(
  { core, actor, member, team: here }: RequestContext,
  { team: id }: TeamAction,
): Promise<Team | null> {
  const team = here?.id === id ? here : await core.teams.get(actor.org, id);
  if (!team || spotOf(team, actor.place)) return team;
  const own = await core.people.teamsOf(actor.org, member.id);
  return own.includes(id) ? team : null;
}

async function undo(
  context: RequestContext,
  team: Team,
  { day, seq }: Extract<Action, { kind: 'undo' }>,
): Promise<RequestResult> {
  const request = { team, member: context.member, day, source: 'button' as const };
  const undone = await undoAnswer(context, request, seq);
  return isRefusal(undone) ? undone : { kind: 'cleared', days: [day], now: undone.now, skipped: [] };
}

async function offerChange(
  { core, member, now }: RequestContext,
  team: Team,
  day: string,
): Promise<RequestResult> {
  const [poll, answer] = await Promise.all([
    core.polls.get(team.org, team.id, day),
    core.answers.get(team.org, member.id, day),
  ]);
  if (poll && phaseOf(poll, now) === 'over') return refuse('poll-over', { day: { day } });
  return { kind: 'choose', team: team.id, day, answer };
}
