import { isReplaced, roundOf, type Task } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import { canSnooze, isUsable, quietUntil, remindableFrom } from '../../domain/answers/reminding';
import { languageOf } from '../../domain/people/language';
import type { Member } from '../../domain/people/person';
import { counts } from '../../domain/people/roster';
import { safetyAskedAt } from '../../domain/safety/safety';
import type { Team } from '../../domain/teams/team';
import { dayAt, type Millis } from '../../domain/time/calendar';
import { countryOf } from '../../domain/time/country';
import { notWorking } from '../../domain/time/holidays';
import { NO_CALENDAR } from '../../domain/time/own-calendar';
import { countryCode } from '../../domain/time/public-holidays';
import type { MessageBody } from '../../ports/messages';
import { type Reason, skipped } from '../../ports/reasons';
import {
  ANY_TEAM,
  type LedgerEntry,
  type Outcome,
  type ReminderEntry,
  type TaskKey,
} from '../../ports/store/ledger';
import type { Ports } from '../core';
import {
  type ClaimedTask,
  type Delivered,
  type DeliveryNeeds,
  deliver,
  type Later,
} from '../delivery/deliver';
import { FINISHED } from '../delivery/hold-reminders';
import type { PostNeeds } from '../delivery/post';
import { isSameWork } from '../delivery/same-work';
import { viewOfPoll } from '../figures/views';
import { type RosterNeeds, syncRoster } from '../teams/roster';
import { inTurns } from './lanes';
import { silentIn } from './silent';

/** The ports to remind the members of a poll. */
export type RemindNeeds = DeliveryNeeds | PostNeeds | RosterNeeds | 'answers' | 'campaigns' | 'polls';

/**
 * Reminds the members who have not answered, privately, each once a day: every reminder is a task of its own in the
 * ledger. Members in whose night that would be wait for their morning. Asked for once more by an administrator, it sends
 * only what was opened again.
 */
export async function remind(
  core: Ports<RemindNeeds>,
  team: Team,
  task: Task,
): Promise<Outcome | 'partial' | Later> {
  const poll = await core.polls.get(team.org, team.id, task.day);
  if (!poll) return skipped('no-poll');
  if (isReplaced(task, poll)) return skipped('later-poll');
  const now = core.clock.now();
  const isAgain = await isAskedAgain(core, team, poll);
  const fairAt = isAgain ? now : await fairTime(core, team, poll);
  if (now < fairAt && isUsable(fairAt, poll.closesAt)) return later(fairAt - now);
  if (!isAgain && !isUsable(Math.max(now, fairAt), poll.closesAt)) return skipped('too-late');
  const body = await reminderOf(core, team, poll);
  const entries = await core.ledger.reminders(team.org, team.id, poll.day);
  const waiting = await toRemind(core, team, poll, { entries, isAgain });
  const { awake, held, lost } = byNight(waiting, team, poll, now);
  for (const member of lost) await deliver(core, keyOf(poll, member), async () => skipped('night'), 'caller');
  const unfinished = await inTurns(core, team, awake, (member) => remindOne(core, team, poll, member, body));
  if (unfinished) return unfinished;
  if (answerIsResponse(poll)) await settleAnswered(core, poll, entries);
  return held.length > 0 ? later(Math.min(...held) - now) : { state: 'done', post: null };
}

function later(afterMs: Millis): Later {
  return { state: 'later', afterMs, limited: false };
}

async function isAskedAgain({ ledger }: Ports<'ledger'>, team: Team, poll: Poll): Promise<boolean> {
  const { day } = poll;
  const own = (await ledger.list(team.org, team.id, day, 'remind')).find((one) =>
    isSameWork(one, { kind: 'remind', ...roundOf(poll) }),
  );
  return own?.reason === ('asked-again' satisfies Reason);
}

/** When members may be reminded: some time after the poll could be seen in the first of its channels. */
async function fairTime({ ledger }: Ports<'ledger'>, { org, id }: Team, poll: Poll): Promise<Millis> {
  const { day } = poll;
  const posts = (await ledger.list(org, id, day, 'open')).filter(
    (entry) => entry.state === 'done' && isSameWork(entry, { kind: 'open', ...roundOf(poll) }),
  );
  return posts.length === 0 ? 0 : remindableFrom(Math.min(...posts.map(({ updatedAt }) => updatedAt)));
}

/** Members in the daytime; when the night of others ends; members whose night ends too late for this poll. */
export function byNight(
  members: readonly Member[],
  team: Team,
  { closesAt }: Pick<Poll, 'closesAt'>,
  now: Millis,
) {
  const awake: Member[] = [];
  const held: Millis[] = [];
  const lost: Member[] = [];
  for (const member of members) {
    const morning = quietUntil(now, member.timeZone ?? team.settings.zone);
    if (morning === null) awake.push(member);
    else if (isUsable(morning, closesAt)) held.push(morning);
    else lost.push(member);
  }
  return { awake, held, lost };
}

