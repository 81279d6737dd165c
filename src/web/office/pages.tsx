import type { VNode } from 'preact';
import type { TeamToday, Visit } from '../../app/office';
import type { Card } from '../../domain/card';
import type { Reply } from '../../ports/inbox';
import { CardView } from './card';
import { pageOf, type Signed } from './layout';
import type { Section } from './sections';
import { TeamsTable } from './teams-table';
import type { OfficeWords } from './words';

/** What every page of a session is drawn with. */
export interface Drawn {
  words: OfficeWords;
  signed: Signed;
}

/** The teams today, and what the visitor does themselves. */
export function todayPage({ words, signed }: Drawn, teams: readonly TeamToday[], panel: Card): string {
  return pageOf({
    words,
    signed,
    title: words.t('office.today'),
    section: '/office',
    children: (
      <>
        <TeamsTable teams={teams} words={words} />
        <CardView card={panel} setting={{ formKey: signed.formKey, back: '/office' }} />
      </>
    ),
  });
}

/** What the bot answers to the questions of a section, one below the other. */
export function cardsPage(
  { words, signed }: Drawn,
  section: Section,
  replies: readonly Pick<Reply, 'card'>[],
): string {
  const back = section.path;
  return pageOf({
    words,
    signed,
    title: words.t(section.title),
    section: back,
    children: replies.map(({ card }, index) => (
      <CardView card={card} setting={{ formKey: signed.formKey, back }} key={index} />
    )),
  });
}

/** What the bot answers to a button or a form. */
export function answerPage(
  { words, signed }: Drawn,
  { card, back, faults }: { card: Card; back: string; faults: Readonly<Record<string, string>> },
): string {
  const title = card.tone === 'refusal' ? words.t('office.refused') : words.t('office.title');
  return pageOf({
    words,
    signed,
    title,
    children: (
      <>
        <div role="status">
          <CardView card={card} setting={{ formKey: signed.formKey, back, faults }} />
        </div>
        <p>
          <a href={back}>{words.t('office.back')}</a>
        </p>
      </>
    ),
  });
}

/** The page behind a link: a press on its button signs in, so that a program that only looks at links does not. */
export function enterPage(words: OfficeWords, { member }: Pick<Visit, 'member'>): string {
  const { t } = words;
  return pageOf({
    words,
    signed: null,
    title: t('office.enter'),
    children: (
      <form class="sheet" method="post">
        <p>{t('office.enter-body', { name: member.name })}</p>
        <button type="submit" class="primary">
          {t('office.enter-button')}
        </button>
      </form>
    ),
  });
}

/** A page without a session: what is wrong, and what to do. */
export function plainPage(words: OfficeWords, title: string, body: string | VNode): string {
  return pageOf({ words, signed: null, title, children: <p class="sheet">{body}</p> });
}
