import type { VNode } from 'preact';
import type { PeopleView } from '../../app/office';
import { PlainTable } from './card';
import { pageOf } from './layout';
import type { Drawn } from './pages';
import type { OfficeWords } from './words';

const PEOPLE_PATH = '/office/people';

/** Who cannot be reached, with the cure, and who has not answered for long, where the organisation lists them. */
export function peoplePage({ words, signed }: Drawn, view: PeopleView): string {
  const { t } = words;
  return pageOf({
    words,
    signed,
    title: t('office.persons'),
    section: PEOPLE_PATH,
    children: (
      <>
        <section class="sheet">
          <h2>{t('office.unreached')}</h2>
          {view.unreached.length === 0 ? (
            <p>{t('office.unreached-none')}</p>
          ) : (
            <PlainTable
              caption={t('office.unreached')}
              columns={[t('office.name'), t('office.unreached-day'), t('office.unreached-cure')]}
              rows={view.unreached.map(({ name, day, reason }) => [
                name,
                words.day(day),
                t(`office.unreached-${reason}`),
              ])}
            />
          )}
        </section>
        <section class="sheet">
          <h2>{t('office.silent-people')}</h2>
          <p class="muted">{t('office.silent-what')}</p>
          {view.lists && <Silent view={view} words={words} />}
          <form class="choices" method="post" action="/office/press">
            <input type="hidden" name="key" value={signed.formKey} />
            <input type="hidden" name="back" value={PEOPLE_PATH} />
            <button type="submit" name="action" value={view.switch}>
              {t(view.lists ? 'office.silent-off' : 'office.silent-on')}
            </button>
          </form>
        </section>
      </>
    ),
  });
}

function Silent({ view, words }: { view: PeopleView; words: OfficeWords }): VNode {
  const { t } = words;
  const { silent, total, from, before, after } = view;
  if (total === 0) return <p>{t('office.silent-none')}</p>;
  return (
    <>
      <PlainTable
        caption={t('who.names', { from: from + 1, until: from + silent.length, total })}
        columns={[t('office.name'), t('office.silent-days'), t('office.silent-last')]}
        rows={silent.map(({ name, silent: days, asked, last }) => [
          name,
          words.cell(days, asked),
          last === null ? t('office.silent-never') : words.day(last),
        ])}
      />
      <p class="row">
        {before !== null && <a href={`${PEOPLE_PATH}?page=${before}`}>{t('who.previous')}</a>}
        {after !== null && <a href={`${PEOPLE_PATH}?page=${after}`}>{t('who.next')}</a>}
        <a href="/office/people.csv">{t('office.csv')}</a>
      </p>
    </>
  );
}
