import type { Source } from './source';

/**
 * The rooms of `src/app` from the top floor down. A room may import the rooms after it; those of one group stand beside
 * each other and may not. Files outside a room are the ground.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['api'],
  ['office'],
  ['requests', 'schedule'],
  ['people', 'campaigns', 'effects', 'surveys'],
  ['polls', 'answers'],
  ['safety'],
  ['teams'],
  ['linking', 'figures'],
  ['delivery'],
];

/** Imports that run up from one room of `src/app` to another, or across one floor. */
export function floorViolations(
  sources: readonly Pick<Source, 'path' | 'imports'>[],
  floors = FLOORS,
): string[] {
  return sources.flatMap(({ path, imports }) => {
    const room = roomOf(path);
    if (room === null) return [];
    return imports.flatMap(({ specifier }) => {
      const target = roomOf(resolved(path, specifier));
      if (target === null || target === room || floorOf(target, floors) > floorOf(room, floors)) return [];
      return [`${path} imports ${specifier}: ${room} does not stand above ${target}`];
    });
  });
}

/** Rooms that no floor names. */
export function unknownRooms(sources: readonly Pick<Source, 'path'>[], floors = FLOORS): string[] {
  const rooms = new Set(sources.flatMap(({ path }) => roomOf(path) ?? []));
  return [...rooms].filter((room) => floorOf(room, floors) < 0);
}

function floorOf(room: string, floors: readonly (readonly string[])[]): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

function roomOf(path: string): string | null {
  return /^src\/app\/([\w-]+)\//.exec(path)?.[1] ?? null;
}

function resolved(path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return new URL(specifier, `file:///${path}`).pathname.slice(1);
}
