import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Millis } from '../../domain/time/calendar';
import type { After } from '../../ports/clock';
import type { Happening, Metrics, Spans } from '../../ports/metrics';
import { type GaugeName, type Read, watchGauge } from './gauges';
import { createWaiting } from './waiting';

/** Metrics for Prometheus. */
export interface Meters {
  /** The port to which the parts report. */
  metrics: Metrics;
  /** Call it when an HTTP request begins, and the result when it has been answered. */
  answering(): (answer: { method: string; route: string; status: number }) => void;
  /** Shows the result of `read` each time the metrics are read. */
  watch(gauge: GaugeName, read: Read): void;
  /** All metrics, in Prometheus' text format. */
  text(): Promise<string>;
  contentType: string;
  /** The names of all metrics. */
  names(): string[];
}

type Begun<Name extends keyof Spans> = (
  at: Spans[Name]['at'],
) => (end: Spans[Name]['end'], seconds: number) => void;

/* Upper bounds of the histograms' buckets: seconds, and votes. A platform gives up on an answer after 3 s. */

const ANSWER_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
const COMMIT_S = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const VOTES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const CALL_S = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const WAIT_S = [0.01, 0.1, 0.5, 1, 2.5, 5, 10, 20, 45, 120, 600];
const LATE_S = [1, 2.5, 5, 15, 30, 60, 90, 120, 300, 600, 1_800, 3_600, 21_600];

/** The metrics of this process. `now` gives the milliseconds of a clock that never goes back. */
export function createMeters({ now, after }: { now: () => Millis; after: After }): Meters {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const http = histogram(registry, 'telework_http_request_duration_seconds', ANSWER_S, {
    help: 'From the first byte of an HTTP request to the last of its answer.',
    labelNames: ['method', 'route', 'status'],
  });
  return {
    metrics: { count: counting(registry), begin: timing(registry, now) },
    answering() {
      const since = now();
      return (answer) => http.observe(answer, (now() - since) / 1_000);
    },
    watch: (gauge, read) => watchGauge(registry, after, gauge, read),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    names: () => registry.getMetricsAsArray().map(({ name }) => name),
  };
}

function counting(registry: Registry): Metrics['count'] {
  const votes = counter(registry, 'telework_votes_total', {
    help: 'Answers that were recorded.',
    labelNames: ['platform', 'source', 'late'],
  });
  const asked = counter(registry, 'telework_edits_asked_total', {
    help: 'Changes that polls must show.',
    labelNames: ['platform'],
  });
  const sent = counter(registry, 'telework_edits_sent_total', {
    help: 'Times a poll was brought up to date.',
    labelNames: ['platform'],
  });
  const tasks = counter(registry, 'telework_tasks_total', {
    help: 'Tasks by their outcome; put-off: tried again later.',
    labelNames: ['kind', 'outcome'],
  });
  const lateness = histogram(registry, 'telework_task_lateness_seconds', LATE_S, {
    help: 'How long after it was due a task was finished.',
    labelNames: ['kind'],
  });
  return (happening: Happening) => {
    switch (happening.what) {
      case 'vote': {
        const { platform, source, late } = happening;
        return votes.inc({ platform, source, late: String(late) });
      }
      case 'edit-asked':
        return asked.inc({ platform: happening.platform });
      case 'edit-sent':
        return sent.inc({ platform: happening.platform });
      case 'task':
        return tasks.inc({ kind: happening.kind, outcome: happening.outcome });
      case 'lateness':
        return lateness.observe({ kind: happening.kind }, Math.max(0, happening.lateMs) / 1_000);
    }
  };
}

function timing(registry: Registry, now: () => Millis): Metrics['begin'] {
  const spans = spansOf(registry, now);
  return (name, at) => {
    const ended = spans[name](at);
    const since = now();
    return (end) => ended(end, (now() - since) / 1_000);
  };
}

function spansOf(registry: Registry, now: () => Millis): { [Name in keyof Spans]: Begun<Name> } {
  const requests = histogram(registry, 'telework_request_duration_seconds', ANSWER_S, {
    help: 'How long the core took to answer a press, a command or a form, its commit included.',
    labelNames: ['platform', 'kind', 'outcome'],
  });
  const commits = histogram(registry, 'telework_commit_duration_seconds', COMMIT_S, {
    help: 'How long the database took to commit answers.',
    labelNames: ['outcome'],
  });
  const votes = histogram(registry, 'telework_commit_votes', VOTES, {
    help: 'Answers that shared a commit.',
    labelNames: [],
  });
  const lanes = histogram(registry, 'telework_lane_wait_seconds', WAIT_S, {
    help: "How long a call waited for its turn within a platform's limits; refused: too long, put off.",
    labelNames: ['platform', 'method', 'outcome'],
  });
  const calls = histogram(registry, 'telework_chat_call_duration_seconds', CALL_S, {
    help: "How long a platform's API took to answer a call.",
    labelNames: ['platform', 'method', 'outcome'],
  });
  const waiting = createWaiting(registry, now);
  return {
    request: (at) => (outcome, seconds) => requests.observe({ ...at, outcome }, seconds),
    commit: (at) => (outcome, seconds) => {
      commits.observe({ outcome }, seconds);
      votes.observe(at.votes);
    },
    lane(at) {
      const leave = waiting.enter(at.platform);
      return (outcome, seconds) => {
        leave();
        lanes.observe({ ...at, outcome }, seconds);
      };
    },
    call: (at) => (outcome, seconds) => calls.observe({ ...at, outcome }, seconds),
  };
}

interface About<Label extends string> {
  help: string;
  labelNames: readonly Label[];
}

function counter<Label extends string>(registry: Registry, name: string, about: About<Label>) {
  return new Counter({ name, ...about, registers: [registry] });
}

function histogram<Label extends string>(
  registry: Registry,
  name: string,
  buckets: number[],
  about: About<Label>,
) {
  return new Histogram({ name, ...about, buckets, registers: [registry] });
}
