import type { Part } from '../../domain/card';
import type { TooThin } from '../../domain/effects/activity';
import { LEAST_WEEKDAYS } from '../../domain/effects/activity';
import { cleanName } from '../../domain/text';
import { weekdayOf } from '../../domain/time/calendar';
import type { ActivityRow, ActivityView } from '../../ports/effect-views';
import { exampleOf } from '../examples';
import { button, choices, facts, form, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { reasonLabel } from '../reasons';
import type { Words } from '../words';
import { spanLabel } from './effects';

/** The most days that cannot be compared which are explained. */
const MOST_THIN = 5;
const ROWS_LENGTH = 100_000;

export const activity: Presenter<'activity'> = (message, words) => {
  const { campaign, days, notWorking, baseline, rows, more, thin } = message;
  const [first, last] = [days[0] ?? words.today, days.at(-1) ?? words.today];
  return [
    heading(words.t('activity.heading', { days: spanLabel({ from: first, until: last }, words) })),
    ...(campaign === null ? [] : [text(words.campaign(campaign), 'strong')]),
    ...notWorking.map((why) => text(words.t('activity.not-working', { reason: reasonLabel(why, words) }))),
    ...when(rows.length === 0, text(words.t('activity.cannot'))),
    ...activityParts({ rows, more }, words),
    ...thin.slice(0, MOST_THIN).map((one) => text(thinLine(one, words))),
    text(
      words.t('activity.baseline', {
        days: spanLabel(baseline, words),
        example: exampleOf('activity', words),
      }),
      'muted',
    ),
    choices(words.t('activity.enter'), [button(words.t('activity.form-button'), { kind: 'activity-form' })]),
  ];
};

/** Each series with how many times the usual it was. */
export function activityParts({ rows, more }: Pick<ActivityView, 'rows' | 'more'>, words: Words): Part[] {
  return [
    ...when(
      rows.length > 0,
      facts(rows.map((row) => ({ label: nameOf(row, words), value: ratioLine(row, words) }))),
    ),
    ...when(more > 0, text(words.t('activity.more', { count: more }), 'muted')),
  ];
}

function nameOf({ source, series }: Pick<ActivityRow, 'source' | 'series'>, words: Words): string {
  return series === ''
    ? cleanName(source)
    : words.t('activity.series', { source: cleanName(source), series: cleanName(series) });
}

function ratioLine({ total, usual, n, least, most, days }: ActivityRow, words: Words): string {
  const ratio = words.number(
    Math.round((total / usual) * 100) / 100 >= 10 ? total / usual : tenths(total / usual),
  );
  const counts = { ratio, total: words.number(Math.round(total)), usual: words.number(Math.round(usual)), n };
  if (days === 1)
    return words.t('activity.of-day', {
      ...counts,
      least: words.number(Math.round(least)),
      most: words.number(Math.round(most)),
    });
  return words.t('activity.of-days', {
    ...counts,
    days,
    least: words.number(tenths(least)),
    most: words.number(tenths(most)),
  });
}

function tenths(ratio: number): number {
  return Math.round(ratio * 10) / 10;
}

function thinLine({ day, why, n, leftOut }: TooThin, words: Words): string {
  const values = { day: words.day(day), weekday: words.weekday(weekdayOf(day)), n, least: LEAST_WEEKDAYS };
  const line = words.t(`activity.thin.${why}`, values);
  if (why !== 'thin' || leftOut.length === 0) return line;
  const days = leftOut.map((one) => words.t(`activity.left-out.${one.why}`, { day: words.day(one.day) }));
  return `${line} ${words.t('activity.left-out', { days: words.list(days) })}`;
}

export const activityImported: Presenter<'activity-imported'> = (message, words) => {
  const { source, series, span, changed, tooOld } = message;
  return [
    heading(words.t('activity.imported', { source: cleanName(source) })),
    ...(span === null
      ? []
      : [text(words.t('activity.imported-days', { days: spanLabel(span, words), count: series }))]),
    // Of a file that is too old as a whole nothing was known.
    ...when(
      span !== null || tooOld === 0,
      text(
        changed === 0
          ? words.t('activity.imported-known')
          : words.t('activity.imported-changed', { count: changed }),
      ),
    ),
    ...when(tooOld > 0, text(words.t('activity.too-old', { count: tooOld }), 'muted')),
    text(words.t('activity.next', { example: exampleOf('activity', words) }), 'muted'),
  ];
};

export const activityForm: Presenter<'activity-form'> = (_message, words) => [
  heading(words.t('activity-form.heading')),
  form(
    { kind: 'activity-form' },
    [
      {
        ...{
          kind: 'text',
          name: 'source',
          label: words.t('activity-form.source'),
          value: '',
          required: true,
        },
        ...{ hint: words.t('activity-form.source-hint'), maxLength: 80 },
      },
      {
        ...{ kind: 'text', name: 'rows', label: words.t('activity-form.rows'), value: '', required: true },
        ...{ hint: words.t('activity-form.hint'), maxLength: ROWS_LENGTH, multiline: true },
      },
    ],
    words.t('activity-form.submit'),
  ),
];
