import type { VNode } from 'preact';
import { hrefOf } from './links';
import { lookOf, SANDBOX } from './looks';
import type { View } from './view';

/** Chooses the platform as which the conversation is drawn. */
export function Looks({ view }: { view: View }): VNode | null {
  const { words, previews, look, viewer, place } = view;
  if (previews.length === 0) return null;
  const looks = [
    { look: SANDBOX, label: words('sandbox') },
    ...previews.map((preview) => ({ look: lookOf(preview), label: preview.name })),
  ];
  return (
    <nav id="looks" aria-label={words('looks')}>
      <ul>
        {looks.map((each) => (
          <li key={each.look}>
            <a
              href={hrefOf(view, { as: viewer.id, in: place ? undefined : 'private', look: each.look })}
              data-nav
              data-look={each.look}
              aria-current={each.look === look ? 'true' : undefined}
            >
              {each.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
