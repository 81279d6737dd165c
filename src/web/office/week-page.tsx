import type { VNode } from 'preact';
import type { TeamWeek } from '../../app/office';
import type { ShownStyle } from '../../domain/answers/work-style';
import { addDays } from '../../domain/time/calendar';
import type { NamedWeek } from '../../ports/week-views';
import { PlainTable, SCROLLS } from './card';
import { pageOf } from './layout';
import type { Drawn } from './pages';
import type { OfficeWords } from './words';

type Style = ShownStyle | 'no-answer';

const ICONS: Readonly<Record<Style, string>> = {
  home: '🏠',
  'home-part': '🌓',
  satellite: '🏬',
  mobile: '📱',
  'off-peak': '🕥',
  office: '🏢',
  away: '⚪',
  'no-answer': '❔',
};
const STYLES = Object.keys(ICONS) as Style[];
const WEEK_DAYS = 7;

/** Who is where on the days of a week: people by name where the team shows names, else counts. */
export function weekPage({ words, signed }: Drawn, week: TeamWeek): string {
  const { t } = words;
  const { team, from, days, people } = week;
  return pageOf({
    words,
    signed,
    title: t('office.week-of', { team: team.name, from: words.day(from), until: words.day(lastOf(week)) }),
    section: '/office/week',
    children: (
      <>
        <Choose week={week} words={words} />
        {days.length === 0 && <p class="sheet">{t('office.week-none')}</p>}
        {days.length > 0 && (
          <section class="sheet">
            <Counts days={days} words={words} />
            {people === null && <p class="muted">{t('office.week-counts')}</p>}
          </section>
        )}
        {days.length > 0 && people !== null && people.total > 0 && (
          <People week={week} people={people} words={words} />
        )}
      </>
    ),
  });
}

function lastOf({ from }: TeamWeek): string {
  return addDays(from, WEEK_DAYS - 1);
}

function addressOf({ team }: TeamWeek, day: string, page = 0): string {
  return `/office/week?${new URLSearchParams({ team: team.id, day, ...(page > 0 && { page: String(page) }) })}`;
}

function Choose({ week, words: { t } }: { week: TeamWeek; words: OfficeWords }): VNode {
  const { teams, team, from } = week;
  return (
    <form class="row" method="get" action="/office/week">
      {teams.length > 1 && (
        <p>
          <label for="team">{t('office.choose-team')}</label>
          <select id="team" name="team">
            {teams.map(({ id, name }) => (
              <option value={id} selected={id === team.id} key={id}>
                {name}
              </option>
            ))}
          </select>{' '}
          <input type="hidden" name="day" value={from} />
          <button type="submit">{t('office.show')}</button>
        </p>
      )}
      <a href={addressOf(week, addDays(from, -WEEK_DAYS))}>{t('office.week-before')}</a>
      <a href={addressOf(week, addDays(from, WEEK_DAYS))}>{t('office.week-after')}</a>
    </form>
  );
}

/** The three tallies of each day, never merged. */
function Counts({ days, words }: { days: TeamWeek['days']; words: OfficeWords }): VNode {
  const { t, cell } = words;
  return (
    <PlainTable
      caption={t('office.members')}
      columns={[
        t('office.day'),
        t('who-week.office'),
        t('tally.answered'),
        t('tally.telework'),
        t('tally.peak-avoided'),
        t('tally.no-office-visit'),
      ]}
      rows={days.map(({ day, phase, tally, visitors, beyond }) => [
        <>
          {words.day(day.day)}
          {phase === 'planned' && <span class="muted">{t('office.state-planned')}</span>}
        </>,
        <>
          {cell(visitors, tally.members)} {beyond && <span class="state late">{t(`office.${beyond}`)}</span>}
        </>,
        cell(tally.answered, tally.members),
        cell(tally.telework, tally.members),
        cell(tally.peakAvoided, tally.members),
        cell(tally.noOfficeVisit, tally.members),
      ])}
    />
  );
}

function People({ week, people, words }: { week: TeamWeek; people: NamedWeek; words: OfficeWords }): VNode {
  const { t } = words;
  const { from, total, shown, unnamed } = people;
  const until = from + shown.length;
  const caption =
    shown.length < total ? t('who.names', { from: from + 1, until, total }) : t('office.week-people');
  return (
    <section class="sheet">
      <section class="scrolls" {...SCROLLS} aria-label={caption}>
        <table class="matrix">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('office.name')}</th>
              {week.days.map(({ day }) => (
                <th scope="col" key={day.day}>
                  {words.day(day.day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, styles }, index) => (
              <tr key={index}>
                <th scope="row">{name}</th>
                {styles.map((style, day) => (
                  <td key={day}>
                    <StyleOf style={style} words={words} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="muted">{legendOf(shown, words)}</p>
      {unnamed > 0 && <p class="muted">{t('who.unnamed', { count: unnamed })}</p>}
      <p class="row">
        {from > 0 && (
          <a href={addressOf(week, week.from, Math.max(0, from - shown.length))}>{t('who.previous')}</a>
        )}
        {until < total && <a href={addressOf(week, week.from, until)}>{t('who.next')}</a>}
      </p>
    </section>
  );
}

/** An icon with its meaning for screen readers. */
function StyleOf({ style, words: { t } }: { style: Style | null; words: OfficeWords }): VNode {
  const label = style === null ? t('who-week.unnamed-day') : t(`style.${style}`);
  return (
    <span role="img" aria-label={label} title={label}>
      {style === null ? '–' : ICONS[style]}
    </span>
  );
}

function legendOf(shown: NamedWeek['shown'], { t }: OfficeWords): string {
  const used = new Set(shown.flatMap(({ styles }) => styles));
  return STYLES.filter((style) => used.has(style))
    .map((style) => `${ICONS[style]} ${t(`style.${style}`)}`)
    .join(' · ');
}
