import type { Task } from '../../domain/agenda';
import { phaseOf } from '../../domain/answers/poll';
import { canSnooze, isUsable, quietUntil, SNOOZE } from '../../domain/answers/reminding';
import { languageOf } from '../../domain/people/language';
import type { PersonId } from '../../domain/people/person';
import { refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, timeAt } from '../../domain/time/calendar';
import { skipped } from '../../ports/reasons';
import type { Outcome, TaskKey } from '../../ports/store/ledger';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import type { Ports } from '../core';
import type { ClaimedTask } from '../delivery/deliver';
import { viewOfPoll } from '../figures/views';
import type { IntentOf } from '../intent';
import { type RemindNeeds, wantsReminder } from './remind';

/* A reminder that its member puts off, once: a task of the ledger, which a restart keeps. */

/** Reminds the person once more in a while, unless they answer before. */
export function snooze(
  context: RequestContext<'answers' | 'ledger' | 'polls' | 'wakeQueue'>,
  { day: asked }: IntentOf<'snooze'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, member, now, today } = context;
    const day = asked ?? today;
    const poll = await core.polls.get(team.org, team.id, day);
    if (!poll && asked === undefined) return refuse('no-polls', { day: { day } });
    if (!poll || phaseOf(poll, now) === 'over') return refuse('poll-over', { day: { day } });
    const answered = await core.answers.get(team.org, member.id, day);
    const at = { time: timeAt(now + SNOOZE, poll.zone) };
    if (answered || !canSnooze(now, poll)) {
      return { kind: 'snoozed', why: answered ? 'answered' : 'too-late', at: null, until: poll.window.until };
    }
    const isNew = await core.ledger.schedule(keyOf(team, day, member.id), SNOOZE);
    if (!isNew) return { kind: 'snoozed', why: 'once', at: null, until: poll.window.until };
    await core.wakeQueue.wake(team.org, team.id);
    return { kind: 'snoozed', why: null, at: at.time, until: poll.window.until };
  });
}

function keyOf({ org, id: team }: Team, day: Day, person: PersonId): TaskKey {
  return { kind: 'snoozed', person, org, team, day, channel: 'first' };
}

/** Sends a reminder that was put off, unless its member has answered or wants none by now. */
export async function remindSnoozed(
  core: Ports<RemindNeeds>,
  team: Team,
  { day, person }: Extract<Task, { kind: 'snoozed' }>,
  claim: ClaimedTask,
): Promise<Outcome> {
  const poll = await core.polls.get(team.org, team.id, day);
  if (!poll) return skipped('no-poll');
  const now = core.clock.now();
  if (!isUsable(now, poll.closesAt)) return skipped('too-late');
  const [member, answer, polls] = await Promise.all([
    core.people.get(team.org, person),
    core.answers.get(team.org, person, day),
    core.polls.of(team.org, person, day),
  ]);
  if (answer) return skipped('answered');
  if (!member || !polls.some((one) => one.team === team.id) || !wantsReminder(member, poll, team))
    return skipped('opted-out');
  if (quietUntil(now, member.timeZone ?? team.settings.zone) !== null) return skipped('night');
  const view = viewOfPoll(poll, await core.campaigns.list(team.org));
  const card = core.present(
    {
      today: dayAt(now, team.settings.zone),
      kind: 'reminder',
      team: team.id,
      teamName: team.name,
      day: view,
      again: true,
    },
    languageOf(member, team),
  );
  return claim.send((key) => core.chat.direct(team.org, person, card, key));
}
