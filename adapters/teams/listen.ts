import type { TurnContext } from 'botbuilder';
import {
  type Admission,
  type Answer,
  type Headers,
  isJson,
  type Post,
  type PostReceiver,
  parseObject,
} from '../../src/ports/post';
import type { Activities } from './activities';
import { isRefusedToken, type VerifyingAdapter } from './connector';
import { readInbound } from './inbound';
import { MAX_BODY_BYTES } from './limits';
import { type Origin, originOf, type Served } from './origin';
import { seemsFromTeams } from './token';

/** Where Teams sends everything. */
export const MESSAGES_PATH = '/api/messages';

export interface ListenParts {
  adapter: VerifyingAdapter;
  /** The bot's id; null: requests are not verified. */
  appId: string | null;
  served: Served;
  activities: Activities;
  /** Requests that are being answered: a stop waits for them. */
  running: Set<Promise<unknown>>;
}

/** Receives what Teams sends. Nothing of a request is trusted before its token is verified. */
export function createReceiver(parts: ListenParts): PostReceiver {
  const { appId, running } = parts;
  return {
    admit({ authorization }: Headers): Admission | Answer {
      if (appId === null || seemsFromTeams(single(authorization), appId)) {
        return { maxBytes: MAX_BODY_BYTES };
      }
      return refusal(401, 'a token of Teams for this bot is needed');
    },
    async receive(post) {
      const run = receive(parts, post);
      running.add(run);
      try {
        return await run;
      } finally {
        running.delete(run);
      }
    },
  };
}

async function receive(parts: ListenParts, post: Post): Promise<Answer> {
  const body = isJson(post.headers) ? parseObject(post.body.toString('utf8')) : null;
  const inbound = readInbound(body);
  if (!body || !inbound) return refusal(400, 'this is not an activity of Teams');
  const origin = originOf(parts.served, inbound);
  if (!origin) return refusal(403, 'this tenant or service is not served here');
  return verify(parts, post, { origin, body });
}

/** Hands the activity to the SDK, which calls back once it has verified the token. */
async function verify(
  { adapter, activities }: ListenParts,
  { headers, verified }: Post,
  { origin, body }: { origin: Origin; body: object },
): Promise<Answer> {
  let isVerified = false;
  const logic = (context: TurnContext) => {
    isVerified = true;
    verified();
    return activities.handle(origin, context);
  };
  try {
    const answer = await adapter.receive(single(headers.authorization) ?? '', structuredClone(body), logic);
    return { status: answer?.status ?? 200, ...(answer?.body === undefined ? {} : { json: answer.body }) };
  } catch (error) {
    if (isVerified) throw error;
    if (isRefusedToken(error)) return refusal(401, 'the token is not valid here');
    return refusal(503, "Microsoft's keys cannot be fetched, so no token can be verified");
  }
}

function refusal(status: number, error: string): Answer {
  return { status, json: { error }, refused: error };
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
