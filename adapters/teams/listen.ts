import type { TurnContext } from 'botbuilder';
import express, { type RequestHandler, type Response, type Router } from 'express';
import type { Log } from '../../src/ports/log';
import type { Activities } from './activities';
import { isRefusedToken, type VerifyingAdapter } from './connector';
import { readInbound } from './inbound';
import { originOf, type Served } from './origin';

export interface ListenParts {
  adapter: VerifyingAdapter;
  served: Served;
  activities: Activities;
  log: Log;
  /** Requests that are being answered: a stop waits for them. */
  running: Set<Promise<unknown>>;
}

/** Teams sends at most 100 KB; a form's values come on top. */
const LARGEST_BODY = '512kb';

/** `POST /api/messages`, where Teams sends everything. Nothing of a request is trusted before its token is verified. */
export function teamsRoutes(parts: ListenParts): Router {
  const router = express.Router();
  router.post(
    '/api/messages',
    needToken(parts.served),
    express.json({ limit: LARGEST_BODY }),
    (request, response, next) => {
      const run = receive(parts, request.headers.authorization ?? '', request.body, response).catch(next);
      parts.running.add(run);
      void run.finally(() => parts.running.delete(run));
    },
  );
  return router;
}

function needToken({ verified }: Served): RequestHandler {
  return ({ headers }, response, next) => {
    if (!verified || headers.authorization?.startsWith('Bearer ')) next();
    else refuse(response, 401, 'a token is needed');
  };
}

async function receive(
  { adapter, served, activities, log }: ListenParts,
  header: string,
  body: unknown,
  response: Response,
): Promise<void> {
  const inbound = readInbound(body);
  if (!inbound) return refuse(response, 400, 'this is not an activity of Teams');
  const origin = originOf(served, inbound);
  if (!origin) return refuse(response, 403, 'this tenant or service is not served here');
  try {
    const logic = (context: TurnContext) => activities.handle(origin, context);
    const answer = await adapter.receive(header, structuredClone(body as object), logic);
    if (answer?.body === undefined) response.status(answer?.status ?? 200).end();
    else response.status(answer.status).json(answer.body);
  } catch (error) {
    if (!isRefusedToken(error)) throw error;
    log.warn({ tenant: origin.tenant }, 'a request with a wrong token was refused');
    refuse(response, 401, 'the token is not valid here');
  }
}

function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}
