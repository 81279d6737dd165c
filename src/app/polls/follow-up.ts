import { isReplaced, type Task } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import { languageOf } from '../../domain/people/language';
import type { Member } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import { skipped } from '../../ports/reasons';
import { ANY_TEAM, type Outcome, type TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { type ClaimedTask, deliver, type Later } from '../delivery/deliver';
import { viewOfPoll } from '../figures/views';
import { syncRoster } from '../teams/roster';
import { inTurns } from './lanes';
import { byNight, type RemindNeeds, wantsReminder } from './remind';
import { silentIn } from './silent';

/**
 * Reminds those who stay silent in a drill or an emergency once more, each as a task of its own; in their night they are
 * left alone, as too little of the window is left.
 */
export async function followUp(
  core: Ports<RemindNeeds>,
  team: Team,
  task: Task,
): Promise<Outcome | 'partial' | Later> {
  const poll = await core.polls.get(team.org, team.id, task.day);
  if (!poll?.drill) return skipped('no-poll');
  if (isReplaced(task, poll)) return skipped('later-poll');
  await syncRoster(core, team);
  const wanted = (await silentIn(core, poll)).filter((member) => wantsReminder(member, poll, team));
  const { awake } = byNight(wanted, team, poll, core.clock.now());
  const begun = new Set(
    (await core.ledger.list(team.org, ANY_TEAM, poll.day, 'follow-up-reminder')).flatMap((entry) =>
      entry.kind === 'follow-up-reminder' && entry.round === poll.round && isEnded(entry.state)
        ? [entry.person]
        : [],
    ),
  );
  const left = awake.filter(({ id }) => !begun.has(id));
  const unfinished = await inTurns(core, team, left, (member) => remindAgain(core, team, poll, member));
  return unfinished ?? { state: 'done', post: null };
}

function isEnded(state: string): boolean {
  return state !== 'claimed' && state !== 'waiting';
}

async function remindAgain(core: Ports<RemindNeeds>, team: Team, poll: Poll, member: Member) {
  const { org, day, round } = poll;
  const campaigns = await core.campaigns.list(org);
  const about = { team: team.id, teamName: team.name, day: viewOfPoll(poll, campaigns) };
  const send = (claim: ClaimedTask): Promise<Outcome> => {
    const today = dayAt(core.clock.now(), team.settings.zone);
    const card = core.present({ today, kind: 'reminder', ...about, again: true }, languageOf(member, team));
    return claim.send((key) => core.chat.direct(org, member.id, card, key));
  };
  const person = member.id;
  const key: TaskKey = {
    kind: 'follow-up-reminder',
    person,
    round,
    org,
    team: ANY_TEAM,
    day,
    channel: 'first',
  };
  return deliver(core, key, send, 'caller');
}
