import { matchKey } from '../text';
import { fold } from '../typed/fold';
import { METRIC_WORDS } from '../typed/words';

/** Which way a metric is meant to go; null: neither. */
export type Aim = 'less' | 'more' | null;

/** The metrics that are ready, each with its unit and its aim. */
export const METRICS = {
  paper: { measure: 'sheets', aim: 'less' },
  overtime: { measure: 'h', aim: 'less' },
  power: { measure: 'kWh', aim: 'less' },
  gas: { measure: 'm³', aim: 'less' },
  commuters: { measure: 'people', aim: 'less' },
  deliveries: { measure: 'deliveries', aim: 'less' },
  'remote-access': { measure: 'sessions', aim: 'more' },
} as const satisfies Record<string, { measure: string; aim: Aim }>;

export type MetricCode = keyof typeof METRICS;
export const METRIC_CODES = Object.keys(METRICS) as MetricCode[];

export function isMetricCode(metric: string): metric is MetricCode {
  return Object.hasOwn(METRICS, metric);
}

/** Which way the metric is meant to go; of an organisation's own one it is not known. */
export function aimOf(metric: string): Aim {
  return isMetricCode(metric) ? METRICS[metric].aim : null;
}

/** The code of a ready metric, in the words of any language; else the name as it is. */
export function metricNamed(text: string): string {
  return METRIC_WORDS.exact(fold(text)) ?? text;
}

/** Whether two names mean the same unit of an organisation: case, width and spaces do not matter. */
export function isSameName(one: string, other: string): boolean {
  return matchKey(one) === matchKey(other);
}
