import type { Task } from '../../domain/agenda';
import { type ChannelSlot, channelsOf, isStopped } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { type Absence, absenceAt } from '../../domain/time/absence';
import { type Millis, momentAt, type Zone } from '../../domain/time/calendar';
import type { DeliveryKind, DeliveryState, DeliveryView } from '../../ports/delivery-views';
import { type Reason, reasonOf } from '../../ports/reasons';
import type { LedgerEntry, LedgerWork } from '../../ports/store/ledger';
import type { AwayView } from '../../ports/views';
import { leftOver } from '../delivery/left-over';
import { isSameWork } from '../delivery/same-work';

/* What became of a team's messages, each as a row: of the ledger, of the agenda, or of neither. */

/** What people get to see, in the order of the day. The end of a day only edits; calls for help are told to nobody else. */
export const KINDS: readonly DeliveryKind[] = [
  'announce',
  'open',
  'remind',
  'remind-now',
  'follow-up',
  'close',
  'survey',
  'roll-up',
  'report',
];

export interface Clock {
  now: Millis;
  /** The database's time, by which leases and retries go. */
  dbNow: Millis;
  zone: Zone;
}

/** What the rows of a day are made from; `tasks`: of the agenda. */
export interface DayOfTeam {
  team: Team;
  tasks: readonly Task[];
  entries: readonly LedgerEntry[];
  absences: readonly Absence[];
  clock: Clock;
}

const ROW = {
  lead: null,
  round: 0,
  second: false,
  away: null,
  retryInMs: null,
  attempt: 0,
  elsewhere: 0,
} as const;

/** A row for each message that was posted, and for each that was begun. */
export function rowsOfEntry(day: DayOfTeam, entry: LedgerEntry): DeliveryView[] {
  const { team, clock } = day;
  const kind = KINDS.find((one) => one === entry.kind);
  if (!kind || (isWithdrawn(entry) && aheadIn(day).some((task) => isSameWork(task, entry)))) return [];
  const left = leftOver(entry, { team, tasks: day.tasks, now: clock.now });
  const { state: inTime, reason } = stateOf(entry, left, clock);
  const state = inTime === 'waiting' && isStopped(team, kind, entry.channel) ? 'stopped' : inTime;
  const pending = state === 'waiting' || state === 'sending' || state === 'stopped';
  const lead = entry.kind === 'announce' ? entry.lead : null;
  const row = { ...ROW, kind, lead, round: pollOf(entry), second: entry.channel === 'second' };
  const tries = [0, ...entry.earlier.map(({ attempt }) => attempt)];
  return [
    ...entry.earlier.map(({ at, attempt }, index) => ({
      ...row,
      state: 'done' as const,
      reason: null,
      at: momentAt(at, clock.zone),
      attempt: attempt - (tries[index] ?? 0),
    })),
    {
      ...row,
      state,
      reason,
      at: pending ? null : momentAt(entry.updatedAt, clock.zone),
      retryInMs: state === 'waiting' ? Math.max(0, entry.freeAt - clock.dbNow) : null,
      attempt: entry.attempt - (tries.at(-1) ?? 0),
    },
  ];
}

function aheadIn({ tasks, clock }: DayOfTeam): Task[] {
  return tasks.filter(({ voidAt }) => clock.now < voidAt);
}

/** A row for each task that nothing was done for: planned, stopped with its channel, or missed while the bot was away. */
export function rowsOfAgenda(day: DayOfTeam): DeliveryView[] {
  const { team, tasks, entries } = day;
  return tasks.flatMap((task) => {
    const kind = KINDS.find((one) => one === task.kind);
    const isBegun = (slot: ChannelSlot) =>
      entries.some((entry) => entry.channel === slot && isSameWork(entry, task) && !isWithdrawn(entry));
    if (!kind) return [];
    return channelsOf(team, kind).flatMap((slot) => (isBegun(slot) ? [] : rowOfTask(day, task, kind, slot)));
  });
}

function rowOfTask(
  { team, absences, clock }: DayOfTeam,
  task: Task,
  kind: DeliveryKind,
  slot: ChannelSlot,
): DeliveryView[] {
  const { dueAt, voidAt } = task;
  const lead = task.kind === 'announce' ? task.lead : null;
  const row = { ...ROW, kind, lead, round: pollOf(task), second: slot === 'second', reason: null };
  const at = momentAt(dueAt, clock.zone);
  if (clock.now < voidAt) {
    const stopped = isStopped(team, kind, slot);
    if (dueAt <= clock.now && !stopped) return [];
    return [{ ...row, state: stopped ? 'stopped' : 'planned', at }];
  }
  // Of a poll that was never opened another row tells.
  const absence = kind === 'open' ? null : absenceAt(absences, dueAt);
  return absence ? [{ ...row, state: 'missed', at: null, away: awayView(absence, clock.zone) }] : [];
}

/** Which of the day's polls it is of. */
function pollOf(work: LedgerWork): number {
  return 'round' in work ? (work.round ?? 0) : 0;
}

/** The poll of a day that passed while the bot was away. */
export function missedPoll(absence: Absence, zone: Zone): DeliveryView {
  return { ...ROW, kind: 'open', state: 'missed', reason: 'away', at: null, away: awayView(absence, zone) };
}

export function awayView({ from, until }: Absence, zone: Zone): AwayView {
  return { from: momentAt(from, zone), until: momentAt(until, zone) };
}

/** A task that was withdrawn is to be done after all once the agenda has it again. */
function isWithdrawn({ state, reason }: LedgerEntry): boolean {
  return state === 'skipped' && reason === ('withdrawn' satisfies Reason);
}

type Left = NonNullable<ReturnType<typeof leftOver>>;

/** Skipped for these reasons it was wanted, but came to nothing. */
const IN_VAIN: ReadonlySet<string | null> = new Set<Reason>(['night', 'too-late']);

/** What became of a task; `left`: why an unfinished one is not tried again, null where it is. */
export function stateOf(
  { state, reason, freeAt }: LedgerEntry,
  left: Left | null,
  { dbNow }: Pick<Clock, 'dbNow'>,
): { state: DeliveryState; reason: Reason | 'other' | null } {
  if (state === 'waiting' && left) return ended(left);
  if (state === 'claimed')
    return { state: left && dbNow >= freeAt ? 'unknown' : 'sending', reason: reasonOf(reason) };
  if (state === 'skipped' && reason === ('overdue' satisfies Left)) return ended('overdue');
  const isInVain = state === 'skipped' && IN_VAIN.has(reason);
  return { state: isInVain ? 'missed' : state, reason: reasonOf(reason) };
}

function ended(left: Left): { state: DeliveryState; reason: Reason | null } {
  return left === 'overdue' ? { state: 'missed', reason: null } : { state: 'skipped', reason: left };
}
