import type { Card } from '../../src/domain/card';
import { blocksOf } from './render/blocks';
import { type Block, button, plain } from './render/elements';
import { formOf } from './render/form';
import { fits, MESSAGE_ROOM, pagesOf, squeeze, VIEW_ROOM } from './render/room';
import { cut, cutEscaped } from './render/text';
import { WORDS } from './words';

export type { Block } from './render/elements';
export { formOf, readValues } from './render/form';

/** What `chat.update` takes; notifications and screen readers read it. */
const TEXT = 3_900;
const TITLE = 24;
/** Blocks that turn pages. */
const PAGER = 1;

export interface RenderedMessage {
  text: string;
  blocks: Block[];
}

export interface RenderedModal {
  type: 'modal';
  callback_id: string;
  title: ReturnType<typeof plain>;
  close: ReturnType<typeof plain>;
  submit?: ReturnType<typeof plain>;
  private_metadata: string;
  blocks: Block[];
}

export interface RenderedHome {
  type: 'home';
  blocks: Block[];
}

export const FORM_CALLBACK = 'form';
export const SHOWN_CALLBACK = 'shown';
/** The value of a button that turns to a page, before the page's number. */
export const PAGE_PREFIX = 'page|';

/** The card as a message: pure, and within Slack's limits at any size. `charts`: this workspace shows them. */
export function toMessage(card: Card, { charts }: { charts: boolean }): RenderedMessage {
  const blocks = charts ? blocksOf(card, { kind: 'message', charts }) : plainBlocks(card);
  return { text: toText(card), blocks: squeeze(blocks, MESSAGE_ROOM, card.locale) };
}

/** A message without charts is asked whether it fits, and then drawn. */
const drawn = new WeakMap<Card, Block[]>();

function plainBlocks(card: Card): Block[] {
  const known = drawn.get(card);
  if (known) return known;
  const blocks = blocksOf(card, { kind: 'message', charts: false });
  drawn.set(card, blocks);
  return blocks;
}

/** Whether a message shows the whole card. */
export function fitsMessage(card: Card): boolean {
  return fits(plainBlocks(card), MESSAGE_ROOM);
}

/** Everything the card says, escaped, cut where Slack's limit is. */
export function toText({ summary }: Card): string {
  return cutEscaped(summary, TEXT) || '–';
}

/** The card as a modal: a form with its inputs, or what is to be read, one page of it. */
export function toModal(card: Card, options: { metadata: string; page?: number }): RenderedModal {
  const form = formOf(card);
  const words = WORDS[card.locale];
  const all = blocksOf(card, { kind: 'modal', charts: false });
  return {
    type: 'modal',
    callback_id: form ? FORM_CALLBACK : SHOWN_CALLBACK,
    title: plain(cut(words.title, TITLE)),
    close: plain(cut(words.close, TITLE)),
    ...(form ? { submit: plain(cut(form.submit || words.open, TITLE)) } : {}),
    private_metadata: options.metadata,
    blocks: form ? squeeze(all, VIEW_ROOM, card.locale) : pageOf(all, card, options.page ?? 0),
  };
}

function pageOf(all: readonly Block[], { locale }: Card, wanted: number): Block[] {
  const pages = pagesOf(all, VIEW_ROOM, PAGER);
  const page = Math.min(Math.max(0, wanted), pages.length - 1);
  const turn = (label: string, to: number): Block => ({
    ...button({ label, action: PAGE_PREFIX + to, purpose: 'other', look: 'plain', chosen: false }),
    action_id: `page-${to}`,
  });
  const pager = [
    ...(page > 0 ? [turn(WORDS[locale].previous, page - 1)] : []),
    ...(page < pages.length - 1 ? [turn(WORDS[locale].next, page + 1)] : []),
  ];
  const shown = pages[page] ?? [];
  return pager.length === 0 ? shown : [...shown, { type: 'actions', elements: pager }];
}

/** The Home tab: an answer to what was pressed there, when there is one, above the person's own panel. */
export function toHome(panel: Card, note: Card | null): RenderedHome {
  const cards = note ? [note, panel] : [panel];
  const [first = [], ...others] = cards.map((card) => blocksOf(card, { kind: 'home', charts: false }));
  const blocks = [...first, ...others.flatMap((more) => [{ type: 'divider' }, ...more])];
  return { type: 'home', blocks: squeeze(blocks, VIEW_ROOM, panel.locale) };
}

/** A modal that says to wait. */
export function waitingModal(locale: Card['locale'], metadata: string): RenderedModal {
  const words = WORDS[locale];
  return {
    type: 'modal',
    callback_id: SHOWN_CALLBACK,
    title: plain(words.title),
    close: plain(words.close),
    private_metadata: metadata,
    blocks: [{ type: 'section', text: plain(words.wait) }],
  };
}

/** Says that what was asked for was not done. */
export function failedCard(locale: Card['locale']): Card {
  const { failed } = WORDS[locale];
  const parts: Card['parts'] = [{ kind: 'text', text: failed, look: 'body' }];
  return { locale, tone: 'refusal', summary: failed, parts };
}

/** Draws cards for the gallery: the JSON that Block Kit Builder takes, a form as its modal, a panel as the Home tab too. */
export const slackPreview = {
  name: 'Slack',
  format: 'block-kit' as const,
  draw(card: Card, kind: string): readonly (RenderedMessage | RenderedModal | RenderedHome)[] {
    if (formOf(card)) return [toModal(card, { metadata: '' })];
    const message = toMessage(card, { charts: true });
    return kind === 'panel' ? [message, toHome(card, null)] : [message];
  },
};
