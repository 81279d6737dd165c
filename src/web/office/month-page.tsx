import type { VNode } from 'preact';
import type { MonthView } from '../../app/office';
import { Bars, PlainTable } from './card';
import { pageOf } from './layout';
import type { Drawn } from './pages';
import type { OfficeText, OfficeWords } from './words';

const FIGURES = ['tally.answered', 'tally.telework', 'tally.peak-avoided', 'tally.no-office-visit'] as const;

/** A month: the organisation by day, person-days by team and by work style, and files of it. */
export function monthPage({ words, signed }: Drawn, view: MonthView): string {
  const { t } = words;
  const { month, before, after, teams } = view;
  return pageOf({
    words,
    signed,
    title: words.month(month),
    section: '/office/month',
    children: (
      <>
        <p class="row">
          <a href={addressOf(before)}>{words.month(before)}</a>
          <a href={addressOf(after)}>{words.month(after)}</a>
        </p>
        {teams.length === 0 && <p class="sheet">{t('office.month-none')}</p>}
        {teams.length > 0 && (
          <>
            <ByDay view={view} words={words} />
            <ByDepartment view={view} words={words} />
            <ByTeam view={view} words={words} />
            <ByStyle view={view} words={words} />
            <Files month={month} words={words} />
          </>
        )}
      </>
    ),
  });
}

function addressOf(month: string): string {
  return `/office/month?${new URLSearchParams({ month })}`;
}

function heads(first: OfficeText, { t }: OfficeWords): string[] {
  return [t(first), ...FIGURES.map((key) => t(key))];
}

/** People of the organisation, each once a day; for a visitor of a single team, its days. */
function ByDay({ view: { days, teamDays }, words }: { view: MonthView; words: OfficeWords }): VNode | null {
  const { t, cell } = words;
  const rows =
    days?.map(({ day, figures: { members, answered, telework, peakAvoided, noOfficeVisit } }) => [
      words.day(day),
      cell(answered, members),
      cell(telework, members),
      peakAvoided === null ? '–' : cell(peakAvoided, members),
      cell(noOfficeVisit, members),
    ]) ??
    teamDays?.map(({ day, tally: { members, answered, telework, peakAvoided, noOfficeVisit } }) => [
      words.day(day),
      cell(answered, members),
      cell(telework, members),
      cell(peakAvoided, members),
      cell(noOfficeVisit, members),
    ]) ??
    [];
  if (rows.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{t(days === null ? 'office.members' : 'office.month-people')}</h2>
      <PlainTable
        caption={t(days === null ? 'office.month-team' : 'office.month-books')}
        columns={heads('office.day', words)}
        rows={rows}
      />
    </section>
  );
}

/** Person-days of the teams of each department; null: there are none. */
function ByDepartment({ view: { teams }, words }: { view: MonthView; words: OfficeWords }): VNode | null {
  const { t, cell } = words;
  const names = [...new Set(teams.map(({ department }) => department))];
  if (names.every((name) => name === null)) return null;
  const { compare } = new Intl.Collator(words.locale);
  const sorted = names.sort(
    (one, next) => Number(one === null) - Number(next === null) || compare(one ?? '', next ?? ''),
  );
  return (
    <section class="sheet">
      <h2>{t('office.month-departments')}</h2>
      <PlainTable
        caption={t('office.month-person-days')}
        columns={[...heads('office.department', words), t('office.all-teams')]}
        rows={sorted.map((name) => {
          const its = teams.filter(({ department }) => department === name);
          const sum = (of: 'members' | 'answered' | 'telework' | 'peakAvoided' | 'noOfficeVisit') =>
            its.reduce((total, team) => total + team[of], 0);
          const members = sum('members');
          return [
            name ?? t('office.no-department'),
            cell(sum('answered'), members),
            cell(sum('telework'), members),
            cell(sum('peakAvoided'), members),
            cell(sum('noOfficeVisit'), members),
            words.number(its.length),
          ];
        })}
      />
    </section>
  );
}

function ByTeam({ view: { teams }, words }: { view: MonthView; words: OfficeWords }): VNode {
  const { t, cell } = words;
  return (
    <section class="sheet">
      <h2>{t('office.month-teams')}</h2>
      <PlainTable
        caption={t('office.month-person-days')}
        columns={[...heads('office.team', words), t('office.month-days')]}
        rows={teams.map(({ name, department, days, members, ...of }) => [
          <>
            {name}
            {department && <span class="muted">{department}</span>}
          </>,
          cell(of.answered, members),
          cell(of.telework, members),
          cell(of.peakAvoided, members),
          cell(of.noOfficeVisit, members),
          words.number(days),
        ])}
      />
    </section>
  );
}

function ByStyle({ view: { styles, teams }, words }: { view: MonthView; words: OfficeWords }): VNode {
  const { t } = words;
  const of = teams.reduce((sum, { members }) => sum + members, 0);
  return (
    <section class="sheet">
      <h2>{t('office.month-styles')}</h2>
      <Bars
        part={{
          kind: 'bars',
          label: t('office.month-person-days'),
          of,
          bars: styles.map(({ style, people }) => ({
            label: t(`style.${style}`),
            count: people,
            value: words.cell(people, of),
          })),
        }}
      />
    </section>
  );
}

function Files({ month, words: { t } }: { month: string; words: OfficeWords }): VNode {
  const query = new URLSearchParams({ month });
  return (
    <section class="sheet">
      <h2>{t('office.files')}</h2>
      <p>{t('office.files-body')}</p>
      <p class="row">
        <a href={`/office/days.csv?${query}`}>CSV</a>
        <a href={`/office/days.xlsx?${query}`}>Excel</a>
        <a href={`/office/days.csv?${new URLSearchParams({ year: month.slice(0, 4) })}`}>
          {t('office.files-year', { year: month.slice(0, 4) })}
        </a>
      </p>
    </section>
  );
}
