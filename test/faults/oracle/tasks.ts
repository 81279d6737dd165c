import type { Millis } from '../../../src/domain/time/calendar';
import type { LedgerEntry, TaskKey } from '../../../src/ports/store/ledger';
import { postIdOf } from '../../../src/store/task-key';
import { DAY, NEXT_DAY } from '../plan';
import type { Played } from '../play';
import type { Call } from '../ports';
import type { Room, World } from '../world';
import { GIVES_UP_AFTER } from './posts';

/* What the tasks of a day are called, and what of them could not be known. */

export const DAYS = [DAY, NEXT_DAY];

/** When a room's organisation was told that its campaign has ended. */
export function endOf({ done }: Played, { org }: Room): { at: Millis } | null {
  const ended = done.find(
    ({ act, room, told }) => act?.what === 'end' && room.org === org && told === 'confirmed',
  );
  return ended?.toldAt == null ? null : { at: ended.toldAt };
}

/** An ending that a person was not told of for certain. */
export function mayHaveEnded({ done }: Played, { org }: Room): boolean {
  return done.some(({ act, room, told }) => act?.what === 'end' && room.org === org && told !== 'refused');
}

export function at(day: string, time: string): Millis {
  return Date.parse(`${day}T${time}:00+09:00`);
}

/** So long a process runs at least that does what is due, whatever goes wrong in the meantime. */
const SURELY: Millis = 50 * 60_000;

/** Whether a process ran long enough in this span. */
export function ranIn({ absences }: World, from: Millis, until: Millis): boolean {
  const [away] = absences;
  if (!away) return true;
  return away.from - from > SURELY || until - Math.max(away.until, from) > SURELY;
}

export function ledgerOf(world: World, { org, team, day, kind }: TaskKey): Promise<LedgerEntry[]> {
  return world.process().raw.ledger.list(org, team, day, kind);
}

/** How a failure names a task. */
export function nameOf({ org, team, day, ...work }: TaskKey): string {
  return [org, team, day, ...Object.values(work).slice(0, 2)].join(' ');
}

export function openingOf({ org, team }: Room, round: number, day = DAY): string {
  return postIdOf({ kind: 'open', ...(round === 0 ? {} : { round }), org, team, day, channel: 'first' });
}

export type ReminderKey = Extract<TaskKey, { kind: 'reminder' }>;

/** How often it was uncertain whether the task reached the platform. */
export function doubtsOf({ faults: { hits, calls }, deaths }: World, task: string): number {
  const own = hits.filter((hit) => hit.task === task);
  const platform = own.filter(({ where, fault }) => {
    if (where !== 'chat.post' && where !== 'chat.direct') return false;
    return (
      fault.is === 'fails' || fault.is === 'silent' || (fault.is === 'chat' && fault.kind === 'uncertain')
    );
  });
  const unfinished = own.filter(({ where }) => where === 'ledger.finish').length;
  const unwritten = Math.floor(unfinished / GIVES_UP_AFTER);
  const lapsed = own.some(({ where }) => where === 'ledger.renew') ? 1 : 0;
  return platform.length + unwritten + lapsed + deaths.filter((death) => isInGap(calls, task, death)).length;
}

/** Whether the process died between the last statement before the platform was asked and the next one after. */
function isInGap(calls: readonly Call[], task: string, death: Millis): boolean {
  const own = calls.filter(
    (call) => call.task === task && call.begun <= death && call.where !== 'ledger.claim',
  );
  const last = own.findLast(({ done }) => done);
  return last?.where === 'ledger.sending' || own.at(-1)?.where === 'ledger.sending';
}

export function wasRefused({ faults }: World, task: string): boolean {
  return faults.hits.some(
    ({ fault, task: of, where }) =>
      of === task &&
      where.startsWith('chat.') &&
      fault.is === 'chat' &&
      ['invalid', 'gone', 'forbidden'].includes(fault.kind),
  );
}
