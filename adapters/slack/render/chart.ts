import type { Part } from '../../../src/domain/card';
import type { Locale } from '../../../src/domain/people/person';
import { clipUnits } from '../../../src/domain/text';
import { type Block, barLine, bold, type Surface, sections } from './elements';
import { cutEscaped } from './text';

type Chart = Extract<Part, { kind: 'chart' }>;

/** The type of a native chart's block. */
export const NATIVE_CHART = 'data_visualization';

const TITLE = 50;
const LABEL = 20;
const SERIES = 6;
const CATEGORIES = 20;
const LINES = 40;

/** A native chart where Slack can show all of it; else bars of text. */
export function chartBlocks(part: Chart, { kind, charts }: Surface, locale: Locale): Block[] {
  const native = kind === 'message' && charts ? nativeChart(part) : null;
  return native ? [native] : textChart(part, locale);
}

/** Null where a native chart would lose something: too many values, or names that are equal after cutting. */
function nativeChart(part: Chart): Block | null {
  const categories = part.categories.map((category) => clipUnits(category || '–', LABEL));
  if (categories.length === 0 || categories.length > CATEGORIES || !differ(categories)) return null;
  const title = clipUnits(part.title || '–', TITLE);
  const chart = part.shape === 'pie' ? pie(part, categories) : plot(part, categories);
  return chart && { type: NATIVE_CHART, title, chart };
}

function pie({ series }: Chart, categories: readonly string[]): object | null {
  const [first] = series;
  const segments = categories
    .map((label, index) => ({ label, value: first?.values[index] ?? 0 }))
    .filter(({ value }) => value > 0);
  return series.length === 1 && segments.length > 0 && segments.length <= SERIES
    ? { type: 'pie', segments }
    : null;
}

function plot({ shape, series }: Chart, categories: readonly string[]): object | null {
  const names = series.map(({ name }) => clipUnits(name || '–', LABEL));
  if (series.length === 0 || series.length > SERIES || !differ(names)) return null;
  return {
    type: shape,
    series: series.map(({ values }, at) => ({
      name: names[at],
      data: categories.map((label, index) => ({ label, value: values[index] ?? 0 })),
    })),
    axis_config: { categories },
  };
}

function differ(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function textChart({ title, of, categories, series }: Chart, locale: Locale): Block[] {
  const most = of ?? Math.max(1, ...series.flatMap(({ values }) => values));
  const lines = series.flatMap(({ name, values }) => [
    ...(series.length > 1 ? [bold(cutEscaped(name, 200))] : []),
    ...categories.map((label, index) => {
      const count = values[index] ?? 0;
      return barLine({ label, count, value: count.toLocaleString(locale) }, most);
    }),
  ]);
  const shown = lines.length > LINES ? [...lines.slice(0, LINES), '…'] : lines;
  return sections([...(title === '' ? [] : [bold(cutEscaped(title, 300))]), ...shown]);
}
