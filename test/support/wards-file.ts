import { daySpan, weekdayOf } from '../../src/domain/time/calendar';

/** How many wards a file has; the names beyond the first are made up. */
const WARDS = ['江東区', ...Array.from({ length: 22 }, (_, index) => `第${index + 2}区`)];

/**
 * A file in the form of the published counts of people in wards: a row for each ward, kind of people and day. The counts
 * vary a little from day to day, in the same way each time. `quiet`: days on which only that share of the visitors came.
 */
export function wardsFile({
  from,
  until,
  quiet,
}: {
  from: string;
  until: string;
  quiet: Readonly<Record<string, number>>;
}): string {
  const rows = daySpan(from, until).flatMap((day, at) =>
    WARDS.flatMap((ward, index) => {
      const residents = 50_000 + 9_000 * index;
      const weekend = ['sat', 'sun'].includes(weekdayOf(day)) ? 0.4 : 1;
      const wobble = 1 + (((at * 7 + index * 3) % 11) - 5) / 400;
      const visitors = Math.round(residents * 2 * weekend * wobble * (quiet[day] ?? 1));
      return [`${ward},住人,${day},${residents}`, `${ward},来訪者,${day},${visitors}`];
    }),
  );
  return `エリア,対象分類,date,visitors\n${rows.join('\n')}\n`;
}
