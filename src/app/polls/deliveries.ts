import type { Task } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import { missedIn } from '../../domain/missed-days';
import { platformAt } from '../../domain/people/addresses';
import { namesApart } from '../../domain/people/namesakes';
import { plannedDays } from '../../domain/planned-days';
import { type ChannelSlot, channelsOf, isStopped, slotsOf, troubleAt } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import type { Absence } from '../../domain/time/absence';
import { type Day, dayStart, type Millis, momentAt } from '../../domain/time/calendar';
import type {
  DeliveryKind,
  DeliveryState,
  DeliveryView,
  ReminderGroup,
  StoppedChannel,
} from '../../ports/delivery-views';
import { type Reason, reasonOf } from '../../ports/reasons';
import type { ChannelFailure } from '../../ports/store/channel-failures';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { leftOver } from '../delivery/left-over';
import { type Reminded, remindersOf } from '../delivery/reminders';
import { isSameWork } from '../delivery/same-work';
import { awayBefore } from '../figures/views';
import { type AgendaNeeds, agendaOf } from './team-agenda';

/** What became of a team's messages of one day. */
export interface Deliveries {
  stopped: StoppedChannel[];
  rows: DeliveryView[];
  reminders: ReminderGroup[];
}

/** What people get to see, in the order of the day. The end of a day only edits. */
const KINDS: readonly DeliveryKind[] = ['announce', 'open', 'remind', 'close', 'report'];
/** Reminders that did not arrive: the administrator may want to tell these people some other way. */
const NAMED: ReadonlySet<DeliveryState> = new Set(['failed', 'unknown', 'missed']);
const STATES: readonly DeliveryState[] = [
  'stopped',
  'done',
  'sending',
  'waiting',
  'failed',
  'unknown',
  'missed',
  'skipped',
];

/** The ports to tell what became of a team's messages. */
export type DeliveriesNeeds = AgendaNeeds | 'channelFailures' | 'ledger' | 'time';

/** Every message of the team's day that was sent, failed, waits or is planned, and the reminders by their outcome. */
export async function deliveriesOf(
  core: Ports<DeliveriesNeeds>,
  team: Team,
  day: Day,
  now: Millis,
): Promise<Deliveries> {
  const { zone } = team.settings;
  const [entries, agenda, absences, poll, dbNow, reminded, failures] = await Promise.all([
    core.ledger.list(team.org, team.id, day, null),
    agendaOf(core, team, now),
    core.absences.list(dayStart(day, zone)),
    core.polls.get(team.org, team.id, day),
    core.time(),
    remindersOf(core, team, day),
    core.channelFailures.list(),
  ]);
  const clock: Clock = { now, dbNow, zone };
  const away = poll && awayBefore(poll);
  const missed = poll ? null : await missedView(core, team, day, absences);
  const tasks = agenda.filter((task) => task.day === day);
  const ahead = tasks.filter(({ voidAt }) => now < voidAt);
  const sent = entries.flatMap((entry) => {
    const kind = KINDS.find((one) => one === entry.kind);
    if (!kind || (isWithdrawn(entry) && ahead.some((task) => isSameWork(task, entry)))) return [];
    const view = viewOfEntry(team, kind, entry, { tasks, clock });
    return [{ ...view, away: kind === 'open' ? away : null, elsewhere: 0 }];
  });
  const planned = ahead.flatMap((task) =>
    channelsOf(team, task.kind).flatMap((slot) => plannedView(team, task, slot, { entries, clock })),
  );
  const elsewhere = remindedElsewhere(poll, reminded, entries);
  const rows = [...sent, ...(missed ? [missed] : []), ...planned]
    .map((row) => (row.kind === 'remind' ? { ...row, elsewhere } : row))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return { stopped: stoppedOf(team, failures, clock), rows, reminders: groupsOf(reminded, poll, clock) };
}

/** A task that was withdrawn is to be done after all once the agenda has it again. */
function isWithdrawn({ state, reason }: LedgerEntry): boolean {
  return state === 'skipped' && reason === ('withdrawn' satisfies Reason);
}

interface Clock {
  now: Millis;
  /** The database's time, by which leases and retries go. */
  dbNow: Millis;
  zone: string;
}

/**
 * How many members of the poll were reminded before this team reminds: another team was earlier. Of a day's later poll:
 * before its first one opened, as reminders of that one are the team's own.
 */
function remindedElsewhere(
  poll: Poll | null,
  reminded: readonly Reminded[],
  entries: readonly LedgerEntry[],
): number {
  if (!poll) return 0;
  const opened = entries.flatMap(({ kind, updatedAt }) => (kind === 'open' ? [updatedAt] : []));
  const from = poll.round > 0 ? Math.min(...opened) : (poll.remindAt ?? 0);
  return reminded.filter(({ entry }) => entry.state === 'done' && entry.updatedAt < from).length;
}

/** Where the platform refused a private message, what helps is different on each. */
function isCuredByPlatform(reason: Reason | 'other' | null): boolean {
  return reason === 'gone' || reason === 'forbidden';
}

