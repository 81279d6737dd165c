import type { Card, Part } from '../../src/domain/card';
import { actionsOf, chartOf, linkOf } from './render/actions';
import { barsOf, factsOf, tableOf, textBlock } from './render/blocks';
import { formOf } from './render/form';
import { clip, type Element, plain, type Room } from './render/text';
import type { TeamsTranslate } from './words';

export { readValues } from './render/form';
export type { Element } from './render/text';

/** An Adaptive Card 1.5, as it travels. */
export interface AdaptiveCard extends Element {
  type: 'AdaptiveCard';
}

/** What the client of a person named here asks by itself whenever it shows the card. */
export interface Refresh {
  action: string;
  /** At most 60 ids of people. */
  userIds: readonly string[];
}

/** Teams counts two bytes a character and refuses about 100 KB: half of 80 KB, less the envelope. */
export const MOST_CHARACTERS = 39_000;
/** Tried one after the other until the card fits: characters a text, and rows a list. */
const ROOMS: readonly Room[] = [
  { text: 4_000, rows: 100 },
  { text: 1_200, rows: 40 },
  { text: 400, rows: 30 },
  { text: 150, rows: 20 },
  { text: 60, rows: 8 },
];

/** What notifications and screen readers read, in one short text. */
export function toText({ summary }: Card, most = 2_000): string {
  return clip(plain(summary), most) || '–';
}

/** Cards as Adaptive Cards. */
export class Renderer {
  readonly #translate: TeamsTranslate;

  constructor(translate: TeamsTranslate) {
    this.#translate = translate;
  }

  /** The card as an Adaptive Card, small enough for Teams at any size. */
  toAdaptiveCard(card: Card, refresh: Refresh | null = null): AdaptiveCard {
    for (const room of ROOMS) {
      const made = this.#draw(card, room, refresh);
      if (JSON.stringify(made).length <= MOST_CHARACTERS) return made;
    }
    return this.#draw({ ...card, parts: [] }, { text: 4_000, rows: 1 }, null);
  }

  /** The message that carries a card. */
  toMessage(card: Card, refresh: Refresh | null = null): Element {
    const content = this.toAdaptiveCard(card, refresh);
    return {
      type: 'message',
      summary: toText(card, 300),
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    };
  }

  #draw(card: Card, room: Room, refresh: Refresh | null): AdaptiveCard {
    const { locale, tone, parts } = card;
    const said = toText(card, room.text);
    const needed = this.#translate(locale, 'teams-adapter.needed');
    const body = parts.flatMap((part, index) => {
      const elements = elementsOf(part, { locale, needed, room });
      // A second heading begins what stands below: everybody's card, under a person's own answer.
      if (part.kind !== 'heading' || index === 0) return elements;
      return elements.map((element) => ({ ...element, separator: true, spacing: 'large' }));
    });
    const shown = body.length > 0 ? body : [textBlock(said, 'body', room)];
    const more = isCut(card, room)
      ? [textBlock(this.#translate(locale, 'teams-adapter.cut'), 'muted', room)]
      : [];
    return {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      // Two letters are all it may be.
      lang: locale.slice(0, 2),
      fallbackText: said,
      speak: said,
      ...(refresh && refresh.userIds.length > 0 ? { refresh: refreshOf(refresh) } : {}),
      body:
        tone === 'refusal'
          ? [{ type: 'Container', style: 'warning', bleed: true, items: shown }]
          : [...shown, ...more],
      ...(parts.some(isWide) ? { msteams: { width: 'Full' } } : {}),
    };
  }
}

function refreshOf({ action, userIds }: Refresh): Element {
  return {
    action: { type: 'Action.Execute', verb: 'refresh', data: { action } },
    userIds: [...userIds],
  };
}

function elementsOf(
  part: Part,
  { locale, needed, room }: { locale: Card['locale']; needed: string; room: Room },
): Element[] {
  switch (part.kind) {
    case 'heading':
      return [{ ...textBlock(part.text, 'strong', room), size: 'large', style: 'heading' }];
    case 'text':
      return [textBlock(part.text, part.look, room)];
    case 'facts':
      return factsOf(part, room);
    case 'bars':
      return barsOf(part, room);
    case 'chart':
      return chartOf(part, locale, room);
    case 'table':
      return tableOf(part, room);
    case 'choices':
      return actionsOf(part, room);
    case 'form':
      return formOf(part, needed, room);
    case 'link':
      return [linkOf(part)];
  }
}

function isWide(part: Part): boolean {
  return part.kind === 'table' || part.kind === 'chart';
}

/** Whether something of the card had to be left out. */
function isCut({ parts }: Card, room: Room): boolean {
  return parts.some((part) => {
    switch (part.kind) {
      case 'facts':
        return part.items.length > room.rows || part.items.some(({ value }) => value.length > room.text);
      case 'table':
        return part.rows.length > room.rows;
      case 'bars':
        return part.bars.length > room.rows;
      case 'text':
        return part.text.length > room.text;
      default:
        return false;
    }
  });
}

/** Draws cards for the gallery. */
export function teamsPreview(translate: TeamsTranslate) {
  const render = new Renderer(translate);
  return {
    name: 'Teams',
    format: 'adaptive-card' as const,
    draw: (card: Card): readonly AdaptiveCard[] => [render.toAdaptiveCard(card)],
  };
}
