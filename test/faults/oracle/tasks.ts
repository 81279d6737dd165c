import { instantOf, type Millis, type Time, type Zone } from '../../../src/domain/time/calendar';
import type { LedgerEntry, TaskKey } from '../../../src/ports/store/ledger';
import { postIdOf } from '../../../src/store/task-key';
import { type Act, DAY, MOMENTS, NEXT_DAY, TEAM_ZONES, WINDOWS } from '../plan';
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

interface Settings {
  zone: Zone;
  from: Time;
  until: Time;
  since: Millis;
}

/** The settings of the room's team, one after another; null: it is not known whether one was changed. */
function settingsOf({ done }: Played, room: Room): Settings[] | null {
  const acts = done.filter(({ act, room: of }) => of === room && isSetting(act));
  if (acts.some(({ told }) => told !== 'confirmed' && told !== 'refused')) return null;
  const all: Settings[] = [{ zone: 'Asia/Tokyo', from: '07:00', until: '10:30', since: 0 }];
  for (const { act, told } of acts) {
    const last = all.at(-1);
    if (told !== 'confirmed' || !act || !last) continue;
    const [from = '', until = ''] = (act.what === 'window' ? WINDOWS[act.style] : null)?.split('-') ?? [];
    const window = act.what === 'window' ? { from, until } : {};
    const zone = act.what === 'zone' ? { zone: TEAM_ZONES[act.style] ?? last.zone } : {};
    all.push({ ...last, ...window, ...zone, since: (MOMENTS[act.moment] ?? 0) + act.second * 1_000 });
  }
  return all;
}

function isSetting(act: Act | null): boolean {
  return act?.what === 'zone' || act?.what === 'window';
}

/** Whether an administrator touched the room's zone or window. */
export function wasSet({ done }: Played, room: Room): boolean {
  return done.some(({ act, room: of }) => of === room && isSetting(act));
}

/** Whether the room's poll of the day must have been opened, if none is there: its window was open for long enough. */
export function owesPoll(played: Played, room: Room, day: string): boolean {
  const { world } = played;
  if (!wasSet(played, room)) return ranIn(world, at(day, '07:00'), at(day, '24:00'));
  const settings = settingsOf(played, room);
  if (!settings || world.absences.length > 0 || world.jumps.length > 0) return false;
  return settings.some(({ zone, from, until, since }, index) => {
    const [opens, closes] = [instantOf(day, from, zone), instantOf(day, until, zone)];
    const end = settings[index + 1]?.since ?? Number.POSITIVE_INFINITY;
    return Math.min(closes, end) - Math.max(opens, since) > SURELY;
  });
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

/** The ids of a task's posts: one that is done once more has an id of its own. */
export function postIdsOf({ chat: { messages } }: World, key: TaskKey): string[] {
  const ids = [postIdOf(key)];
  for (const id of ids) {
    for (const message of messages.filter((one) => one.key === id)) ids.push(postIdOf(key, message.id));
  }
  return ids;
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
