import type { Task } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import type { Member } from '../../domain/people/person';
import type { Team } from '../../domain/teams/settings';
import { dayAt } from '../../domain/time/calendar';
import { countryOf, notWorking } from '../../domain/time/holidays';
import { ChatError, type PostKey } from '../../ports/chat';
import type { MessageBody } from '../../ports/messages';
import { type Reason, skipped } from '../../ports/reasons';
import type { LedgerEntry, Outcome, TaskKey } from '../../ports/store/ledger';
import type { Core } from '../core';
import { finishTask, giveBackTask } from '../delivery/finish';
import { beforeSending, postKeyOf } from '../delivery/post';
import { viewOfPoll } from '../figures/views';
import { languageOf } from '../people/language';

/** Who is in two teams is reminded once: one answer serves both. */
export const ANY_TEAM = '';
const LEASE = 45_000;
const LOOK_AGAIN = 15_000;
/** Reminders of one turn: other teams' tasks come in between. */
const A_TURN = 100;
const AT_ONCE = 8;

/**
 * Reminds the silent, privately, each once a day: every member is a task of their own in the ledger. Asked for once
 * more by an administrator, it sends only what was opened again.
 */
export async function remind(core: Core, team: Team, task: Task): Promise<Outcome | 'more'> {
  const poll = await core.polls.get(team.org, team.id, task.day);
  if (!poll) return skipped('no-poll');
  const campaigns = await core.campaigns.list(team.org);
  const body: MessageBody = {
    kind: 'reminder',
    team: team.id,
    teamName: team.name,
    day: viewOfPoll(poll, campaigns),
  };
  const entries = await core.ledger.list(team.org, ANY_TEAM, poll.day, 'reminder');
  const waiting = await toRemind(core, team, poll, entries);
  const turn = waiting.slice(0, A_TURN);
  const queue = turn.values();
  let handled = 0;
  const lane = async () => {
    for (const member of queue) if (await remindOne(core, team, poll, member, body)) handled += 1;
  };
  // All of them end before the round does: what one has sent is written down while the task is held.
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  const [failed, ...others] = ended.filter((each) => each.status === 'rejected');
  for (const { reason } of others) core.log.warn({ err: reason, team: team.id }, 'reminders interrupted');
  if (failed) throw failed.reason;
  if (waiting.length > A_TURN && handled > 0) return 'more';
  // Another team's round is at them, or a process that died was: then nobody sends them but the next try.
  if (handled < turn.length) throw new ChatError('rate-limited', 'reminders are in other hands', LOOK_AGAIN);
  await settleAnswered(core, poll, entries);
  return { state: 'done', post: null };
}

function isOpen({ state }: LedgerEntry): boolean {
  return state === 'claimed' || state === 'waiting';
}

/** The silent who want a reminder and have had none today; asked for again: those whose reminder was opened again. */
async function toRemind(
  core: Core,
  team: Team,
  poll: Poll,
  entries: readonly LedgerEntry[],
): Promise<Member[]> {
  const { polls, ledger } = core;
  const [silent, [own]] = await Promise.all([
    polls.silent(team.org, team.id, poll.day),
    ledger.list(team.org, team.id, poll.day, 'remind'),
  ]);
  const isAgain = own?.reason === ('asked-again' satisfies Reason);
  const begun = new Map(entries.map((entry) => [entry.subject, isOpen(entry)]));
  return silent.filter((member) => (begun.get(member.id) ?? !isAgain) && wantsReminder(member, poll, team));
}

/** Reminders which waited for their turn until their person had answered need not be sent. */
async function settleAnswered(core: Core, poll: Poll, entries: readonly LedgerEntry[]): Promise<void> {
  const { ledger, answers } = core;
  for (const entry of entries.filter(isOpen)) {
    if (!(await answers.get(poll.org, entry.subject, poll.day))) continue;
    const claim = await ledger.claim(entry, LEASE);
    if (claim) await ledger.finish(entry, claim.attempt, skipped('answered'), core.clock.now());
  }
}

/** Not who opted out, and nobody on a public holiday of the country they live in. */
export function wantsReminder({ preferences, timeZone }: Member, { day }: Poll, { settings }: Team): boolean {
  if (!preferences.remind) return false;
  const country = timeZone === null ? null : countryOf(timeZone);
  if (country === null || country === settings.country) return true;
  return notWorking(day, { country, closed: [], open: settings.open }) === null;
}

/** False when the task is somebody else's, now or for good. */
async function remindOne(
  core: Core,
  team: Team,
  poll: Poll,
  member: Member,
  body: MessageBody,
): Promise<boolean> {
  const { ledger, answers } = core;
  const key: TaskKey = { org: team.org, team: ANY_TEAM, kind: 'reminder', day: poll.day, subject: member.id };
  const claim = await ledger.claim(key, LEASE);
  if (!claim) return false;
  const answered = await answers.get(team.org, member.id, poll.day);
  const outcome: Outcome = answered
    ? skipped('answered')
    : await send(core, team, member, body, {
        key: { id: postKeyOf(key), again: claim.again },
        hold: () => beforeSending(core, key, claim.attempt),
        giveBack: () => giveBackTask(core, key, claim.attempt, 0, claim.again),
      });
  await finishTask(core, key, claim.attempt, outcome);
  return true;
}

interface Sending {
  key: PostKey;
  /** Called before the platform is asked. */
  hold: () => Promise<void>;
  giveBack: () => Promise<void>;
}

/** One person's fault is theirs alone; a platform that takes nothing now stops the round, to be resumed. */
async function send(
  core: Core,
  team: Team,
  member: Member,
  body: MessageBody,
  { key, hold, giveBack }: Sending,
): Promise<Outcome> {
  const card = core.present(
    { today: dayAt(core.clock.now(), team.settings.zone), ...body },
    languageOf(member, team),
  );
  try {
    await hold();
    return { state: 'done', post: await core.chat.direct(team.org, member.id, card, key) };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    core.log.warn({ err: error, team: team.id }, 'reminder not sent');
    if (error.kind === 'uncertain') return { state: 'unknown', reason: error.kind };
    if (error.kind !== 'rate-limited' && error.kind !== 'unreachable')
      return { state: 'failed', reason: error.kind };
    await giveBack();
    throw error;
  }
}
