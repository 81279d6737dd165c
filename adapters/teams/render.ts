import type { Card, Part } from '../../src/domain/card';
import { clipUnits } from '../../src/domain/text';
import { actionsOf, linkOf } from './render/actions';
import { barsOf, factsOf, tableOf, textBlock } from './render/blocks';
import { formOf } from './render/form';
import { type Dialog, type Element, type Limits, plain } from './render/text';
import type { TeamsTranslate } from './words';

export { readValues } from './render/form';
export type { Dialog, Element } from './render/text';

/** An Adaptive Card 1.5, as JSON. */
export interface AdaptiveCard extends Element {
  type: 'AdaptiveCard';
}

/** The action that the clients of these people ask for by themselves, whenever they show the card. */
export interface Refresh {
  action: string;
  /** At most 60 ids of people. */
  userIds: readonly string[];
}

/** Teams counts two bytes for a character and refuses about 100 KB. This is half of 80 KB, less the envelope. */
const MOST_CHARACTERS = 39_000;
/** Tried one after the other until the card fits. */
const LIMITS: readonly Limits[] = [
  { text: 4_000, rows: 100 },
  { text: 1_200, rows: 40 },
  { text: 400, rows: 30 },
  { text: 150, rows: 20 },
  { text: 60, rows: 8 },
];

/** The card as one short text, for notifications and screen readers. */
export function toText({ summary }: Card, most = 2_000): string {
  return clipUnits(plain(summary), most) || '–';
}

/** Draws cards as Adaptive Cards. */
export class Renderer {
  readonly #translate: TeamsTranslate;

  constructor(translate: TeamsTranslate) {
    this.#translate = translate;
  }

  /** The card as an Adaptive Card, small enough for Teams at any size. */
  toAdaptiveCard(card: Card, refresh: Refresh | null = null, dialog?: Dialog): AdaptiveCard {
    for (const limits of LIMITS) {
      const made = this.#draw(card, dialog ? { ...limits, dialog } : limits, refresh);
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

  #draw(card: Card, limits: Limits, refresh: Refresh | null): AdaptiveCard {
    const { locale, tone, parts } = card;
    const said = toText(card, limits.text);
    const needed = this.#translate(locale, 'teams-adapter.needed');
    const body = parts.flatMap((part, index) => {
      const elements = elementsOf(part, { needed, limits });
      // A second heading begins the card that everyone sees, below a person's own answer.
      if (part.kind !== 'heading' || index === 0) return elements;
      return elements.map((element) => ({ ...element, separator: true, spacing: 'large' }));
    });
    const shown = body.length > 0 ? body : [textBlock(said, 'body', limits)];
    const more = isCut(card, limits)
      ? [textBlock(this.#translate(locale, 'teams-adapter.cut'), 'muted', limits)]
      : [];
    return {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      // Teams takes two letters only.
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

function elementsOf(part: Part, { needed, limits }: { needed: string; limits: Limits }): Element[] {
  switch (part.kind) {
    case 'heading':
      return [{ ...textBlock(part.text, 'strong', limits), size: 'large', style: 'heading' }];
    case 'text':
      return [textBlock(part.text, part.look, limits)];
    case 'facts':
      return factsOf(part, limits);
    case 'bars':
      return barsOf(part, limits);
    case 'table':
      return tableOf(part, limits);
    case 'choices':
      return actionsOf(part, limits);
    case 'form':
      return formOf(part, needed, limits);
    case 'link':
      return [linkOf(part)];
  }
}

function isWide(part: Part): boolean {
  return part.kind === 'table' || part.kind === 'bars';
}

/** Whether a part of the card was left out. */
function isCut({ parts }: Card, limits: Limits): boolean {
  return parts.some((part) => {
    switch (part.kind) {
      case 'facts':
        return part.items.length > limits.rows || part.items.some(({ value }) => value.length > limits.text);
      case 'table':
        return part.rows.length > limits.rows;
      case 'bars':
        return part.bars.length > limits.rows;
      case 'text':
        return part.text.length > limits.text;
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
