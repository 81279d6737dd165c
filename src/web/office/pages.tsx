import type { VNode } from 'preact';
import type { TeamToday, Visit } from '../../app/office';
import type { Card } from '../../domain/card';
import type { Reply } from '../../ports/inbox';
import { type CardSetting, CardView } from './card';
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
        <Command words={words} setting={{ formKey: signed.formKey, back: '/office' }} />
      </>
    ),
  });
}

/** What the bot answers to the questions of a section, one below the other. */
export function cardsPage(
  { words, signed }: Drawn,
  section: Section,
  replies: readonly Pick<Reply, 'card' | 'refused'>[],
  months: number,
): string {
  const back = section.path;
  return pageOf({
    words,
    signed,
    title: words.t(section.title),
    section: back,
    children: (
      <>
        {replies.map((reply, index) => (
          <CardView card={shownIn(reply)} setting={{ formKey: signed.formKey, back }} key={index} />
        ))}
        {section.note && <p class="sheet muted">{words.t(section.note, { months })}</p>}
        <Command words={words} setting={{ formKey: signed.formKey, back }} />
      </>
    ),
  });
}

/** In a section a refusal only says that there is nothing yet: without an alarm, and without a command to type. */
function shownIn({ card, refused }: Pick<Reply, 'card' | 'refused'>): Card {
  if (!refused) return card;
  return { ...card, tone: 'news', parts: card.parts.filter(({ kind }) => kind === 'text').slice(0, 1) };
}

/** What can be written to the bot in the chat can be written here. */
function Command({ words: { t }, setting }: { words: OfficeWords; setting: CardSetting }): VNode {
  return (
    <form class="row" method="post" action="/office/command">
      <input type="hidden" name="key" value={setting.formKey} />
      <input type="hidden" name="back" value={setting.back} />
      <p>
        <label for="command">{t('office.command')}</label>
        <input id="command" name="text" type="text" required maxLength={2_000} autocomplete="off" />{' '}
        <button type="submit">{t('office.send')}</button>
      </p>
    </form>
  );
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
        <Command words={words} setting={{ formKey: signed.formKey, back }} />
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
