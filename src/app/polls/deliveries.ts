import type { Task } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import { type ChannelSlot, slotsFor } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, type Millis, timeAt } from '../../domain/time/calendar';
import { type Reason, reasonOf } from '../../ports/reasons';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { DeliveryKind, DeliveryState, DeliveryView, ReminderGroup } from '../../ports/views';
import type { Ports } from '../core';
import { type Reminded, remindersOf } from '../delivery/reminders';
import { isSameWork } from '../delivery/same-work';
import { agendaOf } from './team-agenda';

/** What became of a team's messages of one day. */
export interface Deliveries {
  rows: DeliveryView[];
  reminders: ReminderGroup[];
}

/** What people get to see, in the order of the day. The end of a day only edits. */
const KINDS: readonly DeliveryKind[] = ['announce', 'open', 'remind', 'close', 'report'];
/** Reminders that did not arrive: the administrator may want to tell these people some other way. */
const NAMED: ReadonlySet<DeliveryState> = new Set(['failed', 'unknown', 'missed']);
const STATES: readonly DeliveryState[] = [
  'done',
  'sending',
  'waiting',
  'failed',
  'unknown',
  'missed',
  'skipped',
];

/** Every message of the team's day that was sent, failed, waits or is planned, and the reminders by their outcome. */
export async function deliveriesOf(
  core: Ports<'campaigns' | 'ledger' | 'polls' | 'time'>,
  team: Team,
  day: Day,
  now: Millis,
): Promise<Deliveries> {
  const [entries, agenda, poll, dbNow, reminded] = await Promise.all([
    core.ledger.list(team.org, team.id, day, null),
    agendaOf(core, team, now),
    core.polls.get(team.org, team.id, day),
    core.time(),
    remindersOf(core, team, day),
  ]);
  const clock: Clock = { now, dbNow, zone: team.settings.zone };
  const tasks = agenda.filter((task) => task.day === day);
  const sent = entries.flatMap((entry) => {
    const kind = KINDS.find((one) => one === entry.kind);
    return kind ? [viewOfEntry(kind, entry, voidAtOf(tasks, entry), clock)] : [];
  });
  const planned = tasks
    .filter(({ dueAt }) => dueAt > now)
    .flatMap((task) => slotsFor(team, task.kind).flatMap((slot) => plannedView(task, slot, entries, clock)));
  const rows = [...sent, ...planned].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return { rows, reminders: groupsOf(reminded, poll, clock) };
}

interface Clock {
  now: Millis;
  /** The database's time, by which leases and retries go. */
  dbNow: Millis;
  zone: string;
}

function voidAtOf(tasks: readonly Task[], entry: LedgerEntry): Millis {
  return tasks.find((task) => isSameWork(task, entry))?.voidAt ?? 0;
}

function viewOfEntry(kind: DeliveryKind, entry: LedgerEntry, voidAt: Millis, clock: Clock): DeliveryView {
  const state = stateOf(entry, voidAt, clock);
  const pending = state === 'waiting' || state === 'sending';
  return {
    kind,
    lead: entry.kind === 'announce' ? entry.lead : null,
    second: entry.channel === 'second',
    state,
    reason: reasonOf(entry.reason),
    at: pending ? null : localTime(entry.updatedAt, clock),
    retryInMs: state === 'waiting' ? Math.max(0, entry.freeAt - clock.dbNow) : null,
    attempt: entry.attempt,
  };
}

/** A task past its time is not tried again: it was missed, or it is unknown whether it was sent. */
function stateOf({ state, freeAt }: LedgerEntry, voidAt: Millis, { now, dbNow }: Clock): DeliveryState {
  if (state === 'waiting') return now >= voidAt ? 'missed' : 'waiting';
  if (state !== 'claimed') return state;
  return now >= voidAt && dbNow >= freeAt ? 'unknown' : 'sending';
}

function plannedView(
  task: Task,
  slot: ChannelSlot,
  entries: readonly LedgerEntry[],
  clock: Clock,
): DeliveryView[] {
  const { kind, dueAt } = task;
  const isBegun = entries.some((entry) => entry.channel === slot && isSameWork(entry, task));
  if (kind === 'end' || isBegun) return [];
  const second = slot === 'second';
  const at = localTime(dueAt, clock);
  const lead = task.kind === 'announce' ? task.lead : null;
  return [{ kind, lead, second, state: 'planned', reason: null, at, retryInMs: null, attempt: 0 }];
}

function localTime(instant: Millis, { zone }: Clock): { day: Day; time: string } {
  return { day: dayAt(instant, zone), time: timeAt(instant, zone) };
}

function groupsOf(reminded: readonly Reminded[], poll: Poll | null, clock: Clock): ReminderGroup[] {
  const groups = new Map<string, ReminderGroup>();
  for (const { member, entry } of reminded) {
    const state = stateOf(entry, poll?.closesAt ?? 0, clock);
    const reason: Reason | 'other' | null = state === 'done' ? null : reasonOf(entry.reason);
    const key = `${state} ${reason}`;
    const group = groups.get(key) ?? { state, reason, count: 0, names: NAMED.has(state) ? [] : null };
    groups.set(key, group);
    group.count += 1;
    if (member.name !== '') group.names?.push(member.name);
  }
  return [...groups.values()].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
}
