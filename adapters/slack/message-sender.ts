import type { Card } from '../../src/domain/card';
import type { OrgId } from '../../src/domain/people/person';
import { ChatError, type Place, type Post, type PostKey } from '../../src/ports/chat';
import type { RateLimiter } from '../../src/ports/rate-limiter';
import type { Api } from './api';
import type { Charts } from './charts';
import { slackCode } from './errors';
import { EDIT_MAX_WAIT_MS, editsOf } from './limits';
import { addressOf, metadataOf, postAt } from './posts';
import { hasNativeChart, type RenderedMessage, type Renderer } from './render';

export interface SenderParts {
  api: Api;
  render: Renderer;
  charts: Charts;
  limiter: RateLimiter;
}

/** Posts and edits cards as messages: with native charts, or with bars of text where the workspace refuses those. */
export class MessageSender {
  readonly #api: Api;
  readonly #render: Renderer;
  readonly #charts: Charts;
  readonly #limiter: RateLimiter;

  constructor({ api, render, charts, limiter }: SenderParts) {
    this.#api = api;
    this.#render = render;
    this.#charts = charts;
    this.#limiter = limiter;
  }

  async post(org: OrgId, channel: Place, card: Card, key: PostKey): Promise<Post> {
    const options = { metadata: metadataOf(key), unfurl_links: false, unfurl_media: false };
    const post = (draw: () => RenderedMessage) =>
      this.#api.call(
        org,
        'chat.postMessage',
        (client, { token }) => client.chat.postMessage({ token, channel, ...draw(), ...options }),
        { channel },
      );
    const posted = await this.#withCharts(org, () => card, post);
    if (!posted.ts) throw new ChatError('uncertain', 'Slack did not say where the message stands');
    return postAt(posted.channel ?? channel, posted.ts);
  }

  /** `take` gives the card when the call's turn has come: changes made until then are in it. */
  async edit(org: OrgId, post: Post, take: () => Card): Promise<void> {
    const { channel, ts } = addressOf(post);
    await this.#limiter.acquire(...editsOf(org, post), { urgent: false, maxWaitMs: EDIT_MAX_WAIT_MS });
    await this.#withCharts(org, take, (draw) =>
      this.#api.call(
        org,
        'chat.update',
        (client, { token }) => client.chat.update({ token, channel, ts, ...draw() }),
        { maxWaitMs: EDIT_MAX_WAIT_MS },
      ),
    );
  }

  /** Sends the card; sends it again without native charts if Slack has refused them, which posted nothing. */
  async #withCharts<T>(
    org: OrgId,
    take: () => Card,
    send: (draw: () => RenderedMessage) => Promise<T>,
  ): Promise<T> {
    // While the database is away, charts are tried: a refusal costs one call.
    const charts = await this.#charts.supported(org).catch(() => true);
    let native = false;
    try {
      return await send(() => {
        const message = this.#render.toMessage(take(), { charts });
        native = hasNativeChart(message);
        return message;
      });
    } catch (error) {
      if (!native || slackCode(error) !== 'invalid_blocks') throw error;
      const sent = await send(() => this.#render.toMessage(take(), { charts: false }));
      // The message was sent, whether or not the refusal can be stored.
      await this.#charts.refused(org).catch(() => undefined);
      return sent;
    }
  }
}
