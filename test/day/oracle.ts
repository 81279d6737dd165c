import type { Postgres } from '../support/postgres';
import { type Post, postsIn, remindersOf, STYLES, tallyIn } from './seen';
import { DAY, SPEED } from './time';
import { answerOf, type Press, type Voter } from './voters';
import type { Room, World } from './world';

/* What must be true in the end, judged by what people were told and by what stands on the platforms. */

export interface Evidence {
  world: World;
  voters: readonly Voter[];
  /** When a process was killed. */
  kills: readonly number[];
  ids: ReadonlyMap<string, string>;
  postgres: Postgres;
  database: string;
}

/** `counts` are the documented gaps and other figures, to be printed; `faults` should not be. */
export interface Verdict {
  faults: string[];
  counts: Record<string, number>;
}

interface TaskRow {
  org: string;
  team: string;
  kind: string;
  day: string;
  subject: string;
  state: string;
  attempt: number;
  again: number;
}

/** Between the platform's acceptance of a post and the next statement of a process that is killed: real seconds. */
const GAP = 5_000 * SPEED;
/** An answer and a reminder may cross on their way, as long as one call to the platform takes: real seconds. */
const CROSSING = 5_000 * SPEED;

export async function judge(evidence: Evidence): Promise<Verdict> {
  const tasks = await tasksOf(evidence);
  await settleDoubts(evidence);
  const verdict: Verdict = { faults: [], counts: {} };
  for (const room of evidence.world.rooms) {
    judgePosts(evidence, room, tasks, verdict);
    judgeTallies(evidence, room, tasks, verdict);
  }
  judgeReminders(evidence, tasks, verdict);
  await judgeHistory(evidence, verdict);
  const open = tasks.filter(({ state }) => state === 'claimed' || state === 'waiting');
  for (const { kind, org, day } of open)
    verdict.faults.push(`${kind} of ${day} in ${org} was never finished`);
  verdict.faults.push(...evidence.world.teams.problems);
  return verdict;
}

/** Whether nothing is left to be done: every task finished, and shown what must be shown. */
export async function isQuiet(evidence: Evidence): Promise<boolean> {
  const tasks = await tasksOf(evidence).catch(() => null);
  if (!tasks || tasks.some(({ state }) => state === 'claimed' || state === 'waiting')) return false;
  await settleDoubts(evidence);
  const verdict: Verdict = { faults: [], counts: {} };
  for (const room of evidence.world.rooms) judgeTallies(evidence, room, tasks, verdict);
  return verdict.faults.length === 0;
}

/** Whose last presses were cut off does not know whether they count: then it is what the database says of them. */
async function settleDoubts({ postgres, database, voters }: Evidence): Promise<void> {
  const rows = await postgres.query<{ org: string; person: string; style: string }>(
    database,
    `select org, person, style from answers where day = '${DAY}'`,
  );
  for (const voter of voters) {
    const { member, presses } = voter;
    const doubtful = presses.slice(presses.findLastIndex(({ told }) => told.is === 'confirmed') + 1);
    const kept = rows.find(({ org, person }) => org === member.org && person === member.id);
    const found = doubtful.find(({ style, told }) => told.is === 'cut' && style === kept?.style);
    voter.perhaps = found?.style ?? null;
  }
}

function count({ counts }: Verdict, what: string, by = 1): void {
  counts[what] = (counts[what] ?? 0) + by;
}

function tasksOf({ postgres, database }: Evidence): Promise<TaskRow[]> {
  return postgres.query<TaskRow>(
    database,
    `select org, team, kind, day, subject, state, reason, attempt::int, again::int,
      to_char(to_timestamp(updated_at / 1000) at time zone 'Asia/Tokyo', 'HH24:MI:SS') as time from tasks`,
  );
}

function tasksIn({ ids }: Evidence, room: Room, tasks: readonly TaskRow[], kind: string): TaskRow[] {
  const id = ids.get(room.place);
  return tasks.filter((task) => task.org === room.org && task.team === id && task.kind === kind);
}

