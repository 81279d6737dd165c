import type { Json } from './json';

// The package's entry is an ES module in a package of another kind; its bundle can be required, but has no types.
const cards: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

const UNKNOWN_CHART = /^Unknown element type "Chart\./;

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
  return [...said.filter((message) => !UNKNOWN_CHART.test(message)), ...found];
}
