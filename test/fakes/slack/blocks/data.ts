import { z } from 'zod';
import { LIMITS } from '../limits';
import { id } from './text';

/* Tables and charts: for messages only. */

const richText = z.looseObject({
  type: z.literal('rich_text'),
  elements: z.array(z.looseObject({ type: z.string() })).min(1),
});

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().optional() }),
  richText,
]);

function sameLength(rows: unknown[][]): boolean {
  return rows.every((row) => row.length === rows[0]?.length);
}

const row = z.array(cell).min(1).max(LIMITS.tableColumns);
const SAME_LENGTH = 'every row must have the same number of cells';

export const table = z.strictObject({
  type: z.literal('table'),
  block_id: id.optional(),
  rows: z.array(row).min(1).max(LIMITS.tableRows).refine(sameLength, SAME_LENGTH),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(LIMITS.tableColumns)
    .optional(),
});

export const dataTable = z.strictObject({
  type: z.literal('data_table'),
  block_id: id.optional(),
  caption: z.string().min(1),
  rows: z
    .array(row)
    .min(2)
    .max(LIMITS.tableRows + 1)
    .refine(sameLength, SAME_LENGTH),
  page_size: z.int().min(1).max(100).optional(),
  row_header_column_index: z.int().min(0).optional(),
});

const chartLabel = z.string().min(1).max(LIMITS.chartLabel);
const finite = z.number();
const series = z.strictObject({
  name: chartLabel,
  data: z
    .array(z.strictObject({ label: chartLabel, value: finite }))
    .min(1)
    .max(LIMITS.chartPoints),
});

const axes = z.strictObject({
  categories: z.array(chartLabel).min(1).max(LIMITS.chartPoints),
  x_label: z.string().max(LIMITS.chartTitle).optional(),
  y_label: z.string().max(LIMITS.chartTitle).optional(),
});

interface Plot {
  series: { name: string; data: { label: string }[] }[];
  axis_config: { categories: string[] };
}

function labelsMatch({ series: all, axis_config }: Plot): boolean {
  const categories = JSON.stringify(axis_config.categories);
  return all.every(({ data }) => JSON.stringify(data.map(({ label }) => label)) === categories);
}

function namesDiffer({ series: all }: Plot): boolean {
  return new Set(all.map(({ name }) => name)).size === all.length;
}

const plot = <T extends string>(type: T) =>
  z
    .strictObject({
      type: z.literal(type),
      series: z.array(series).min(1).max(LIMITS.chartSeries),
      axis_config: axes,
    })
    .refine(labelsMatch, 'data labels must match the categories')
    .refine(namesDiffer, 'series names must be unique');

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label: chartLabel, value: z.number().positive('must be greater than 0') }))
    .min(1)
    .max(LIMITS.chartSeries),
});

export const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id.optional(),
  title: z.string().min(1).max(LIMITS.chartTitle),
  chart: z.discriminatedUnion('type', [pie, plot('bar'), plot('line'), plot('area')]),
});

export const richTextBlock = richText.extend({ block_id: id.optional() });