/** The poll of a day that passed while the bot was away; null: the day was polled, or was not to be. */
async function missedView(
  { campaigns }: Ports<'campaigns'>,
  team: Team,
  day: Day,
  absences: readonly Absence[],
): Promise<DeliveryView | null> {
  const { zone } = team.settings;
  const [planned] = plannedDays(team, await campaigns.list(team.org), day, day);
  const absence = planned ? missedIn(team.settings, planned, absences) : null;
  if (!absence) return null;
  const away = { from: momentAt(absence.from, zone), until: momentAt(absence.until, zone) };
  const row = {
    kind: 'open',
    lead: null,
    second: false,
    at: null,
    retryInMs: null,
    attempt: 0,
    elsewhere: 0,
  } as const;
  return { ...row, state: 'missed', reason: 'away', away };
}

function viewOfEntry(
  team: Team,
  kind: DeliveryKind,
  entry: LedgerEntry,
  { tasks, clock }: { tasks: readonly Task[]; clock: Clock },
): Omit<DeliveryView, 'away' | 'elsewhere'> {
  const left = leftOver(entry, { team, tasks, now: clock.now });
  const { state: inTime, reason } = stateOf(entry, left, clock);
  const state = inTime === 'waiting' && isStopped(team, kind, entry.channel) ? 'stopped' : inTime;
  const pending = state === 'waiting' || state === 'sending' || state === 'stopped';
  return {
    kind,
    lead: entry.kind === 'announce' ? entry.lead : null,
    second: entry.channel === 'second',
    state,
    reason,
    at: pending ? null : momentAt(entry.updatedAt, clock.zone),
    retryInMs: state === 'waiting' ? Math.max(0, entry.freeAt - clock.dbNow) : null,
    attempt: entry.attempt,
  };
}

/** The team's channels that take no messages, and since when this is known. */
function stoppedOf(team: Team, failures: readonly ChannelFailure[], clock: Clock): StoppedChannel[] {
  return slotsOf(team).flatMap((slot) => {
    const trouble = troubleAt(team, slot);
    if (trouble === null) return [];
    const known = failures.find(
      (one) => one.org === team.org && one.team === team.id && one.channel === slot,
    );
    const since = known ? momentAt(known.since, clock.zone) : null;
    return [{ second: slot === 'second', trouble, since }];
  });
}

/** What became of a task; `left`: why an unfinished one is not tried again, null where it is. */
function stateOf(
  { state, reason, freeAt }: LedgerEntry,
  left: ReturnType<typeof leftOver>,
  { dbNow }: Clock,
): { state: DeliveryState; reason: Reason | 'other' | null } {
  if (state === 'waiting' && left) return ended(left);
  if (state === 'claimed')
    return { state: left && dbNow >= freeAt ? 'unknown' : 'sending', reason: reasonOf(reason) };
  if (state === 'skipped' && reason === ('overdue' satisfies Left)) return ended('overdue');
  return { state, reason: reasonOf(reason) };
}

type Left = NonNullable<ReturnType<typeof leftOver>>;

function ended(left: Left): { state: DeliveryState; reason: Reason | null } {
  return left === 'overdue' ? { state: 'missed', reason: null } : { state: 'skipped', reason: left };
}

/** A task that nothing was done for yet: planned, or stopped with its channel. */
function plannedView(
  team: Team,
  task: Task,
  slot: ChannelSlot,
  { entries, clock }: { entries: readonly LedgerEntry[]; clock: Clock },
): DeliveryView[] {
  const { dueAt } = task;
  const kind = KINDS.find((one) => one === task.kind);
  const isBegun = entries.some(
    (entry) => entry.channel === slot && isSameWork(entry, task) && !isWithdrawn(entry),
  );
  if (!kind || isBegun) return [];
  const stopped = isStopped(team, kind, slot);
  if (dueAt <= clock.now && !stopped) return [];
  const second = slot === 'second';
  const at = momentAt(dueAt, clock.zone);
  const lead = task.kind === 'announce' ? task.lead : null;
  const state = stopped ? 'stopped' : 'planned';
  return [
    { kind, lead, second, state, reason: null, at, away: null, retryInMs: null, attempt: 0, elsewhere: 0 },
  ];
}

function groupsOf(reminded: readonly Reminded[], poll: Poll | null, clock: Clock): ReminderGroup[] {
  const groups = new Map<string, ReminderGroup>();
  const shown = namesApart(reminded.map(({ member }) => member));
  for (const { member, entry } of reminded) {
    const isOver = clock.now >= (poll?.closesAt ?? 0);
    const { state, reason } = stateOf(entry, isOver ? 'overdue' : null, clock);
    const platform = platformAt(entry.org, member.id);
    const key = isCuredByPlatform(reason) ? `${state} ${reason} ${platform}` : `${state} ${reason}`;
    const names = NAMED.has(state) ? [] : null;
    const group = groups.get(key) ?? { state, reason, count: 0, names, platform };
    groups.set(key, group);
    group.count += 1;
    if (member.name !== '') group.names?.push(shown.get(member.id) ?? member.name);
  }
  return [...groups.values()].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
}
