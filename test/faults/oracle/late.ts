import type { Millis } from '../../../src/domain/time/calendar';
import { ANY_TEAM, type TaskKey } from '../../../src/ports/store/ledger';
import { postIdOf } from '../../../src/store/task-key';
import { DAY } from '../plan';
import type { Played } from '../play';
import { type Room, START } from '../world';

const DUE = {
  open: `${DAY}T07:00:00+09:00`,
  reminder: `${DAY}T09:48:00+09:00`,
  close: `${DAY}T10:30:00+09:00`,
} as const;

/** The messages of a room's first day which have their time. */
function timedOf({ org, team, people }: Room): (TaskKey & { kind: keyof typeof DUE })[] {
  const of = { org, team, day: DAY, channel: 'first' } as const;
  return [
    { kind: 'open', ...of },
    { kind: 'close', ...of },
    ...people.map(({ id: person }) => ({ kind: 'reminder' as const, person, ...of, team: ANY_TEAM })),
  ];
}

/** By how long the messages of the first day came late at most, in these organisations. */
export function lateIn({ world: { chat, sentAt, rooms } }: Played, orgs: readonly string[]): Millis {
  const kinds = new Map(
    rooms
      .filter(({ org }) => orgs.includes(org))
      .flatMap((room) => timedOf(room).map((key) => [postIdOf(key), key.kind])),
  );
  const late = chat.messages.flatMap(({ id, key }) => {
    const kind = kinds.get(key);
    return kind ? [Date.parse(START) + (sentAt.get(id) ?? 0) - Date.parse(DUE[kind])] : [];
  });
  return late.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...late);
}
