import type { VNode } from 'preact';
import { BotFace } from '../icons';
import { BlockView, type Live } from './blocks';
import { type Block, type Surface, surface } from './schema';

export interface SurfaceOptions {
  /** Unique on the page. */
  id: string;
  /** The bot's name, as it stands above its messages. */
  bot: string;
  badge: string;
  /** The name of the Home tab. */
  home: string;
}

/** What a message of the conversation says in Slack's drawing, without the bot's name above it. */
export function LiveSlack({ json, id }: { json: object; id: string }): VNode {
  const read = surface.safeParse(json);
  if (!read.success) return <p class="undrawn">{read.error.message}</p>;
  return (
    <div class="slack">
      <div class="body">
        <Blocks blocks={read.data.blocks} id={id} live={{ message: id }} />
      </div>
    </div>
  );
}

/** Block Kit as Slack would show it, or what is wrong with it. In the gallery nothing in it can be pressed. */
export function SlackDrawing({ json, ...options }: SurfaceOptions & { json: object }): VNode {
  const read = surface.safeParse(json);
  if (!read.success) return <p class="undrawn">{read.error.message}</p>;
  return (
    <div class="slack">
      <SurfaceView surface={read.data} {...options} />
    </div>
  );
}

function SurfaceView({ surface, id, bot, badge, home }: SurfaceOptions & { surface: Surface }): VNode {
  if (surface.type === 'modal') return <Modal modal={surface} id={id} />;
  if (surface.type === 'home') {
    return (
      <div class="home">
        <p class="tab">{home}</p>
        <Blocks blocks={surface.blocks} id={id} />
      </div>
    );
  }
  return (
    <div class="message">
      <BotFace />
      <div class="body">
        <p class="by">
          <strong>{bot}</strong> <span class="badge">{badge}</span>
        </p>
        <Blocks blocks={surface.blocks} id={id} />
      </div>
    </div>
  );
}

function Modal({ modal, id }: { modal: Extract<Surface, { type: 'modal' }>; id: string }): VNode {
  return (
    <div class="modal">
      <p class="title">{modal.title.text}</p>
      <div class="body">
        <Blocks blocks={modal.blocks} id={id} />
      </div>
      <div class="foot">
        {modal.close && (
          <button type="button" disabled>
            {modal.close.text}
          </button>
        )}
        {modal.submit && (
          <button type="button" class="primary" disabled>
            {modal.submit.text}
          </button>
        )}
      </div>
    </div>
  );
}

interface BlocksProps {
  blocks: readonly Block[];
  id: string;
  live?: Live;
}

function Blocks({ blocks, id, live }: BlocksProps): VNode {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView block={block} id={`${id}-${index}`} live={live} key={`${index}`} />
      ))}
    </>
  );
}
