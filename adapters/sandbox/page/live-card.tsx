import type { VNode } from 'preact';
import type { Card, Part } from '../../../src/domain/card';
import { Form } from '../form';
import { CardView } from '../render';
import type { Preview } from '../types';
import { LiveSlack } from './block-kit/surface';
import { lookOf } from './looks';
import type { View } from './view';

/** A card of the conversation as the chosen platform draws it; its buttons work. */
export function LiveCard({ card, id, view }: { card: Card; id: string; view: View }): VNode {
  const { look, previews, words } = view;
  const preview = previews.find((each) => lookOf(each) === look);
  const forms = { label: words('open-form') };
  if (!preview) return <CardView card={card} setting={{ id, heading: 2, forms }} />;
  const isForm = (part: Part) => part.kind === 'form';
  // The platforms show a form in a window of its own: here it opens in the page's dialog.
  const bare = { ...card, parts: card.parts.filter((part) => !isForm(part)) };
  return (
    <div class="drawn" lang={card.locale}>
      <Drawing card={bare} id={id} preview={preview} />
      {card.parts.map((part, index) =>
        part.kind === 'form' ? <Form part={part} id={id} forms={forms} key={`${index}`} /> : null,
      )}
    </div>
  );
}

function Drawing({ card, id, preview }: { card: Card; id: string; preview: Preview }): VNode {
  const [json = {}] = preview.draw(card, 'poll');
  switch (preview.format) {
    case 'block-kit':
      return <LiveSlack json={json} id={id} />;
    case 'adaptive-card':
      return <LiveTeams json={json} id={id} />;
  }
}

/** The page's script draws it, and draws it again when its JSON has changed. */
function LiveTeams({ json, id }: { json: object; id: string }): VNode {
  const text = JSON.stringify(json);
  return <div class="teams" id={`${id}.teams`} data-message={id} data-keep={text} />;
}
