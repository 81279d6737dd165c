import { isRepeatable } from '../../src/app/delivery/post-key';
import type { Card } from '../../src/domain/card';
import type { OrgId } from '../../src/domain/people/person';
import type { Millis } from '../../src/domain/time/calendar';
import { type Chat, ChatError, type Place, type Post, type PostKey } from '../../src/ports/chat';
import type { Clock } from '../../src/ports/clock';
import type { Api } from './api';
import type { Charts } from './charts';
import { createEdits } from './edits';
import { slackCode, toChatError } from './errors';
import type { Groups } from './groups';
import type { Directory } from './people';
import type { Places } from './places';
import { addressOf, hashOf, METADATA_TYPE, metadataOf, postAt } from './posts';
import { EDITS_OF_A_POST } from './rates';
import type { RenderedMessage, Renderer } from './render';

export interface ChatParts {
  api: Api;
  render: Renderer;
  directory: Directory;
  places: Places;
  groups: Groups;
  charts: Charts;
  clock: Clock;
}

/** A post that may have arrived is looked for among the messages of so many seconds. */
const LOOK_BACK_S = 24 * 3_600;
const EDIT_MAX_WAIT_MS: Millis = 5_000;
const LOOK_PAGES = 3;
const LOOK_PAGE = 200;

/** Slack's side of the port. */
export function createChat({ api, render, directory, places, groups, charts, clock }: ChatParts): Chat {
  /**
   * Draws when the call's turn has come, and sends; text bars serve where this workspace refuses charts, which
   * posted nothing.
   */
  async function drawn<T>(
    org: OrgId,
    card: () => Card,
    send: (draw: () => RenderedMessage) => Promise<T>,
  ): Promise<T> {
    // While the database is away they are tried: a refusal costs one call more.
    const shown = await charts.shown(org).catch(() => true);
    let native = false;
    try {
      return await send(() => {
        const message = render.toMessage(card(), { charts: shown });
        native = message.blocks.some(({ type }) => type === 'data_visualization');
        return message;
      });
    } catch (error) {
      if (!native || slackCode(error) !== 'invalid_blocks') throw error;
      const sent = await send(() => render.toMessage(card(), { charts: false }));
      // It stands there, whether or not that can be written down.
      await charts.refused(org).catch(() => undefined);
      return sent;
    }
  }

  async function send(org: OrgId, channel: string, card: Card, key: PostKey): Promise<Post> {
    const posted = await drawn(
      org,
      () => card,
      (draw) =>
        api.call(
          org,
          'chat.postMessage',
          (client, { token }) => client.chat.postMessage({ token, channel, ...draw(), ...plainPost(key) }),
          { channel },
        ),
    );
    if (!posted.ts) throw new ChatError('uncertain', 'Slack did not say where the message stands');
    return postAt(posted.channel ?? channel, posted.ts);
  }

  /**
   * The post of an earlier attempt; null: there is none. Throws `uncertain` where nobody can know, unless a second
   * post does no harm.
   */
  async function earlier(org: OrgId, place: Place, key: PostKey): Promise<Post | null> {
    try {
      return await lookUp(org, place, hashOf(key.id));
    } catch (error) {
      const fault = toChatError(error);
      if (fault.kind === 'rate-limited' || fault.kind === 'unreachable') throw fault;
      if (isRepeatable(key)) return null;
      throw new ChatError(
        'uncertain',
        'an earlier attempt may have posted this; it cannot be looked up',
        null,
        {
          cause: error,
        },
      );
    }
  }

  async function lookUp(org: OrgId, channel: Place, hash: string): Promise<Post | null> {
    const oldest = String(Math.floor(clock.now() / 1_000) - LOOK_BACK_S);
    let cursor = '';
    for (let page = 0; page < LOOK_PAGES; page++) {
      const found = await api.call(org, 'conversations.history', (client, { token }) =>
        client.conversations.history({
          token,
          channel,
          oldest,
          limit: LOOK_PAGE,
          include_all_metadata: true,
          ...(cursor ? { cursor } : {}),
        }),
      );
      const match = found.messages?.find(({ metadata }) => isOurs(metadata, hash));
      if (match?.ts) return postAt(channel, match.ts);
      cursor = found.response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return null;
  }

  /** Refused rather than late: what is drawn at the next try is newer, and whoever edits holds the others up. */
  const edits = createEdits(async (org, post, take) => {
    const { channel, ts } = addressOf(post);
    const maxWaitMs = EDIT_MAX_WAIT_MS;
    await api.limiter.acquire(`${org} edits ${post}`, EDITS_OF_A_POST, { urgent: false, maxWaitMs });
    await drawn(org, take, (draw) =>
      api.call(
        org,
        'chat.update',
        (client, { token }) => client.chat.update({ token, channel, ts, ...draw() }),
        { maxWaitMs },
      ),
    );
  });

  return {
    async post(org, place, card, key) {
      const known = key.again ? await earlier(org, place, key) : null;
      return known ?? faulty(() => send(org, place, card, key));
    },
    edit: (org, post, card) => faulty(() => edits.edit(org, post, card)),
    async direct(org, person, card, key) {
      if (key.again) throw new ChatError('uncertain', 'an earlier attempt may have sent this message');
      return faulty(() => send(org, person, card, key));
    },
    async *roster(org, place) {
      yield* await faulty(async () => directory.findAll(org, await places.members(org, place)));
    },
    group: (org, name) => faulty(() => groups.find(org, name)),
    async forget(org, person) {
      directory.forgetPerson(org, person);
    },
    async mayManage(org, person, place) {
      const [{ admin }, { creator }] = await Promise.all([
        directory.find(org, person),
        places.info(org, place, ''),
      ]);
      return admin || creator === person;
    },
  };
}

/** What was answered in a shape that nobody foresaw is a fault of Slack's, too. */
async function faulty<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toChatError(error);
  }
}

function plainPost(key: PostKey) {
  return { metadata: metadataOf(key), unfurl_links: false, unfurl_media: false };
}

function isOurs(
  metadata: { event_type?: string | undefined; event_payload?: object | undefined } | undefined,
  hash: string,
): boolean {
  const payload = metadata?.event_payload;
  return (
    metadata?.event_type === METADATA_TYPE &&
    payload !== undefined &&
    'key' in payload &&
    payload.key === hash
  );
}
