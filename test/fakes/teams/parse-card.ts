import type { Json } from './json';

// The package's entry is an ES module in a CommonJS package. Its bundle can be required, but has no types.
const cards: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

/** The parser rejects a valid language every other time, because its pattern keeps its position. */
const NOT_MEANT = /^Unknown element type "Chart\.|^Invalid value "[a-z]{2,3}" for property "lang"/;

/**
 * The faults that Microsoft's own parser finds in a card; empty for a good card. It does not know charts, which
 * `checkCard` checks; their fallback is parsed.
 */
export function parseCard(card: Json): string[] {
  const context = new cards.SerializationContext();
  const parsed = new cards.AdaptiveCard();
  parsed.parse(card, context);
  const said = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const found = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...said.filter((message) => !NOT_MEANT.test(message)), ...found];
}
