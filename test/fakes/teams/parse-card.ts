import type { Json } from './json';

// The package's entry is an ES module in a package of another kind; its bundle can be required, but has no types.
const cards: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

/** A right language is called wrong every other time: the parser's pattern remembers where it stood. */
const NOT_MEANT = /^Unknown element type "Chart\.|^Invalid value "[a-z]{2,3}" for property "lang"/;

/**
 * What Microsoft's own parser says against a card; empty when nothing. It knows no charts: these are checked
 * by `checkCard`, and their fallback is parsed.
 */
export function parseCard(card: Json): string[] {
  const context = new cards.SerializationContext();
  const parsed = new cards.AdaptiveCard();
  parsed.parse(card, context);
  const said = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const found = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...said.filter((message) => !NOT_MEANT.test(message)), ...found];
}
