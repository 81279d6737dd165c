import type { VNode } from 'preact';
import { LANGUAGE_NAMES } from '../../../src/domain/people/person';
import type { DemoPerson } from '../people';
import { timeText } from '../time';
import type { Words } from '../words';
import { BotFace, Face, Icon } from './icons';
import { hrefOf } from './links';
import { OfficeButton } from './office-button';
import type { View } from './view';

/** The person the visitor is, and the conversations. */
export function Sidebar({ view }: { view: View }): VNode {
  const { words, viewer } = view;
  return (
    <header id="sidebar">
      <div class="brand">
        <BotFace />
        <p>
          <strong>{words('bot')}</strong>
          <span>{words('sandbox')}</span>
        </p>
      </div>
      <button type="button" id="person" data-dialog="people" aria-haspopup="dialog">
        <Face id={viewer.id} name={viewer.name} />
        <span class="who">
          <span class="role">{words('you-are')}</span>
          <span class="name" lang={viewer.locale}>
            {viewer.name}
          </span>
        </span>
        <span class="switch">{words('be-someone')}</span>
        <Icon name="down" />
      </button>
      <Conversations view={view} />
      <div class="foot">
        <a href={`/sandbox/gallery?lang=${view.locale}`}>
          <Icon name="grid" />
          {words('gallery')}
        </a>
        <OfficeButton view={view} person={view.viewer.id} />
        <a href={`/setup?lang=${view.locale}`}>
          <Icon name="more" />
          {words('set-up')}
        </a>
        <p>{words('tagline')}</p>
      </div>
      <People view={view} />
    </header>
  );
}

function Conversations({ view }: { view: View }): VNode {
  const { words, place: current, viewer } = view;
  return (
    <nav id="conversations" aria-label={words('conversation')}>
      <p class="label" aria-hidden="true">
        {words('channels')}
      </p>
      <ul>
        {view.places.map(({ place, unread }) => (
          <li key={place.id}>
            <a
              href={hrefOf(view, { as: viewer.id })}
              data-nav
              aria-current={current?.id === place.id ? 'page' : undefined}
            >
              <span class="title">{place.name}</span>
              <Dot shown={unread && current?.id !== place.id} words={words} />
            </a>
          </li>
        ))}
        <li>
          <a
            href={hrefOf(view, { as: viewer.id, in: 'private' })}
            data-nav
            aria-current={current === null ? 'page' : undefined}
          >
            <Icon name="mail" />
            <span class="title">{words('private-messages')}</span>
            <Dot shown={view.privateUnread && current !== null} words={words} />
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Dot({ shown, words }: { shown: boolean; words: Words }): VNode | null {
  if (!shown) return null;
  return (
    <span class="dot">
      <span class="hidden">{words('unread')}</span>
    </span>
  );
}

function People({ view }: { view: View }): VNode {
  const { words } = view;
  return (
    <dialog id="people" aria-labelledby="people-title">
      <div class="dialog-head">
        <h2 id="people-title">{words('be-someone')}</h2>
        <button type="button" class="quiet" data-close aria-label={words('close')}>
          <Icon name="close" />
        </button>
      </div>
      <p class="hint">{words('be-someone-hint')}</p>
      <input
        type="search"
        id="people-search"
        placeholder={words('search-people')}
        aria-label={words('search-people')}
      />
      <ul id="people-list">
        {view.persons.map(({ person, unread }) => (
          <PersonRow person={person} unread={unread} view={view} key={person.id} />
        ))}
      </ul>
      <p id="people-none" hidden>
        {words('nobody-found')}
      </p>
    </dialog>
  );
}

function PersonRow({ person, unread, view }: { person: DemoPerson; unread: boolean; view: View }): VNode {
  const { words, clock, viewer } = view;
  return (
    <li data-search={`${person.name} ${person.reading}`.toLowerCase()}>
      <a
        href={hrefOf(view, { as: person.id, in: view.place === null ? 'private' : undefined })}
        data-nav
        aria-current={person.id === viewer.id ? 'true' : undefined}
      >
        <Face id={person.id} name={person.name} />
        <span class="who">
          <span class="name">
            <span lang={person.locale}>{person.name}</span>
            {person.reading && <span class="reading"> {person.reading}</span>}
          </span>
          <span class="about">
            <span lang={person.locale}>{LANGUAGE_NAMES[person.locale]}</span> ·{' '}
            {person.timeZone.replace('Asia/', '')} {timeText(clock.now, person.timeZone, view.locale)}
          </span>
        </span>
        {person.admin && <span class="badge">{words('admin')}</span>}
        <Dot shown={unread} words={words} />
      </a>
    </li>
  );
}