function readsHistory({ slack }: World, { org, platform }: Room): boolean {
  if (platform === 'teams') return false;
  const workspace = org.slice('slack:'.length);
  const tokens = [...slack.world.tokens.values()].filter(({ team }) => team === workspace);
  return tokens.some(({ scopes }) => scopes.includes('channels:history'));
}

/** Each poll, tally and announcement once; but for the gap, in which a poll may be there twice, others not known of. */
function judgePosts(evidence: Evidence, room: Room, tasks: readonly TaskRow[], verdict: Verdict): void {
  const posts = postsIn(evidence.world, room);
  for (const kind of ['open', 'close', 'announce'] as const) {
    const found = posts.filter((post) => post.kind === kind);
    const own = tasksIn(evidence, room, tasks, kind);
    const done = own.filter(({ state }) => state === 'done').length;
    const unknown = own.filter(({ state }) => state === 'unknown').length;
    count(verdict, `${kind}: posted`, found.length);
    if (unknown > 0) {
      count(verdict, `${kind}: outcome unknown, not repeated (the gap)`, unknown);
      count(verdict, `${kind}: of these not posted`, Math.max(0, done + unknown - found.length));
    }
    if (done + unknown === 0 || found.length < done) {
      verdict.faults.push(`${room.org}: ${kind} is missing (${JSON.stringify(own)})`);
    }
    if (found.length > done + unknown) judgeDouble(evidence, room, found, own, verdict);
  }
}

function judgeDouble(
  { kills, world }: Evidence,
  room: Room,
  found: readonly Post[],
  own: readonly TaskRow[],
  verdict: Verdict,
): void {
  const [task] = own;
  const again = found.length - 1;
  const inGap = found
    .slice(0, -1)
    .every(({ at }) => kills.some((kill) => kill >= at - 1_000 && kill <= at + GAP));
  count(verdict, 'open: posted twice (the gap)', again);
  const allowed =
    found[0]?.kind === 'open' && task && task.attempt > again && inGap && !readsHistory(world, room);
  if (!allowed) {
    verdict.faults.push(
      `${room.org}: ${found[0]?.kind} posted ${found.length} times (${JSON.stringify(own)})`,
    );
  }
}

/** The last state of every poll and closing tally says what people were told was recorded. */
function judgeTallies(evidence: Evidence, room: Room, tasks: readonly TaskRow[], verdict: Verdict): void {
  const people = new Set(room.members.map(({ id }) => id));
  const wanted: Record<string, number> = { answered: 0, members: people.size };
  for (const voter of evidence.voters) {
    const style = answerOf(voter);
    if (style === null || voter.member.org !== room.org || !people.has(voter.member.id)) continue;
    wanted[style] = (wanted[style] ?? 0) + 1;
    wanted.answered = (wanted.answered ?? 0) + 1;
  }
  const [closing] = tasksIn(evidence, room, tasks, 'close');
  const posts = postsIn(evidence.world, room);
  const polls = posts.filter(({ kind }) => kind === 'open');
  // Of two posts of one poll the bot knows the later one, and edits that.
  const shown = polls.slice(-1);
  if (closing?.state === 'done') shown.push(...posts.filter(({ kind }) => kind === 'close'));
  else verdict.faults.push(...(closing?.state === 'unknown' ? [] : [`${room.org}: not closed`]));
  for (const { kind, text } of shown) {
    const said = tallyIn(text);
    const same = ['answered', 'members', ...STYLES].every((key) => (said[key] ?? 0) === (wanted[key] ?? 0));
    if (!same) {
      verdict.faults.push(`${room.org}: ${kind} says ${JSON.stringify(said)} for ${JSON.stringify(wanted)}`);
    }
  }
}

