import { z } from 'zod';
import { type Locale, localeFor } from '../../src/domain/people/person';
import { isZone, type Zone } from '../../src/domain/time/calendar';
import { withoutThread } from './keys';

const ID = z.string().min(1).max(500);
const NAME = z.string().max(2_000).nullish();
const NAMED = z.object({ id: ID, name: NAME });
const ACCOUNT = NAMED.extend({ aadObjectId: z.string().max(100).nullish() });
const MENTION = z.object({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string() }),
});
const CLIENT = z.object({ type: z.literal('clientInfo'), timezone: z.string() });

/** How Teams' ids of bots begin. */
export const BOT_PREFIX = '28:';

/** The fields of an activity that the bot reads. */
const INBOUND = z.object({
  type: z.string().min(1).max(100),
  id: ID.nullish(),
  timestamp: z.string().max(100).nullish(),
  name: z.string().max(200).nullish(),
  channelId: z.string(),
  serviceUrl: z.url().max(1_000),
  from: ACCOUNT,
  recipient: NAMED,
  conversation: z.object({
    id: ID,
    conversationType: z.enum(['personal', 'channel', 'groupChat']),
    tenantId: z.string().max(100).nullish(),
    name: NAME,
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().max(100) }).nullish(),
      team: NAMED.nullish(),
      /** `type`: standard, private or shared. */
      channel: NAMED.extend({ type: z.string().max(100).nullish() }).nullish(),
      settings: z.object({ selectedChannel: NAMED.nullish() }).nullish(),
      eventType: z.string().max(100).nullish(),
    })
    .nullish(),
  locale: z.string().max(100).nullish(),
  localTimezone: z.string().max(100).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: z.string().max(500).nullish(),
  action: z.string().max(100).nullish(),
  deliveryMode: z.string().max(100).nullish(),
  entities: z.array(z.unknown()).max(500).nullish(),
  membersAdded: z.array(ACCOUNT).max(10_000).nullish(),
  membersRemoved: z.array(ACCOUNT).max(10_000).nullish(),
});

export type Inbound = z.infer<typeof INBOUND>;

/** Null when a required field is missing or malformed. */
export function readInbound(body: unknown): Inbound | null {
  return INBOUND.safeParse(body).data ?? null;
}

/** The tenant that sent it. An activity may name it twice; null when the two differ, or when it is missing. */
export function tenantOf({ conversation, channelData }: Inbound): string | null {
  const [one, other] = [conversation.tenantId, channelData?.tenant?.id];
  if (one && other && one !== other) return null;
  return one || other || null;
}

/** The channel or group chat; null for a personal chat. */
export function placeOf({ conversation }: Inbound): string | null {
  return conversation.conversationType === 'personal' ? null : withoutThread(conversation.id);
}

/** Whether people of other tenants may be in the channel. */
export function isSharedChannel({ channelData }: Inbound): boolean {
  return channelData?.channel?.type === 'shared';
}

export function localeOf({ locale }: Inbound): Locale | null {
  return localeFor(locale);
}

export function zoneOf({ entities, localTimezone }: Inbound): Zone | null {
  const said = (entities ?? []).map((entity) => CLIENT.safeParse(entity).data?.timezone);
  return [...said, localTimezone].find((zone) => zone && isZone(zone)) ?? null;
}

export function isMentioned({ entities, recipient }: Inbound): boolean {
  return (entities ?? []).some((entity) => MENTION.safeParse(entity).data?.mentioned.id === recipient.id);
}

/** The bot is the recipient of every activity, also of one that says it was added or removed. */
export function isBot({ recipient }: Inbound, account: { id: string }): boolean {
  return account.id === recipient.id;
}

/** Other bots write, too. */
export function isFromBot({ from }: Inbound): boolean {
  return from.id.startsWith(BOT_PREFIX);
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text that was typed, without the mention of the bot. */
export function commandText(inbound: Inbound): string {
  const mentions = (inbound.entities ?? []).flatMap((entity) => {
    const mention = MENTION.safeParse(entity).data;
    return mention?.text && mention.mentioned.id === inbound.recipient.id ? [mention.text] : [];
  });
  const text = mentions.reduce((rest, mention) => rest.replaceAll(mention, ' '), inbound.text ?? '');
  // Some clients name the bot without the text of the mention.
  const rest = text.replace(/<at\b[^>]*>([^<]*)<\/at>/g, (all, name: string) =>
    decodeEntities(name) === inbound.recipient.name ? ' ' : all,
  );
  return decodeEntities(rest.replace(/<\/?at\b[^>]*>/g, '')).trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (all, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? all;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
