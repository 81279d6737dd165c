import type { Card } from '../../src/domain/card';
import type { Locale } from '../../src/domain/people/person';
import { clipUnits } from '../../src/domain/text';
import { actionIdOf, pageValueOf } from './render/action-ids';
import { blocksOf } from './render/blocks';
import { fits, MESSAGE_BUDGET, paginate, squeeze, VIEW_BUDGET } from './render/budget';
import { NATIVE_CHART } from './render/chart';
import { type Block, button, plain } from './render/elements';
import { formOf } from './render/form';
import { cutEscaped } from './render/text';
import type { Say, SlackTranslate } from './words';

export type { Block } from './render/elements';
export { formOf, readValues } from './render/form';

/** UTF-16 units, by the limit of `chat.update`. Notifications and screen readers read this text. */
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

const FORM_CALLBACK = 'form';
const SHOWN_CALLBACK = 'shown';
/** The card's summary, escaped, within Slack's limit. */
export function toText({ summary }: Card): string {
  return cutEscaped(summary, TEXT) || '–';
}

/** Whether the message needs a workspace that takes native charts. */
export function hasNativeChart({ blocks }: RenderedMessage): boolean {
  return blocks.some(({ type }) => type === NATIVE_CHART);
}

/** What a form's window is called, such as the team whose settings they are. */
function headingOf({ parts: [first] }: Card): string | null {
  return first?.kind === 'heading' && first.text !== '' ? first.text : null;
}

/** Cards as Slack shows them: within its limits at any size. */
export class Renderer {
  readonly #translate: SlackTranslate;
  /** Cards without charts are drawn once to see whether they fit, and once to be sent. */
  readonly #drawn = new WeakMap<Card, Block[]>();

  constructor(translate: SlackTranslate) {
    this.#translate = translate;
  }

  /** The card as a message. `charts`: the workspace takes native charts. */
  toMessage(card: Card, { charts }: { charts: boolean }): RenderedMessage {
    const say = this.#sayIn(card.locale);
    const blocks = charts ? blocksOf(card, { kind: 'message', charts, say }) : this.#plainBlocks(card);
    return { text: toText(card), blocks: squeeze(blocks, MESSAGE_BUDGET, say('slack.more')) };
  }

  /** Whether a message shows the whole card. */
  fitsMessage(card: Card): boolean {
    return fits(this.#plainBlocks(card), MESSAGE_BUDGET);
  }

  /** The card as a modal: a form with its inputs, or one page (from 0) of what is to be read. */
  toModal(card: Card, options: { metadata: string; page?: number }): RenderedModal {
    const form = formOf(card);
    const say = this.#sayIn(card.locale);
    const heading = form ? headingOf(card) : null;
    const fitsTitle = heading !== null && heading.length <= TITLE;
    const shown = fitsTitle ? { ...card, parts: card.parts.slice(1) } : card;
    const all = blocksOf(shown, { kind: 'modal', charts: false, say });
    return {
      type: 'modal',
      callback_id: form ? FORM_CALLBACK : SHOWN_CALLBACK,
      title: plain(clipUnits(heading ?? say('slack.title'), TITLE)),
      close: plain(clipUnits(say('slack.close'), TITLE)),
      ...(form ? { submit: plain(clipUnits(form.submit || say('slack.open'), TITLE)) } : {}),
      private_metadata: options.metadata,
      blocks: form ? squeeze(all, VIEW_BUDGET, say('slack.more')) : pageOf(all, options.page ?? 0, say),
    };
  }

  /** The Home tab: the person's panel, with the answer to a press there above it. */
  toHome(panel: Card, note: Card | null): RenderedHome {
    const cards = note ? [note, panel] : [panel];
    const [first = [], ...others] = cards.map((card) =>
      blocksOf(card, { kind: 'home', charts: false, say: this.#sayIn(card.locale) }),
    );
    const blocks = [...first, ...others.flatMap((more) => [{ type: 'divider' }, ...more])];
    return {
      type: 'home',
      blocks: squeeze(blocks, VIEW_BUDGET, this.#translate(panel.locale, 'slack.more')),
    };
  }

  /** A modal that says to wait. */
  waitingModal(locale: Locale, metadata: string): RenderedModal {
    const say = this.#sayIn(locale);
    return {
      type: 'modal',
      callback_id: SHOWN_CALLBACK,
      title: plain(clipUnits(say('slack.title'), TITLE)),
      close: plain(clipUnits(say('slack.close'), TITLE)),
      private_metadata: metadata,
      blocks: [{ type: 'section', text: plain(say('slack.wait')) }],
    };
  }

  /** Says that the request was not carried out. */
  failedCard(locale: Locale): Card {
    return refusalOf(locale, this.#translate(locale, 'slack.failed'));
  }

  /** Says that a window does not work any more. */
  outdatedCard(locale: Locale): Card {
    return refusalOf(locale, this.#translate(locale, 'slack.outdated'));
  }

  #plainBlocks(card: Card): Block[] {
    const known = this.#drawn.get(card);
    if (known) return known;
    const blocks = blocksOf(card, { kind: 'message', charts: false, say: this.#sayIn(card.locale) });
    this.#drawn.set(card, blocks);
    return blocks;
  }

  #sayIn(locale: Locale): Say {
    return (key) => this.#translate(locale, key);
  }
}

function refusalOf(locale: Locale, text: string): Card {
  return { locale, tone: 'refusal', summary: text, parts: [{ kind: 'text', text, look: 'body' }] };
}

function pageOf(all: readonly Block[], wanted: number, say: Say): Block[] {
  const pages = paginate(all, VIEW_BUDGET, PAGER);
  const page = Math.min(Math.max(0, wanted), pages.length - 1);
  const turn = (label: string, to: number): Block => ({
    ...button({ label, action: pageValueOf(to), purpose: 'other', look: 'plain', chosen: false }),
    action_id: actionIdOf('page', to),
  });
  const pager = [
    ...(page > 0 ? [turn(say('slack.previous'), page - 1)] : []),
    ...(page < pages.length - 1 ? [turn(say('slack.next'), page + 1)] : []),
  ];
  const shown = pages[page] ?? [];
  return pager.length === 0 ? shown : [...shown, { type: 'actions', elements: pager }];
}

/** Draws cards for the gallery: the JSON that Block Kit Builder takes, a form as its modal, a panel as the Home tab too. */
export function slackPreview(translate: SlackTranslate) {
  const render = new Renderer(translate);
  return {
    name: 'Slack',
    format: 'block-kit' as const,
    draw(card: Card, kind: string): readonly (RenderedMessage | RenderedModal | RenderedHome)[] {
      if (formOf(card)) return [render.toModal(card, { metadata: '' })];
      const message = render.toMessage(card, { charts: true });
      return kind === 'panel' ? [message, render.toHome(card, null)] : [message];
    },
  };
}
