import { lateFrom, opensLate, type Poll } from '../../domain/answers/poll';
import { missedIn } from '../../domain/missed-days';
import { platformAt } from '../../domain/people/addresses';
import { namesApart } from '../../domain/people/namesakes';
import { type PlannedDay, plannedDays } from '../../domain/planned-days';
import { slotsOf, troubleAt } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { absenceAt } from '../../domain/time/absence';
import { type Day, dayStart, momentAt } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { DeliveryState, DeliveryView, ReminderGroup, StoppedChannel } from '../../ports/delivery-views';
import type { Reason } from '../../ports/reasons';
import type { ChannelFailure } from '../../ports/store/channel-failures';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { AwayView } from '../../ports/views';
import type { Ports } from '../core';
import { type Reminded, type RemindedAgain, remindersOf, secondRemindersOf } from '../delivery/reminders';
import { awayBefore } from '../figures/views';
import {
  awayView,
  type Clock,
  type DayOfTeam,
  KINDS,
  missedPoll,
  rowsOfAgenda,
  rowsOfEntry,
  stateOf,
} from './delivery-rows';
import { type AgendaNeeds, agendaOf } from './team-agenda';

/** What became of a team's messages of one day. */
export interface Deliveries {
  stopped: StoppedChannel[];
  rows: DeliveryView[];
  reminders: ReminderGroup[];
  /** Of the second reminder in a drill or an emergency. */
  again: ReminderGroup[];
  /** Members of whose reminders nothing is said, as they have not answered in the team yet. */
  unheard: number;
}

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
  now: Clock['now'],
): Promise<Deliveries> {
  const { zone } = team.settings;
  const [entries, agenda, absences, poll, dbNow, reminded, failures, campaigns] = await Promise.all([
    core.ledger.list(team.org, team.id, day, null),
    agendaOf(core, team, now),
    core.absences.list(dayStart(day, zone)),
    core.polls.get(team.org, team.id, day),
    core.time(),
    remindersOf(core, team, day),
    core.channelFailures.list(),
    core.campaigns.list(team.org),
  ]);
  const again = poll?.drill ? await secondRemindersOf(core, poll) : [];
  const clock: Clock = { now, dbNow, zone };
  const tasks = agenda.filter((task) => task.day === day);
  const about: DayOfTeam = { team, tasks, entries, absences, clock };
  const [planned] = plannedDays(team, campaigns, day, day);
  const elsewhere = remindedElsewhere(poll, reminded, entries);
  const rows = [
    ...openings(about, poll, planned),
    ...entries.flatMap((entry) => (entry.kind === 'open' ? [] : rowsOfEntry(about, entry))),
    ...rowsOfAgenda(about),
  ];
  return {
    stopped: stoppedOf(team, failures, clock),
    rows: rows
      .map((row) => (row.kind === 'remind' ? { ...row, elsewhere } : row))
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
    reminders: groupsOf(reminded, poll, clock),
    again: groupsOf(again, poll, clock),
    unheard: poll && entries.some(({ kind }) => kind === 'remind') ? await unheardIn(core, poll) : 0,
  };
}

/** The posts of the day's polls, and for the first of them when the bot was away before. */
function openings(about: DayOfTeam, poll: Poll | null, planned: PlannedDay | undefined): DeliveryView[] {
  const { team, absences, entries, clock } = about;
  const absence = planned && !poll ? missedIn(team.settings, planned, absences) : null;
  const opened = entries.flatMap((entry) => {
    if (entry.kind !== 'open') return [];
    const away = poll && !entry.round ? awayBeforeFirst(about, poll, planned, entry) : null;
    return rowsOfEntry(about, entry).map((row, index) => (index === 0 ? { ...row, away } : row));
  });
  return absence ? [...opened, missedPoll(absence, clock.zone)] : opened;
}

/** A later poll of the day has taken the place of the first one, of which the absences tell. */
function awayBeforeFirst(
  { team, absences, clock }: DayOfTeam,
  poll: Poll,
  planned: PlannedDay | undefined,
  entry: LedgerEntry,
): AwayView | null {
  if (poll.round === 0 || !planned) return awayBefore(poll);
  const { opensAt } = windowOn(planned.day, planned.window, team.settings.zone);
  const absence = absenceAt(absences, opensAt);
  const at = entry.earlier[0]?.at ?? entry.updatedAt;
  return absence && opensLate(at, { opensAt })
    ? awayView({ from: absence.from, until: at }, clock.zone)
    : null;
}

/** Whether those were reminded who have not answered in the team would tell whether they have answered elsewhere. */
async function unheardIn({ polls }: Ports<'polls'>, poll: Poll): Promise<number> {
  const { unheard } = await polls.count(poll.org, poll.team, poll.day, lateFrom(poll));
  return unheard;
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

function groupsOf(reminded: readonly RemindedAgain[], poll: Poll | null, clock: Clock): ReminderGroup[] {
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