/** What the silent of the poll are told. */
export async function reminderOf(
  core: Ports<'campaigns' | 'clock'>,
  team: Team,
  poll: Poll,
): Promise<MessageBody> {
  const day = viewOfPoll(poll, await core.campaigns.list(team.org));
  // A call at short notice reminds a second time by itself.
  const snooze = poll.drill === null && canSnooze(core.clock.now(), poll);
  return { kind: 'reminder', team: team.id, teamName: team.name, day, ...(snooze && { snooze }) };
}

function isOpen({ state }: LedgerEntry): boolean {
  return state === 'claimed' || state === 'waiting';
}

/**
 * The members who have not answered, want a reminder and have had none today; asked for again: those whose reminder
 * was opened again. A reminder that another team's poll lost to the night of its member is open for this poll.
 */
export async function toRemind(
  core: Ports<RosterNeeds | 'ledger' | 'polls'>,
  team: Team,
  poll: Poll,
  { entries, isAgain }: { entries: readonly ReminderEntry[]; isAgain: boolean },
): Promise<Member[]> {
  // The news of a member who left may have been lost: nobody is written to before the channel was looked at.
  await syncRoster(core, team);
  const silent = await silentIn(core, poll);
  const wanted = silent.filter((member) => wantsReminder(member, poll, team));
  const begun = new Map(entries.map((entry) => [entry.person, entry]));
  const found = await Promise.all(
    wanted.map(async (member) => {
      const entry = begun.get(member.id);
      if (!entry) return !isAgain;
      if (isOpen(entry)) return true;
      const isFree = isLostToNight(entry) || isOfEarlierPoll(entry, poll);
      return isFree && (await core.ledger.reopen(entry, FINISHED, 'night'));
    }),
  );
  return wanted.filter((_, index) => found[index]);
}

/** Whether any answer of the day is the response that the poll asks for. */
function answerIsResponse(poll: Poll): boolean {
  return poll.round === 0 && safetyAskedAt(poll) === null;
}

/** A later poll of the day asks again: what was sent for the one before does not count. */
function isOfEarlierPoll({ updatedAt }: LedgerEntry, { round, opensAt }: Poll): boolean {
  return round > 0 && updatedAt < opensAt;
}

function isLostToNight({ state, reason }: LedgerEntry): boolean {
  return state === 'skipped' && reason === ('night' satisfies Reason);
}

/** False for people who no longer count, who opted out, and on a public holiday of the country they live in. */
export function wantsReminder(member: Member, poll: Poll, team: Team): boolean {
  return member.preferences.remind && mayBeAsked(member, poll, team);
}

/** The same without regard to what they chose. */
export function mayBeAsked(member: Member, { day }: Poll, team: Team): boolean {
  const { timeZone } = member;
  if (!counts(member, team.settings)) return false;
  const country = timeZone === null ? null : countryOf(timeZone);
  if (country === null || country === countryCode(team.settings.country)) return true;
  const { settings, calendar = NO_CALENDAR } = team;
  const own = { ...NO_CALENDAR, countries: calendar.countries };
  return notWorking(day, { country, closed: [], open: settings.open, own }) === null;
}

/** Null: the reminder is in other hands, now or for good. */
export function remindOne(
  core: Ports<DeliveryNeeds | PostNeeds | 'answers'>,
  team: Team,
  poll: Poll,
  member: Member,
  body: MessageBody,
): Promise<Delivered | null> {
  const { org } = team;
  const send = async (claim: ClaimedTask): Promise<Outcome> => {
    if (answerIsResponse(poll) && (await core.answers.get(org, member.id, poll.day)))
      return skipped('answered');
    const today = dayAt(core.clock.now(), team.settings.zone);
    const card = core.present({ today, ...body }, languageOf(member, team));
    return claim.send((postKey) => core.chat.direct(org, member.id, card, postKey));
  };
  // The team's task waits as long as the platform wants; then all reminders are sent at once.
  return deliver(core, keyOf(poll, member), send, 'caller');
}

/** A person has one reminder a day, whatever their teams. */
function keyOf({ org, day, round }: Poll, { id: person }: Member): TaskKey {
  return { kind: 'reminder', person, round, org, team: ANY_TEAM, day, channel: 'first' };
}

/** Reminders which were put off until their person had answered need not be sent. */
async function settleAnswered(
  core: Ports<DeliveryNeeds | 'answers'>,
  poll: Poll,
  entries: readonly ReminderEntry[],
): Promise<void> {
  for (const entry of entries.filter(isOpen)) {
    if (await core.answers.get(poll.org, entry.person, poll.day))
      await deliver(core, entry, async () => skipped('answered'), 'caller');
  }
}