function judgeReminders({ world, voters }: Evidence, tasks: readonly TaskRow[], verdict: Verdict): void {
  for (const voter of voters) {
    const { member, presses } = voter;
    const reminders = remindersOf(world, member);
    count(verdict, 'reminders sent', reminders.length);
    if (reminders.length > 1)
      verdict.faults.push(`${member.org}: somebody was reminded ${reminders.length} times`);
    const first = presses.find(({ told }) => told.is === 'confirmed');
    const [at] = reminders;
    if (at !== undefined && first && first.toldAt <= at) {
      if (first.toldAt + CROSSING < at) {
        verdict.faults.push(
          `${member.org}: reminded ${at - first.toldAt} ms after their answer was confirmed`,
        );
      } else count(verdict, 'reminders that crossed an answer on the way');
    }
    if (voter.from !== null || reminders.length === 1) continue;
    const task = tasks.find(
      ({ kind, org, subject }) => kind === 'reminder' && org === member.org && subject === member.id,
    );
    if (task?.state === 'unknown') count(verdict, 'reminders: outcome unknown, not repeated (the gap)');
    else {
      const rounds = tasks.filter(({ kind, org }) => kind === 'remind' && org === member.org);
      verdict.faults.push(
        `${member.org}: the silent ${member.id} was not reminded (${task?.state}; ${JSON.stringify(rounds)})`,
      );
    }
  }
}

/** Every confirmed press is in the history, in its order; what was refused is not. */
async function judgeHistory({ postgres, database, voters }: Evidence, verdict: Verdict): Promise<void> {
  const rows = await postgres.query<{ org: string; person: string; style: string }>(
    database,
    `select org, person, style from answer_history where day = '${DAY}' order by seq`,
  );
  const answers = await postgres.query<{ org: string; person: string; style: string }>(
    database,
    `select org, person, style from answers where day = '${DAY}'`,
  );
  const of = <Row extends { org: string; person: string }>(all: readonly Row[], { member }: Voter) =>
    all.filter(({ org, person }) => org === member.org && person === member.id);
  count(verdict, 'presses recorded', rows.length);
  count(
    verdict,
    'people whose last press was cut, and counts',
    voters.filter(({ perhaps }) => perhaps).length,
  );
  for (const voter of voters) {
    const kept = of(rows, voter).map(({ style }) => style);
    for (const { told } of voter.presses) count(verdict, `presses ${told.is}`);
    // What was refused is in the history only where nothing else explains it.
    const strict = explain(
      voter.presses.filter(({ told }) => told.is !== 'refused'),
      kept,
    );
    const { missing, left } = strict.left.length === 0 ? strict : explain(voter.presses, kept);
    if (strict.left.length > left.length) count(verdict, 'presses refused, yet recorded');
    for (const style of missing) {
      verdict.faults.push(`${voter.member.org}: a confirmed ${style} is not in the history ${kept.join()}`);
    }
    if (left.length > 0) {
      verdict.faults.push(`${voter.member.org}: answers nobody gave, ${left.join()} of ${kept.join()}`);
    }
    const [answer] = of(answers, voter);
    if ((answer?.style ?? null) !== answerOf(voter)) {
      verdict.faults.push(
        `${voter.member.org}: ${answer?.style} is kept, ${answerOf(voter)} was confirmed last`,
      );
    }
  }
}

/**
 * The best walk through both in their order: every confirmed press must be found, others may; `missing` are confirmed
 * presses that are not, `left` what is in the history and in no press.
 */
function explain(presses: readonly Press[], kept: readonly string[]): { missing: string[]; left: string[] } {
  const worse = (one: Walk, other: Walk) =>
    one.missing.length + one.left.length > other.missing.length + other.left.length;
  // By how much of the history is used up so far.
  let walks: Walk[] = kept.map((_, next) => ({ missing: [], left: kept.slice(0, next) }));
  walks.push({ missing: [], left: [...kept] });
  for (const { style, told } of presses) {
    const passed = walks.map(({ missing, left }) => ({
      missing: told.is === 'confirmed' ? [...missing, style] : missing,
      left,
    }));
    const after: Walk[] = [];
    for (const [next, walk] of passed.entries()) {
      const found = next > 0 && kept[next - 1] === style ? walks[next - 1] : undefined;
      const before = after[next - 1];
      const skipped = before && { missing: before.missing, left: [...before.left, kept[next - 1] ?? ''] };
      after.push([found, skipped].reduce<Walk>((best, one) => (one && worse(best, one) ? one : best), walk));
    }
    walks = after;
  }
  return walks.at(-1) ?? { missing: [], left: [] };
}

interface Walk {
  missing: string[];
  left: string[];
}
