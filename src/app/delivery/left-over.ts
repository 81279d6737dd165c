import type { Task } from '../../domain/agenda';
import { channelsOf } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, type Millis } from '../../domain/time/calendar';
import type { Reason } from '../../ports/reasons';
import { ANY_TEAM, type LedgerEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { isSameWork } from './same-work';
import { RETRY_MS } from './timing';

/*
 * A task of the ledger that waits is done once its time has come, as long as the agenda has it. What the agenda has no
 * more is ended here, so that no task waits for ever.
 */

type Left = Extract<Reason, 'overdue' | 'withdrawn'>;

/** The ports to end what is left over. */
export type LeftOverNeeds = 'channelFailures' | 'ledger';

/** Why an unfinished task of the team will not be done any more; null: the agenda `tasks` still has it at `now`. */
export function leftOver(
  entry: LedgerEntry,
  { team, tasks, now }: { team: Team; tasks: readonly Task[]; now: Millis },
): Left | null {
  const task = tasks.find((one) => one.day === entry.day && isSameWork(one, entry));
  if (task && now >= task.voidAt) return 'overdue';
  if (task) return channelsOf(team, task.kind).includes(entry.channel) ? null : 'withdrawn';
  // The report comes after the last day of its campaign.
  const isPast = entry.kind !== 'report' && entry.day < dayAt(now, team.settings.zone);
  return isPast ? 'overdue' : 'withdrawn';
}

/**
 * Ends the team's tasks, and its organisation's reminders, that will not be done any more. Resolves with when to look
 * again (epoch ms): for those which an attempt holds, and once one that waits is pointless; null: there are none.
 */
export async function endLeftOver(
  core: Ports<LeftOverNeeds>,
  team: Team,
  tasks: readonly Task[],
  now: Millis,
): Promise<Millis | null> {
  const { ledger } = core;
  const again: Millis[] = [];
  for (const entry of await ledger.open(team.org, team.id, null)) {
    const reason = await reasonOf(core, entry, { team, tasks, now });
    if (reason) await ledger.drop(entry, reason, now);
    if (reason && entry.state === 'claimed') again.push(now + RETRY_MS);
    const task = reason ? null : tasks.find((one) => one.day === entry.day && isSameWork(one, entry));
    if (task) again.push(task.voidAt);
  }
  for (const entry of await ledger.open(team.org, ANY_TEAM, overEverywhere(now)))
    await ledger.drop(entry, 'overdue' satisfies Reason, now);
  return again.length > 0 ? Math.min(...again) : null;
}

type Look = Parameters<typeof leftOver>[1];

async function reasonOf(core: Ports<LeftOverNeeds>, entry: LedgerEntry, look: Look): Promise<Left | null> {
  const { team } = look;
  switch (entry.kind) {
    case 'sharing':
      return team.sharing?.since === entry.since ? null : 'withdrawn';
    case 'trouble':
      return (await isFailing(core, team, entry)) ? null : 'withdrawn';
    default:
      return leftOver(entry, look);
  }
}

async function isFailing(
  { channelFailures }: Ports<'channelFailures'>,
  { org, id }: Team,
  { channel, since }: Extract<LedgerEntry, { kind: 'trouble' }>,
): Promise<boolean> {
  const known = await channelFailures.list();
  return known.some(
    (one) => one.org === org && one.team === id && one.channel === channel && one.since === since,
  );
}

/** The first day that is not over in the westernmost zone. */
function overEverywhere(now: Millis): Day {
  return dayAt(now - WESTERNMOST, 'UTC');
}

const WESTERNMOST: Millis = 12 * 3_600_000;
