import { isReplaced, type Task } from '../../domain/agenda';
import { type Poll, phaseOf } from '../../domain/answers/poll';
import { quietUntil } from '../../domain/answers/reminding';
import type { Member, PersonId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { refuse } from '../../domain/refusal';
import { openSlots } from '../../domain/teams/channels';
import { todayOf } from '../../domain/teams/settings';
import { takesPosts } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import { timeAt } from '../../domain/time/calendar';
import type { RemindedCounts } from '../../ports/delivery-views';
import { skipped } from '../../ports/reasons';
import type { Outcome, ReminderEntry } from '../../ports/store/ledger';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import type { Ports } from '../core';
import type { Later } from '../delivery/deliver';
import type { IntentOf } from '../intent';
import { inTurns } from './lanes';
import { byNight, type RemindNeeds, reminderOf, remindOne, toRemind, wantsReminder } from './remind';
import { silentIn } from './silent';

/**
 * Reminds the silent of the poll that is open, once a poll. The wish is kept with the poll, so that a process which dies
 * here has only delayed it; asked for once more, it tells how things stand.
 */
export function remindNow(
  context: RequestContext<'polls' | 'ledger' | 'runDueNow'>,
  { day }: IntentOf<'remind-now'>,
  _right: Right<'set-up-team'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, now } = context;
    if (!takesPosts(team)) return { kind: 'shared-channel', team: team.id, teamName: team.name };
    if (team.trouble && openSlots(team).length === 0)
      return { kind: 'trouble', teamName: team.name, trouble: team.trouble };
    const today = todayOf(team.settings, now);
    const found = await core.polls.get(team.org, team.id, day ?? today);
    if (!found || phaseOf(found, now) !== 'open') return refuse('no-open-poll');
    const silent = await silentIn(core, found);
    const isFirst = await core.polls.remindNow(found, now);
    await core.runDueNow(team);
    const poll = await core.polls.get(team.org, team.id, found.day);
    const askedAt = poll?.remindNowAt ?? now;
    const { counts, unheard } = await remindedIn(core, team, { ...found, remindNowAt: askedAt }, silent);
    return {
      kind: 'reminded',
      teamName: team.name,
      day: found.day,
      before: isFirst ? null : timeAt(askedAt, found.zone),
      counts,
      unheard,
    };
  });
}

/**
 * What became of those who were silent. Of members who never answered in the team nothing is told: whether they were
 * reminded says whether they answered elsewhere.
 */
async function remindedIn(
  core: Ports<'polls' | 'ledger'>,
  team: Team,
  poll: Poll,
  silent: readonly Member[],
): Promise<{ counts: RemindedCounts; unheard: number }> {
  const [rows, entries] = await Promise.all([
    core.polls.members(poll.org, poll.team, poll.day),
    core.ledger.reminders(poll.org, poll.team, poll.day),
  ]);
  const here = new Set(rows.filter((row) => row.here).map(({ member }) => member.id));
  const byPerson = new Map<PersonId, ReminderEntry>(entries.map((entry) => [entry.person, entry]));
  const counts: RemindedCounts = {
    ...{ reminded: 0, waiting: 0, earlier: 0 },
    ...{ night: 0, unwanted: 0, unreachable: 0 },
  };
  for (const member of silent.filter(({ id }) => here.has(id))) {
    const became = becameOf(member, byPerson.get(member.id), poll, team);
    if (became) counts[became] += 1;
  }
  return { counts, unheard: rows.length - here.size };
}

/** Null: they have answered by now. */
function becameOf(
  member: Member,
  entry: ReminderEntry | undefined,
  poll: Poll,
  team: Team,
): keyof RemindedCounts | null {
  const askedAt = poll.remindNowAt ?? 0;
  if (!entry) {
    if (!wantsReminder(member, poll, team)) return 'unwanted';
    return quietUntil(askedAt, member.timeZone ?? team.settings.zone) === null ? 'waiting' : 'night';
  }
  switch (entry.state) {
    case 'claimed':
    case 'waiting':
      return 'waiting';
    case 'done':
      return entry.updatedAt >= askedAt ? 'reminded' : 'earlier';
    case 'skipped':
      return entry.reason === 'night' ? 'night' : null;
    case 'failed':
    case 'unknown':
      return 'unreachable';
  }
}

/** Sends the reminders that an administrator asked for. Members in their night are left to the usual reminder. */
export async function remindSilent(
  core: Ports<RemindNeeds>,
  team: Team,
  task: Task,
): Promise<Outcome | 'partial' | Later> {
  const poll = await core.polls.get(team.org, team.id, task.day);
  if (!poll) return skipped('no-poll');
  if (isReplaced(task, poll)) return skipped('later-poll');
  const entries = await core.ledger.reminders(team.org, team.id, poll.day);
  const waiting = await toRemind(core, team, poll, { entries, isAgain: false });
  const { awake } = byNight(waiting, team, poll, core.clock.now());
  const body = await reminderOf(core, team, poll);
  const unfinished = await inTurns(core, team, awake, (member) => remindOne(core, team, poll, member, body));
  return unfinished ?? { state: 'done', post: null };
}
