/** One stretch of the window and the time it takes in the play: the first minutes go slowly, the quiet middle fast. */
interface Stretch {
  /** Its end, as a share of the window. */
  until: number;
  /** Real seconds. */
  seconds: number;
}

/** The beginning of the play, as a share of the window: the visitor sees the clock before the poll opens. */
export const PLAY_FROM = -0.006;
export const PLAY_UNTIL = 1.06;

const STRETCHES: readonly Stretch[] = [
  { until: 0, seconds: 2 },
  { until: 0.065, seconds: 13 },
  { until: 0.785, seconds: 8 },
  { until: 0.9, seconds: 8 },
  { until: 1.004, seconds: 4 },
  { until: PLAY_UNTIL, seconds: 10 },
];

/** Simulated seconds per real second, at this share of a window that lasts `windowMs`. */
export function speedAt(share: number, windowMs: number): number {
  const [stretch, from] = stretchAt(share);
  return Math.max(1, Math.round(((stretch.until - from) * windowMs) / (stretch.seconds * 1000)));
}

/** The share of the play that is over, 0 to 1 in the visitor's time, at this share of the window. */
export function progressAt(share: number): number {
  const total = STRETCHES.reduce((sum, { seconds }) => sum + seconds, 0);
  const [current, from] = stretchAt(share);
  const before = STRETCHES.slice(0, STRETCHES.indexOf(current)).reduce(
    (sum, { seconds }) => sum + seconds,
    0,
  );
  const within = Math.min(1, Math.max(0, (share - from) / (current.until - from)));
  return (before + within * current.seconds) / total;
}

function stretchAt(share: number): [Stretch, number] {
  const index = STRETCHES.findIndex(({ until }) => share < until);
  const at = index < 0 ? STRETCHES.length - 1 : index;
  return [STRETCHES[at] as Stretch, STRETCHES[at - 1]?.until ?? PLAY_FROM];
}
