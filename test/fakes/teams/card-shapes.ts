import type { Json } from './json';

/* The elements of Adaptive Cards 1.5, and the charts that Teams adds to them. */

/** A required property, and its type. */
export type Need = 'text' | 'number' | 'list' | 'object' | 'url';

export interface Shape {
  needs: Record<string, Need>;
  /** Properties that hold elements. */
  elements?: string[];
  /** Properties that hold actions. */
  actions?: string[];
  /** Whether it is an input, whose `id` names its value. */
  input?: true;
}

export const ELEMENTS: Record<string, Shape> = {
  TextBlock: { needs: { text: 'text' } },
  RichTextBlock: { needs: { inlines: 'list' } },
  Image: { needs: { url: 'url' } },
  ImageSet: { needs: { images: 'list' }, elements: ['images'] },
  Media: { needs: { sources: 'list' } },
  ActionSet: { needs: { actions: 'list' }, actions: ['actions'] },
  Container: { needs: { items: 'list' }, elements: ['items'] },
  ColumnSet: { needs: { columns: 'list' }, elements: ['columns'] },
  Column: { needs: {}, elements: ['items'] },
  FactSet: { needs: { facts: 'list' } },
  Table: { needs: { columns: 'list', rows: 'list' }, elements: ['rows'] },
  TableRow: { needs: { cells: 'list' }, elements: ['cells'] },
  TableCell: { needs: { items: 'list' }, elements: ['items'] },
  'Input.Text': { needs: { id: 'text' }, input: true },
  'Input.Number': { needs: { id: 'text' }, input: true },
  'Input.Date': { needs: { id: 'text' }, input: true },
  'Input.Time': { needs: { id: 'text' }, input: true },
  'Input.Toggle': { needs: { id: 'text', title: 'text' }, input: true },
  'Input.ChoiceSet': { needs: { id: 'text', choices: 'list' }, input: true },
};

export const ACTIONS: Record<string, Shape> = {
  'Action.Execute': { needs: { verb: 'text' } },
  'Action.Submit': { needs: {} },
  'Action.OpenUrl': { needs: { url: 'url' } },
  'Action.ShowCard': { needs: { card: 'object' } },
  'Action.ToggleVisibility': { needs: { targetElements: 'list' } },
};

/** Children whose type may be omitted, by the property that holds them. */
export const IMPLIED: Record<string, string> = {
  columns: 'Column',
  rows: 'TableRow',
  cells: 'TableCell',
  images: 'Image',
};

/** The values that some properties may have. */
export const WORDS: Record<string, Record<string, string[]>> = {
  TextBlock: {
    size: ['default', 'small', 'medium', 'large', 'extraLarge'],
    weight: ['default', 'lighter', 'bolder'],
    color: ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'],
    style: ['default', 'heading'],
    horizontalAlignment: ['left', 'center', 'right'],
  },
  Container: { style: ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'] },
  'Input.ChoiceSet': { style: ['compact', 'expanded', 'filtered'] },
  'Input.Text': { style: ['text', 'tel', 'url', 'email', 'password'] },
  'Action.Execute': { style: ['default', 'positive', 'destructive'], mode: ['primary', 'secondary'] },
  'Action.Submit': { style: ['default', 'positive', 'destructive'], mode: ['primary', 'secondary'] },
};

/** The properties of any element. */
export const SPACING = ['default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding'];

type Check = (item: Json) => boolean;
const named =
  (key: string): Check =>
  (item) =>
    typeof item[key] === 'string';
const counted =
  (key: string): Check =>
  (item) =>
    typeof item[key] === 'number';
const both =
  (...checks: Check[]): Check =>
  (item) =>
    checks.every((check) => check(item));
const each =
  (key: string, check: Check): Check =>
  (item) => {
    const list = item[key];
    return (
      Array.isArray(list) && list.length > 0 && list.every((one) => typeof one === 'object' && check(one))
    );
  };
const point = both(named('x'), counted('y'));

/** Whether a chart of Teams has data that it can draw. Charts always need a fallback as well. */
export const CHARTS: Record<string, Check> = {
  'Chart.Donut': each('data', both(named('legend'), counted('value'))),
  'Chart.Pie': each('data', both(named('legend'), counted('value'))),
  'Chart.VerticalBar': each('data', (item) => item.x !== undefined && counted('y')(item)),
  'Chart.VerticalBar.Grouped': each('data', both(named('legend'), each('values', point))),
  'Chart.HorizontalBar': each('data', point),
  'Chart.HorizontalBar.Stacked': each(
    'data',
    both(named('title'), each('data', both(named('legend'), counted('value')))),
  ),
  'Chart.Line': each(
    'data',
    both(
      named('legend'),
      each('values', (item) => item.x !== undefined && counted('y')(item)),
    ),
  ),
  'Chart.Gauge': both(counted('value'), each('segments', counted('size'))),
};
