import type { VNode } from 'preact';
import { dayAt } from '../../../src/domain/time/calendar';
import { PREFIX } from '../act';
import type { Message, Note } from '../platform';
import { SCROLLS } from '../render';
import { dateText, timeText } from '../time';
import { Composer } from './composer';
import { BotFace, Icon } from './icons';
import { hrefOf } from './links';
import { LiveCard } from './live-card';
import { Looks } from './look-switch';
import { Stage } from './stage';
import type { Item, View } from './view';

const MOST_SPOKEN = 240;

/** The messages of one channel, or of the private conversation. */
export function Conversation({ view }: { view: View }): VNode {
  const { words, place, items } = view;
  const title = place?.name ?? words('private-messages');
  return (
    <main id="conversation" aria-labelledby="title">
      <div class="head">
        <h1 id="title" tabIndex={-1}>
          {title}
        </h1>
        <p>{place ? words('people', { count: view.persons.length }) : words('private-with')}</p>
      </div>
      <Looks view={view} />
      <Stage view={view} />
      <section id="log" aria-label={words('conversation')} {...SCROLLS}>
        {view.hidden > 0 && <Earlier view={view} />}
        {items.length === 0 && <Empty view={view} />}
        <ol>
          {items.map((item, index) => (
            <Entry item={item} before={items[index - 1]} view={view} key={idOf(item)} />
          ))}
        </ol>
      </section>
      <button type="button" id="latest" class="choice">
        <Icon name="down" />
        {words('latest')}
      </button>
      <Composer view={view} prefix={PREFIX} />
    </main>
  );
}

function Earlier({ view }: { view: View }): VNode {
  const { viewer, place, words } = view;
  const href = hrefOf(view, { as: viewer.id, in: place ? undefined : 'private', all: '1' });
  return (
    <p class="earlier">
      <a href={href} data-nav>
        {words('earlier')}
      </a>
    </p>
  );
}

function Empty({ view: { words, place } }: { view: View }): VNode {
  return (
    <div class="empty">
      <BotFace />
      <p>
        <strong>{place ? words('empty-channel') : words('empty-private')}</strong>
      </p>
      <p>{place ? words('empty-channel-hint') : words('empty-private-hint')}</p>
    </div>
  );
}

function Entry({ item, before, view }: { item: Item; before: Item | undefined; view: View }): VNode {
  const zone = view.viewer.timeZone;
  const day = dayAt(atOf(item), zone);
  const newDay = !before || dayAt(atOf(before), zone) !== day;
  return (
    <li id={`m-${idOf(item)}`} class={item.kind} data-say={sayOf(item)}>
      {newDay && (
        <p class="day">
          <span>{dateText(atOf(item), zone, view.words)}</span>
        </p>
      )}
      {item.kind === 'message' ? (
        <Said message={item.message} view={view} />
      ) : (
        <OnlyYou note={item.note} view={view} />
      )}
    </li>
  );
}

function Said({ message, view }: { message: Message; view: View }): VNode {
  const { words } = view;
  return (
    <article>
      <BotFace />
      <div class="body">
        <p class="by">
          <strong>{words('bot')}</strong> <span class="badge">{words('app')}</span>{' '}
          <Time item={message} view={view} />
          {message.edited && <span class="edited"> ({words('edited')})</span>}
        </p>
        <LiveCard card={message.card} id={message.id} view={view} />
      </div>
    </article>
  );
}

function OnlyYou({ note, view }: { note: Note; view: View }): VNode {
  const { words } = view;
  return (
    <article>
      <BotFace />
      <div class="body">
        {note.asked && (
          <p class="asked">
            <span>{words('you')}:</span> <bdi>{note.asked}</bdi>
          </p>
        )}
        <p class="by">
          <strong>{words('bot')}</strong> <span class="badge">{words('app')}</span>{' '}
          <Time item={note} view={view} />
        </p>
        <LiveCard card={note.card} id={note.id} view={view} />
        {note.place !== null && (
          <p class="only">
            <Icon name="eye" /> {words('only-you')}
          </p>
        )}
      </div>
    </article>
  );
}

function Time({ item: { at }, view: { viewer, locale } }: { item: Message; view: View }): VNode {
  return <time>{timeText(at, viewer.timeZone, locale)}</time>;
}

function idOf(item: Item): string {
  return item.kind === 'message' ? item.message.id : item.note.id;
}

/** Announced by screen readers when the item arrives: enough to decide whether to read it. */
function sayOf(item: Item): string {
  const { summary } = item.kind === 'message' ? item.message.card : item.note.card;
  return summary.replaceAll(/\s+/g, ' ').slice(0, MOST_SPOKEN);
}

function atOf(item: Item): number {
  return item.kind === 'message' ? item.message.at : item.note.at;
}
