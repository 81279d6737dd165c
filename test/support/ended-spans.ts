import type { Metrics, Spans } from '../../src/ports/metrics';

export interface Ended {
  name: keyof Spans;
  at: object;
  end: string;
}

/** Keeps what ended, in its order. */
export function endedSpans(): { ended: Ended[]; metrics: Metrics } {
  const ended: Ended[] = [];
  const metrics: Metrics = {
    count() {},
    begin: (name, at) => (end) => void ended.push({ name, at, end }),
  };
  return { ended, metrics };
}
