import { dueAt, LOOK_BACK_DAYS, nextDue, type Task, tasksOf } from '../../domain/agenda';
import type { Team } from '../../domain/teams/settings';
import { addDays, dayAt, type Millis } from '../../domain/time/calendar';
import { laterBy, spreadOf } from '../../domain/time/spread';
import { ChatError } from '../../ports/chat';
import type { Claim, Outcome, TaskKey } from '../../ports/store/ledger';
import type { Core } from '../core';
import { followTrouble, type KnownTroubles, knownTroubles } from '../delivery/channel-failure';
import { finishTask, giveBackTask } from '../delivery/finish';
import { mayRepeat } from '../delivery/post';
import { type Spot, spotIn, spotsFor, subjectAt, withTrouble } from '../teams/channels';
import { inRounds, type Look } from './rounds';
import { runTask } from './tasks';

/** A process that dies holds its tasks no longer than this; one that lives renews it. */
export const LEASE: Millis = 45_000;
/** When to look again at a team whose task failed, or is in other hands. */
const LOOK_AGAIN: Millis = 15_000;
/** A team with nothing in sight is looked at once in a while. */
const IDLE: Millis = 30 * 24 * 3_600_000;
/** How often whoever does a task says that it is alive. */
const RENEW: Millis = 15_000;

/**
 * Does everything that is due now, each task once, and resolves with how many were done.
 * It asks what is due, not what fired: after a pause it does what still makes sense. A team that fails stops
 * no other. Once `goOn` says no, it begins with no other team: the rest stays due, for the next start or for others.
 */
export async function runDueTasks(core: Core, goOn: () => boolean = () => true): Promise<number> {
  const spread = (await core.wakeQueue.several()) ? spreadOf : () => 0;
  let done = 0;
  let known: Promise<KnownTroubles> | null = null;
  await inRounds(core, goOn, async (team) => {
    known ??= knownTroubles(core);
    const look = await lookSafely(core, team, known, spread(team.org));
    done += look.done;
    return look;
  });
  return done;
}

/** Never throws: while the database is away, a team's look ends by itself. */
async function lookSafely(
  core: Core,
  team: Team,
  troubles: Promise<KnownTroubles>,
  spread: Millis,
): Promise<Look> {
  const lookedAt = core.clock.now();
  const { log, wakeQueue } = core;
  try {
    const again = await followTrouble(core, team, await troubles);
    return await lookAt(core, team, spread, again ?? undefined);
  } catch (error) {
    log.error({ err: error, team: team.id }, 'team not served; looking again soon');
    await wakeQueue
      .sleep(team.org, team.id, lookedAt + LOOK_AGAIN, lookedAt)
      .catch((err: unknown) => log.warn({ err, team: team.id }, 'look at a team not ended'));
    return { done: 0, more: false, limitedUntil: null };
  }
}

/**
 * Runs one team's due tasks, each `spread` after its time, then puts it to sleep until the next one, or `latest`.
 */
export async function lookAt(
  core: Core,
  team: Team,
  spread: Millis = 0,
  latest: Millis = Number.POSITIVE_INFINITY,
): Promise<Look> {
  const lookedAt = core.clock.now();
  const tasks = laterBy(await agendaOf(core, team, lookedAt), spread);
  let done = 0;
  let limitedUntil: Millis | null = null;
  let again = latest;
  let isNew = false;
  for (const { task, spot } of inSpots(team, dueAt(tasks, lookedAt))) {
    const result = await attempt(core, team, task, spot);
    // A poll that was opened has tasks of its own, whoever opened it: another process, if this look took long.
    if (result === 'done' || result === 'finished') isNew = true;
    if (result === 'done') {
      done += 1;
      const lateMs = core.clock.now() - task.dueAt;
      core.metrics.count({ what: 'lateness', kind: task.kind, lateMs });
    } else if (result === 'more') again = lookedAt;
    else if (result !== 'finished') {
      again = Math.min(again, result.retryAt);
      if (result.limited) limitedUntil = result.retryAt;
    }
  }
  const left = isNew ? laterBy(await agendaOf(core, team, lookedAt), spread) : tasks;
  // A poll that opens after its time to remind is reminded of all the same.
  if (dueAt(left, lookedAt).some((task) => !tasks.some((known) => isSame(task, known)))) again = lookedAt;
  const next = nextDue(left, lookedAt);
  await core.wakeQueue.sleep(team.org, team.id, Math.min(next ?? lookedAt + IDLE, again), lookedAt);
  return { done, more: again === lookedAt, limitedUntil };
}

function isSame(one: Task, other: Task): boolean {
  return one.kind === other.kind && one.day === other.day && one.subject === other.subject;
}

/** Each task wherever it is to be done; in two places they are two, of which one may fail alone. */
function inSpots(team: Team, tasks: readonly Task[]): { task: Task; spot: Spot }[] {
  return tasks.flatMap((task) => spotsFor(team, task.kind).map((spot) => ({ task, spot })));
}

