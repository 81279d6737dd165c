import type { VNode } from 'preact';
import { Icon } from './icons';
import { SUGGESTIONS } from './suggestions';
import type { View } from './view';

/** The line where commands are typed, with suggestions. The script leaves it alone while a person types. */
export function Composer({ view, prefix }: { view: View; prefix: string }): VNode {
  const { words, locale, viewer, place } = view;
  return (
    <form id="composer" data-keep={`${locale} ${viewer.id} ${place?.id ?? ''}`} autocomplete="off">
      <div id="suggestions" role="listbox" tabIndex={-1} aria-label={words('suggestions')} hidden>
        {SUGGESTIONS.map(([typed, about], index) => (
          <div
            role="option"
            tabIndex={-1}
            id={`suggestion-${index}`}
            aria-selected="false"
            data-command={words(typed)}
            key={typed}
          >
            <code>
              {prefix} {words(typed)}
            </code>{' '}
            <span>{words(about)}</span>
          </div>
        ))}
      </div>
      <label for="command" class="prefix">
        <span class="hidden">{words('command')}: </span>
        {prefix}
      </label>
      <input
        id="command"
        type="text"
        role="combobox"
        aria-expanded="false"
        aria-controls="suggestions"
        aria-autocomplete="list"
        placeholder={words('command-hint')}
        enterkeyhint="send"
        autocapitalize="off"
        spellcheck={false}
      />
      <button type="submit" class="choice primary" aria-label={words('send')}>
        <Icon name="send" />
      </button>
    </form>
  );
}
