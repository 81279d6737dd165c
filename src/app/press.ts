import { phaseOf } from '../domain/poll';
import { isRefusal, refuse } from '../domain/refusal';
import type { Team } from '../domain/settings';
import { takesArrival } from '../domain/work-style';
import { type Action, decodeAction } from './actions';
import { answerDay } from './commands/answer';
import { resend } from './commands/deliveries';
import { showWho } from './commands/look';
import { parseCommand } from './commands/parse';
import { runCommand } from './commands/run';
import { forget } from './commands/self';
import { openForm } from './forms';
import { undoAnswer } from './record-answer';
import type { Said, Scene } from './scene';
import { spotOf } from './spots';

/** Does what a button asks for. What comes back from a platform may be old, foreign or tampered with. */
export async function press(scene: Scene, text: string): Promise<Said> {
  const action = decodeAction(text);
  if (!action) return refuse('unknown-button');
  switch (action.kind) {
    case 'run': {
      const command = parseCommand(action.command, { today: scene.today, prefix: scene.actor.prefix });
      return isRefusal(command) ? command : runCommand(scene, command);
    }
    case 'form':
      return openForm(scene, action);
    case 'forget':
      return forget(scene);
    default:
      return pressInTeam(scene, action);
  }
}

type TeamAction = Extract<Action, { team: string }>;

async function pressInTeam(scene: Scene, action: TeamAction): Promise<Said> {
  const team = await teamOfButton(scene, action);
  if (!team) return refuse('poll-unknown');
  const inTeam = sceneIn(scene, team);
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
function sceneIn(scene: Scene, team: Team): Scene {
  const { actor } = scene;
  const isElsewhere = actor.place !== null && !spotOf(team, actor.place);
  return { ...scene, team, actor: isElsewhere ? { ...actor, admin: false, orgAdmin: false } : actor };
}

/** The button's team, if this person may answer there: in its channel, or on its roster. */
export async function teamOfButton(
  { core, actor, member, team: here }: Scene,
  { team: id }: TeamAction,
): Promise<Team | null> {
  const team = here?.id === id ? here : await core.store.teams.get(actor.org, id);
  if (!team || spotOf(team, actor.place)) return team;
  const own = await core.store.people.teamsOf(actor.org, member.id);
  return own.includes(id) ? team : null;
}

async function undo(
  { core, member, actor }: Scene,
  team: Team,
  { day, seq }: Extract<Action, { kind: 'undo' }>,
): Promise<Said> {
  const request = { team, member, day, source: 'button' as const, admin: actor.admin };
  const undone = await undoAnswer(core, request, seq);
  return isRefusal(undone) ? undone : { kind: 'cleared', days: [day], now: undone.now, skipped: [] };
}

async function offerChange({ core, member, now }: Scene, team: Team, day: string): Promise<Said> {
  const [poll, answer] = await Promise.all([
    core.store.polls.get(team.org, team.id, day),
    core.store.answers.get(team.org, member.id, day),
  ]);
  if (poll && phaseOf(poll, now) === 'over') return refuse('poll-over', { day: { day } });
  return { kind: 'choose', team: team.id, day, answer };
}
