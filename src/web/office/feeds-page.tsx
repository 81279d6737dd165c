import type { FeedRow } from '../../app/office';
import { dayAt } from '../../domain/time/calendar';
import { PlainTable } from './card';
import { pageOf } from './layout';
import type { Drawn } from './pages';

const FEEDS_PATH = '/office/calendar';

/** The calendars to subscribe to; `address`: of one that was made just now, shown this once. */
export function feedsPage(
  { words, signed }: Drawn,
  feeds: readonly FeedRow[],
  address: string | null,
): string {
  const { t } = words;
  return pageOf({
    words,
    signed,
    title: t('office.calendar'),
    section: FEEDS_PATH,
    children: (
      <>
        {address !== null && (
          <section class="sheet" role="status">
            <h2>{t('office.feed-made')}</h2>
            <p>
              <code>{address}</code>
            </p>
            <p class="muted">{t('office.feed-how')}</p>
          </section>
        )}
        <section class="sheet">
          <p class="muted">{t('office.feed-what')}</p>
          <PlainTable
            caption={t('office.calendar')}
            columns={[t('office.feed-of'), t('office.feed-since'), '']}
            rows={feeds.map(({ team, name, since }) => [
              team === null ? t('office.feed-own') : name,
              since === null ? t('office.feed-none') : words.day(dayAt(since, 'UTC')),
              <form method="post" action={FEEDS_PATH} class="row">
                <input type="hidden" name="key" value={signed.formKey} />
                <input type="hidden" name="team" value={team ?? ''} />
                <button type="submit" name="do" value="make">
                  {t(since === null ? 'office.feed-make' : 'office.feed-rotate')}
                </button>
                {since !== null && (
                  <button type="submit" name="do" value="end" class="danger">
                    {t('office.feed-end')}
                  </button>
                )}
              </form>,
            ])}
          />
        </section>
      </>
    ),
  });
}
