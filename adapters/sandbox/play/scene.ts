/** What a visitor is watching in the play of a morning. */
export type Scene =
  | 'coming'
  | 'asked'
  | 'private'
  | 'answered'
  | 'reminded'
  | 'last'
  | 'tallied'
  | 'week'
  | 'office';

/** Where each scene ends, as a share of the window: 80 % is when the silent are reminded. */
const ENDS: readonly (readonly [Scene, number])[] = [
  ['coming', 0],
  ['asked', 0.015],
  ['private', 0.036],
  ['answered', 0.8],
  ['reminded', 0.9],
  ['last', 1],
  ['tallied', 1.022],
  ['week', 1.042],
];

/** The scene at this share of the window. */
export function sceneAt(share: number): Scene {
  return ENDS.find(([, end]) => share < end)?.[0] ?? 'office';
}
