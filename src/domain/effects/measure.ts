import { fold } from '../typed/fold';
import { isMetricCode, METRICS } from './metric';

/** Units of measure that can be converted: what they measure, and how many of its first unit one of them is. */
const MEASURES: readonly Readonly<Record<string, readonly string[]>>[] = [
  {
    1: ['h', 'hr', 'hrs', 'hour', 'hours', '時間', '小时', '小時', '时', '時', '钟头', '鐘頭'],
    [1 / 60]: ['min', 'mins', 'minute', 'minutes', '分', '分間', '分钟', '分鐘'],
    [1 / 3_600]: ['s', 'sec', 'secs', 'second', 'seconds', '秒', '秒間', '秒钟', '秒鐘'],
    24: ['d', 'day', 'days', '日', '日間', '天'],
  },
  {
    1: ['kwh', 'キロワット時', '千瓦时', '千瓦時', '度'],
    0.001: ['wh', 'ワット時', '瓦时', '瓦時'],
    1000: ['mwh', 'メガワット時', '兆瓦时', '百萬瓦時'],
  },
  {
    1: ['m3', 'm^3', 'cbm', '立方メートル', '立方米', '立方公尺'],
    0.001: ['l', 'litre', 'litres', 'liter', 'liters', 'リットル', '升', '公升'],
  },
  { 1: ['sheets', 'sheet', 'pages', 'page', '枚', '张', '張', '页', '頁'] },
  { 1: ['people', 'person', 'persons', '人', '名'] },
  { 1: ['deliveries', 'delivery', '件', '個', '个'] },
  { 1: ['sessions', 'session', 'セッション', '回', '次', '连接', '連線'] },
];

const KNOWN = new Map(
  MEASURES.flatMap((names, kind) =>
    Object.entries(names).flatMap(([size, all]) =>
      all.map((name) => [fold(name), { kind, size: Number(size) }] as const),
    ),
  ),
);

/** By how much values of one unit of measure are multiplied in the other; null: they cannot be converted. */
export function conversion(from: string, to: string): number | null {
  if (fold(from) === fold(to)) return 1;
  const [one, other] = [KNOWN.get(fold(from)), KNOWN.get(fold(to))];
  return one && other && one.kind === other.kind ? one.size / other.size : null;
}

/** The unit of measure that a metric has by itself; null: an organisation's own metric has none. */
export function usualMeasure(metric: string): string | null {
  return isMetricCode(metric) ? METRICS[metric].measure : null;
}