/** Every task of the team around `now`, from what the store holds. */
export async function agendaOf(core: Core, team: Team, now: Millis): Promise<Task[]> {
  const today = dayAt(now, team.settings.zone);
  const [campaigns, polls] = await Promise.all([
    core.campaigns.list(team.org),
    core.polls.list(team.org, team.id, addDays(today, -LOOK_BACK_DAYS), addDays(today, 1)),
  ]);
  return tasksOf({ team, campaigns, polls }, now);
}

/**
 * `finished`: somebody had done it before; `more`: part of it is done, and the rest waits for its turn; `limited`: the
 * platform takes no more calls for now.
 */
type Attempt = 'done' | 'more' | 'finished' | { retryAt: Millis; limited: boolean };

async function attempt(core: Core, team: Team, task: Task, spot: Spot): Promise<Attempt> {
  const { ledger } = core;
  const key: TaskKey = {
    org: team.org,
    team: team.id,
    kind: task.kind,
    day: task.day,
    subject: subjectAt(task.subject, spot),
  };
  const claim = await ledger.claim(key, LEASE);
  if (!claim) {
    const retryAt = core.clock.now() + LOOK_AGAIN;
    return (await isFinished(core, key)) ? 'finished' : { retryAt, limited: false };
  }
  const stop = keepClaim(core, key, claim.attempt);
  try {
    const outcome = await runTask(core, team, task, { key, ...claim });
    if (outcome === 'more') {
      await ledger.release(key, claim.attempt, 0, false);
      return 'more';
    }
    await finishTask(core, key, claim.attempt, outcome);
    return 'done';
  } catch (error) {
    return afterFault(core, team, key, claim, error);
  } finally {
    stop();
  }
}

/** Renews the lease while the task runs: a large channel's members take longer to list than any lease should be. */
function keepClaim({ ledger, after, log }: Core, key: TaskKey, attempt: number): () => void {
  let cancel = after(RENEW, renew);
  function renew(): void {
    cancel = after(RENEW, renew);
    ledger
      .renew(key, attempt, LEASE)
      .catch((error: unknown) => log.warn({ err: error, team: key.team }, 'lease of a task not renewed'));
  }
  return () => cancel();
}

async function isFinished(core: Core, key: TaskKey): Promise<boolean> {
  const entries = await core.ledger.list(key.org, key.team, key.day, key.kind);
  const entry = entries.find(({ subject }) => subject === key.subject);
  return entry !== undefined && entry.state !== 'claimed' && entry.state !== 'waiting';
}

/** What a fault means for the task: try again later, or record that it failed. */
async function afterFault(
  core: Core,
  team: Team,
  key: TaskKey,
  { attempt, again }: Claim,
  error: unknown,
): Promise<Attempt> {
  const limited = error instanceof ChatError && error.kind === 'rate-limited';
  const fields = { err: error, team: team.id, kind: key.kind, day: key.day, attempt };
  // Waiting for its turn is how a full lane works; anything else is worth a look.
  if (limited) core.log.debug(fields, 'task put off');
  else core.log.error(fields, 'task failed');
  const decision = decide(key, again, error);
  if (!('retryAfter' in decision)) {
    await finishTask(core, key, attempt, decision);
    return 'done';
  }
  if (decision.again === null) await core.ledger.release(key, attempt, decision.retryAfter, null);
  else await giveBackTask(core, key, attempt, decision.retryAfter, decision.again);
  if (error instanceof ChatError && (error.kind === 'gone' || error.kind === 'forbidden')) {
    const trouble = error.kind;
    await core.teams.change(team.org, team.id, (current) =>
      withTrouble(current, spotIn(key.subject), trouble),
    );
  }
  return { retryAt: core.clock.now() + decision.retryAfter, limited };
}

/** `again`: whether an attempt before this one may have reached the platform, which this one does not change. */
function decide(
  key: TaskKey,
  again: boolean,
  error: unknown,
): Exclude<Outcome, { state: 'done' }> | { retryAfter: Millis; again: boolean | null } {
  if (!(error instanceof ChatError)) return { retryAfter: LOOK_AGAIN, again: null };
  switch (error.kind) {
    case 'rate-limited':
      return { retryAfter: error.retryAfterMs ?? 30_000, again };
    case 'unreachable':
      return { retryAfter: LOOK_AGAIN, again };
    case 'uncertain':
      if (mayRepeat(key.kind)) return { retryAfter: LOOK_AGAIN, again: true };
      return { state: 'unknown', reason: error.kind };
    case 'gone':
    case 'forbidden':
      // The team is left alone until its place can be reached again; then what is due is still to be done.
      return { retryAfter: 0, again };
    case 'invalid':
      return { state: 'failed', reason: error.kind };
  }
}
