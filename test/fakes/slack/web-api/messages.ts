import { judgeBlocks, type Verdict, withIds } from '../blocks';
import { LIMITS } from '../limits';
import { isRecord, type Json, Refusal } from '../refusal';
import { secret } from '../world';
import { type Call, optional, record, structured } from './call';

/** What a message says, judged as Slack judges it. */
export interface Content {
  text: string | null;
  blocks: Json[] | null;
  /** Undefined: not given; null: given as `{}`, which deletes it. */
  metadata: Json | null | undefined;
}

function refusalOf({ error, messages }: Verdict): Refusal {
  return new Refusal(error, {
    ...(messages.length > 0 ? { errors: messages } : {}),
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

function blockId(): string {
  return secret(3).slice(0, 5);
}

/** Reads and judges `text`, `blocks` and `metadata` of a call. */
export function readContent(call: Call, maxText: number): Content {
  const text = optional(call, 'text');
  const given = structured(call, 'blocks', 'invalid_blocks_format');
  if (given !== undefined && !Array.isArray(given)) throw new Refusal('invalid_blocks_format');
  const empty = given === undefined || given.length === 0;
  if (text === null && empty) throw new Refusal('no_text');
  if (text !== null && text.length > maxText) throw new Refusal('msg_too_long');
  const blocks = empty ? null : readBlocks(given, call.settings.charts);
  return { text, blocks, metadata: readMetadata(call) };
}

export function readBlocks(given: unknown, charts: boolean): Json[] {
  const verdict = judgeBlocks(given, { charts });
  if (verdict) throw refusalOf(verdict);
  return withIds(given as Json[], blockId);
}

function readMetadata(call: Call): Json | null | undefined {
  const given = structured(call, 'metadata', 'invalid_metadata_format');
  if (given === undefined) return undefined;
  const metadata = record(given);
  if (!metadata) throw new Refusal('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return null;
  const { event_type, event_payload } = metadata;
  if (typeof event_type !== 'string' || !/^[\w.-]{1,255}$/.test(event_type) || !isRecord(event_payload)) {
    throw new Refusal('invalid_metadata_schema');
  }
  if (Buffer.byteLength(JSON.stringify(metadata)) > LIMITS.metadataBytes)
    throw new Refusal('metadata_too_large');
  return metadata;
}
