import type { Card, CardChoice, Part } from '../../src/domain/card';
import { LOCALES, type Locale } from '../../src/domain/people/person';
import type { MessageBody } from '../../src/ports/messages';
import { present } from '../../src/present';
import { samples } from '../../src/present/samples';
import { TODAY } from '../../src/present/samples/data';

/* Cards for tests: of the samples by name, and of a test's own messages. */

const BY_NAME = new Map(samples().map(({ name, message }) => [name, message]));

/** The sample's card. */
export function sample(name: string, locale: Locale = 'en'): Card {
  return present(messageOf(name), locale);
}

export function messageOf(name: string) {
  const message = BY_NAME.get(name);
  if (!message) throw new Error(`no sample is called ${name}`);
  return message;
}

/** A card of one's own message on 24 July 2018. */
export function card(body: MessageBody, locale: Locale = 'en'): Card {
  return present({ today: TODAY, ...body }, locale);
}

/** The sample in every language: English, Japanese, simplified and traditional Chinese. */
export function inAll(name: string, read: (card: Card) => string): string[] {
  return LOCALES.map((locale) => read(sample(name, locale)));
}

export function partsOf<Kind extends Part['kind']>(
  { parts }: Card,
  kind: Kind,
): Extract<Part, { kind: Kind }>[] {
  return parts.filter((part): part is Extract<Part, { kind: Kind }> => part.kind === kind);
}

export function buttonsOf(card: Card): CardChoice[] {
  return partsOf(card, 'choices').flatMap(({ choices }) => choices);
}

/** The actions of all buttons, as they travel. */
export function actionsOf(card: Card): string[] {
  return buttonsOf(card).map(({ action }) => action);
}

export function headingOf(card: Card): string {
  return partsOf(card, 'heading')[0]?.text ?? '';
}

/** All facts of a card by their labels. */
export function factsOf(card: Card): Record<string, string> {
  const items = partsOf(card, 'facts').flatMap((part) => part.items);
  return Object.fromEntries(items.map(({ label, value }) => [label, value]));
}

export function linesOf({ summary }: Card): string[] {
  return summary.split('\n');
}
