import type { Part } from '../../domain/card';
import { type Effect, type EffectValue, type Means, meansOf } from '../../domain/effects/effect';
import { aimOf, isMetricCode, METRIC_CODES, METRICS } from '../../domain/effects/metric';
import { cleanName } from '../../domain/text';
import type { DayRange } from '../../domain/time/calendar';
import type { EffectChange } from '../../ports/effect-views';
import { button, choices, facts, form, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

/** Values are listed where they are no more than that. */
const MOST_LISTED = 12;
/** What Slack takes of a text. */
const ROWS_LENGTH = 100_000;

export const effects: Presenter<'effects'> = ({ campaign, periods, effects: all, change }, words) => [
  heading(words.t('effects.heading', { campaign: words.campaign(campaign) })),
  ...(change === null ? [] : changeLines(change, words).map((line) => text(line))),
  ...when(all.length === 0, text(words.t('effects.none'))),
  ...when(
    all.length > 0,
    facts(all.map((effect) => ({ label: titleOf(effect, words), value: meansLine(effect, words) }))),
  ),
  ...valuesTable(all, words),
  ...when(
    all.length > 0,
    text(periodsLine(periods, words), 'muted'),
    text(words.t('effects.means'), 'muted'),
  ),
  choices(words.t('effects.enter'), [button(words.t('effects.form-button'), { kind: 'effect-form' })]),
];

/** `Overtime (h)`. */
export function titleOf({ metric, measure }: Pick<Effect, 'metric' | 'measure'>, words: Words): string {
  const unit = measureOf(metric, measure, words);
  return unit === ''
    ? metricLabel(metric, words)
    : words.t('effects.title', { metric: metricLabel(metric, words), unit });
}

function measureOf(metric: string, measure: string | null, words: Words): string {
  if (measure !== null) return cleanName(measure);
  return isMetricCode(metric) ? words.t(`effects.unit.${METRICS[metric].measure}`) : '';
}

function metricLabel(metric: string, words: Words): string {
  return isMetricCode(metric) ? words.t(`effects.metric.${metric}`) : cleanName(metric);
}

/** Both means by their names, with n; then what became worse as plainly as what became better. */
export function meansLine(effect: Effect, words: Words): string {
  const means = meansOf(effect.values);
  const { n, simple, weighted, fell, rose, stayed, withoutBaseline } = means;
  return [
    ...(simple === null || weighted === null
      ? []
      : [
          words.t('effects.mean-line', {
            simple: changeText(simple, words),
            weighted: changeText(weighted, words),
            count: n,
          }),
          words.t('effects.units', { fell, rose, stayed }),
          verdictOf(effect.metric, means, words),
        ]),
    ...(withoutBaseline > 0 ? [words.t('effects.without-baseline', { count: withoutBaseline })] : []),
    ...(effect.baseline || effect.core ? [periodsLine(effect, words)] : []),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Empty where it is not known which way the metric is meant to go. */
function verdictOf(metric: string, { simple, weighted }: Means, words: Words): string {
  const aim = aimOf(metric);
  if (aim === null || simple === null || weighted === null) return '';
  const sign = aim === 'less' ? -1 : 1;
  const [one, other] = [Math.sign(rounded(simple)) * sign, Math.sign(rounded(weighted)) * sign];
  if (one === 0 && other === 0) return words.t('effects.same');
  if (one >= 0 && other >= 0) return words.t('effects.better');
  return words.t(one <= 0 && other <= 0 ? 'effects.worse' : 'effects.mixed');
}

/** A share in tenths of a percent; halves go away from zero, and what computing adds to a half does not count. */
function rounded(share: number): number {
  return (Math.sign(share) * Math.round(Math.abs(share) * 1_000 + 1e-9)) / 1_000;
}

/** `−13.9%`, `+2%`, `±0%`. */
function changeText(share: number, words: Words): string {
  const change = rounded(share);
  const sign = change < 0 ? '−' : change > 0 ? '+' : '±';
  return `${sign}${words.share(Math.abs(change))}`;
}

function valuesTable(all: readonly Effect[], words: Words): Part[] {
  const rows = all.flatMap(({ metric, values }) => values.map((value) => ({ metric, value })));
  if (rows.length === 0 || rows.length > MOST_LISTED) return [];
  return [
    {
      kind: 'table',
      caption: words.t('effects.values'),
      // Three columns are what a phone shows.
      columns: [
        words.t('effects.column.unit'),
        `${words.t('effects.column.baseline')} → ${words.t('effects.column.core')}`,
        words.t('effects.column.change'),
      ],
      rows: rows.map(({ metric, value }) => [
        `${metricLabel(metric, words)} · ${cleanName(value.unit)}`,
        `${words.number(value.baseline)} → ${words.number(value.core)}`,
        value.baseline > 0 ? changeText(value.core / value.baseline - 1, words) : '–',
      ]),
    },
  ];
}

/** What the values are of. */
export function periodsLine(
  { baseline, core }: { baseline: DayRange | null; core: DayRange | null },
  words: Words,
): string {
  const shown = (span: DayRange | null) =>
    span === null ? words.t('effects.not-said') : spanLabel(span, words);
  return words.t('effects.periods', { baseline: shown(baseline), core: shown(core) });
}

export function spanLabel({ from, until }: DayRange, words: Words): string {
  if (from === until) return words.day(from);
  return words.t('date.span', { from: words.day(from), until: words.day(until) });
}

function changeLines(change: EffectChange, words: Words): string[] {
  switch (change.kind) {
    case 'set': {
      const { metric, measure, before, after } = change;
      const metricAndUnit = { metric: titleOf({ metric, measure }, words), unit: cleanName(after.unit) };
      const line = words.t('effects.set', { ...metricAndUnit, values: valuesText(after, words) });
      return before === null
        ? [line]
        : [line, words.t('effects.before', { values: valuesText(before, words) })];
    }
    case 'removed': {
      const metric = metricLabel(change.metric, words);
      if (change.unit === null) return [words.t('effects.removed', { metric })];
      return [words.t('effects.removed-unit', { metric, unit: cleanName(change.unit) })];
    }
    case 'imported': {
      const { units, changed, ignored } = change;
      const line =
        changed === 0 ? words.t('effects.imported-known') : words.t('effects.imported', { units, changed });
      return ignored.length === 0
        ? [line]
        : [line, words.t('effects.ignored', { columns: words.list(ignored) })];
    }
  }
}

/** `120 → 66`. */
function valuesText({ baseline, core, people }: EffectValue, words: Words): string {
  const values = `${words.number(baseline)} → ${words.number(core)}`;
  return people === null ? values : words.t('effects.by-people', { values, count: people });
}

export const effectForm: Presenter<'effect-form'> = (_message, words) => [
  heading(words.t('effect-form.heading')),
  form(
    { kind: 'effect-form' },
    [
      {
        ...{ kind: 'select', name: 'metric', label: words.t('effect-form.metric'), value: '' },
        options: [
          { value: '', label: words.t('effect-form.in-rows') },
          ...METRIC_CODES.map((code) => ({
            value: code,
            label: titleOf({ metric: code, measure: null }, words),
          })),
        ],
      },
      {
        ...{ kind: 'text', name: 'rows', label: words.t('effect-form.rows'), value: '', required: true },
        ...{ hint: words.t('effect-form.hint'), maxLength: ROWS_LENGTH, multiline: true },
      },
    ],
    words.t('effect-form.submit'),
  ),
];
