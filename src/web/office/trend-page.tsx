import { TREND_MONTHS, type TrendView } from '../../app/office';
import { PlainTable, SCROLLS } from './card';
import { lineChart } from './chart';
import { pageOf } from './layout';
import type { Drawn } from './pages';
import type { OfficeWords } from './words';

const FIGURES = ['tally.answered', 'tally.telework', 'tally.peak-avoided', 'tally.no-office-visit'] as const;
const TREND_PATH = '/office/trend';

type Week = TrendView['weeks'][number];

/** The weeks of the last months as a chart and as its table, the three tallies apart. */
export async function trendPage({ words, signed }: Drawn, view: TrendView): Promise<string> {
  const { t } = words;
  const { weeks, months, ofPeople } = view;
  // A line takes two points.
  const chart = weeks.length > 1 ? await chartOf(weeks, words) : null;
  return pageOf({
    words,
    signed,
    title: t('office.trend'),
    section: TREND_PATH,
    children: (
      <>
        <p class="row">
          {TREND_MONTHS.map((count) => (
            <a
              href={`${TREND_PATH}?months=${count}`}
              aria-current={count === months ? 'true' : undefined}
              key={count}
            >
              {t('office.trend-months', { count })}
            </a>
          ))}
        </p>
        {weeks.length === 0 && <p class="sheet">{t('office.trend-none')}</p>}
        {weeks.length > 0 && (
          <section class="sheet">
            <p class="muted">{t(ofPeople ? 'office.trend-people' : 'office.trend-teams')}</p>
            {/* Made here from numbers and from words that the chart writes as text. */}
            {chart !== null && (
              <figure
                {...SCROLLS}
                aria-label={t('office.trend')}
                dangerouslySetInnerHTML={{ __html: chart }}
              />
            )}
            <PlainTable
              caption={t('office.month-person-days')}
              columns={[t('office.trend-week'), ...FIGURES.map((key) => t(key)), t('office.month-days')]}
              rows={weeks
                .toReversed()
                .map((week) => [
                  words.day(week.from),
                  ...countsOf(week).map((count) => (count === null ? '–' : words.cell(count, week.members))),
                  words.number(week.days),
                ])}
            />
          </section>
        )}
      </>
    ),
  });
}

function countsOf({ answered, telework, peakAvoided, noOfficeVisit }: Week): (number | null)[] {
  return [answered, telework, peakAvoided, noOfficeVisit];
}

function chartOf(weeks: readonly Week[], words: OfficeWords): Promise<string> {
  return lineChart({
    label: words.t('office.trend'),
    lines: FIGURES.map((key, index) => ({
      name: words.t(key),
      points: weeks.map((week) => {
        const count = countsOf(week)[index] ?? null;
        return { day: week.from, share: count === null || week.members === 0 ? null : count / week.members };
      }),
    })),
    dayText: words.day,
    shareText: (share) => words.t('office.percent', { share }),
  });
}
