import { dueAt, lookBackDay, nextDue, type Task } from '../../domain/agenda';
import { nextTurn } from '../../domain/announcement-turns';
import { type ChannelSlot, slotsFor, troubleAt, withTrouble } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { Day, Millis } from '../../domain/time/calendar';
import { laterBy } from '../../domain/time/spread';
import type { TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { deliver } from '../delivery/deliver';
import { endLeftOver, type LeftOverNeeds } from '../delivery/left-over';
import { nextTry } from '../delivery/next-try';
import { isSameWork } from '../delivery/same-work';
import { touchAnnouncements, touchPollOfToday } from '../polls/refresh-announcements';
import { agendaOf } from '../polls/team-agenda';
import { serveAgain } from '../teams/channel-failure';
import { runTask, type TaskNeeds } from './tasks';

/** What one check of a team did. */
export interface TeamCheck {
  /** Tasks that were ended by this check. */
  done: number;
  /** The team has more to do at once; other teams have their turn first. */
  partial: boolean;
  /** The platform takes no more calls before this instant; null: it does. */
  limitedUntil: Millis | null;
}

interface CheckOptions {
  /** How long after its time each task is done, so that organisations do not act at the same second. */
  spreadMs?: Millis;
  /** Something changed of which its announcements may speak. */
  woken?: boolean;
  /** When to check the team again at the latest. */
  latest?: Millis;
}

/** The ports to do what is due for a team. */
export type CheckNeeds = TaskNeeds | LeftOverNeeds | 'metrics' | 'time' | 'wakeQueue';

/** A team with nothing in sight is checked once in a while. */
const IDLE_MS: Millis = 30 * 24 * 3_600_000;

/**
 * Does the team's due tasks, then puts the team to sleep until the next one. Throws the database's fault; what a
 * platform refuses is recorded or put off.
 */
export async function checkTeam(
  core: Ports<CheckNeeds>,
  team: Team,
  { spreadMs = 0, woken = false, latest = Number.POSITIVE_INFINITY }: CheckOptions = {},
): Promise<TeamCheck> {
  const checkedAt = core.clock.now();
  const absences = await core.absences.list(0);
  const isEnded = await endedBefore(core, team, lookBackDay(absences, team.settings.zone, checkedAt));
  const agenda = async () => laterBy(await agendaOf(core, team, checkedAt, absences), spreadMs);
  const tasks = await agenda();
  const results: Result[] = [];
  for (const { task, slot } of inEachChannel(team, dueAt(tasks, checkedAt)))
    if (!isEnded(task, slot)) results.push(await attempt(core, team, task, slot));
  // Without anything to do it is a day that began, or a start after an absence.
  const isQuiet = woken || results.every(({ is }) => is === 'done-before');
  await touchAnnouncements(core, team, { isBusy: !isQuiet, absences });
  if (woken) await touchPollOfToday(core, team);
  // A poll that was opened has tasks of its own. Another process may have opened it, if this check took long.
  const hasNewTasks = results.some(({ is }) => is === 'done' || is === 'done-before');
  const left = hasNewTasks ? await agenda() : tasks;
  const isNew = (task: Task) => !tasks.some((known) => isSame(task, known));
  // A poll that opens after its time to remind still has its reminders.
  const partial = results.some(({ is }) => is === 'partial') || dueAt(left, checkedAt).some(isNew);
  const retries = results.flatMap((result) => (result.is === 'put-off' ? [result] : []));
  const next = nextDue(left, checkedAt) ?? checkedAt + IDLE_MS;
  const turn = nextTurn(left, team.settings.zone, checkedAt) ?? next;
  const lookAgain = (await endLeftOver(core, team, left, checkedAt)) ?? next;
  const retryAts = retries.map(({ retryAt }) => retryAt);
  const wakeAt = partial ? checkedAt : Math.min(next, turn, latest, lookAgain, ...retryAts);
  await core.wakeQueue.sleep(team.org, team.id, wakeAt, checkedAt);
  return {
    done: results.filter(({ is }) => is === 'done').length,
    partial: wakeAt === checkedAt,
    limitedUntil: retries.findLast(({ limited }) => limited)?.retryAt ?? null,
  };
}

/**
 * Which tasks were ended before the agenda is read: it has what they left. They need no claim, which could not succeed; all
 * others are elected by theirs.
 */
async function endedBefore(
  { ledger }: Ports<'ledger'>,
  { org, id }: Team,
  from: Day,
): Promise<(task: Task, slot: ChannelSlot) => boolean> {
  const ended = await ledger.ended(org, id, from);
  return (task, slot) =>
    ended.some((key) => key.channel === slot && key.day === task.day && isExactly(key, task));
}

/** An announcement is of one campaign: another one may have taken its day over. */
function isExactly(key: TaskKey, task: Task): boolean {
  const campaignOf = (work: TaskKey | Task) => ('campaign' in work ? work.campaign : undefined);
  return isSameWork(key, task) && campaignOf(key) === campaignOf(task);
}

function isSame(one: Task, other: Task): boolean {
  return one.day === other.day && isSameWork(one, other);
}

/** Each task in each channel it is for; in two channels they are two tasks, of which one may fail alone. */
function inEachChannel(team: Team, tasks: readonly Task[]): { task: Task; slot: ChannelSlot }[] {
  return tasks.flatMap((task) => slotsFor(team, task.kind).map((slot) => ({ task, slot })));
}

/** `done-before`: by an earlier attempt, or another process. */
type Result =
  | { is: 'done' | 'done-before' | 'partial' }
  | { is: 'put-off'; retryAt: Millis; limited: boolean };

async function attempt(
  core: Ports<TaskNeeds | 'metrics' | 'time'>,
  team: Team,
  task: Task,
  slot: ChannelSlot,
): Promise<Result> {
  const { dueAt, voidAt: _, ...work } = task;
  const key: TaskKey = { ...work, org: team.org, team: team.id, channel: slot };
  const result = await deliver(core, key, (claimed) => runTask(core, team, task, claimed));
  if (result === null) {
    const retryAt = await nextTry(core, key);
    return retryAt === null ? { is: 'done-before' } : { is: 'put-off', retryAt, limited: false };
  }
  if (result.state === 'partial') return { is: 'partial' };
  if (result.state === 'ended') {
    core.metrics.count({ what: 'lateness', kind: task.kind, lateMs: core.clock.now() - dueAt });
    const isPosted = result.outcome.state === 'done' && result.outcome.post !== null;
    if (isPosted && troubleAt(team, slot)) await serveAgain(core, team, slot);
    return { is: 'done' };
  }
  const { afterMs, limited, refusal } = result;
  if (refusal) await core.teams.change(team.org, team.id, (now) => withTrouble(now, slot, refusal));
  // A channel that begins to fail is told of at once, by the next check.
  const isNews = refusal !== null && troubleAt(team, slot) === null;
  return { is: 'put-off', retryAt: core.clock.now() + (isNews ? 0 : afterMs), limited };
}
