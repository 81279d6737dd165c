import type { Bar, Part } from '../../../src/domain/card';
import { clipUnits } from '../../../src/domain/text';
import { type Block, bold, label, SECTION_TEXT, type Surface, sections } from './elements';
import { cutEscaped } from './text';

type Bars = Extract<Part, { kind: 'bars' }>;

/** The type of a native chart's block. */
export const NATIVE_CHART = 'data_visualization';

const TITLE = 50;
const LABEL = 20;
const CATEGORIES = 20;

/** A native chart where Slack can show all of it; else a line for each bar. */
export function barBlocks(part: Bars, { kind, charts }: Surface): Block[] {
  const native = kind === 'message' && charts ? nativeChart(part) : null;
  return native ? [native] : [...label(part.label), ...sections(part.bars.map(barLine))];
}

/** Null where a native chart would lose something: too many bars, or names that are equal after cutting. */
function nativeChart({ label: title, bars }: Bars): Block | null {
  const categories = bars.map((bar) => clipUnits(bar.label || '–', LABEL));
  if (categories.length === 0 || categories.length > CATEGORIES) return null;
  if (new Set(categories).size < categories.length) return null;
  const data = categories.map((category, index) => ({ label: category, value: bars[index]?.count ?? 0 }));
  const name = clipUnits(title || '–', LABEL);
  return {
    type: NATIVE_CHART,
    title: clipUnits(title || '–', TITLE),
    chart: { type: 'bar', series: [{ name, data }], axis_config: { categories } },
  };
}

/** `At home  *12 (67%)*` */
function barLine({ label: name, value }: Bar): string {
  return `${cutEscaped(name, SECTION_TEXT / 4)}  ${bold(cutEscaped(value, SECTION_TEXT / 4))}`;
}
