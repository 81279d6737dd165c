import type { TurnContext } from 'botbuilder';
import express, { type RequestHandler, type Response, type Router } from 'express';
import type { Card } from '../../src/domain/card';
import type { Millis } from '../../src/domain/time/calendar';
import { ChatError, type Post } from '../../src/ports/chat';
import type { After } from '../../src/ports/clock';
import type { Actor, Reply } from '../../src/ports/inbox';
import type { Bases } from './bases';
import { messageOf, toPost } from './chat';
import { type Doorman, isRefusedToken } from './connector';
import { type EventParts, followConversation, followInstallation } from './events';
import { commandText, type Inbound, isMentioned, localeOf, placeOf, readInbound, tenantOf } from './inbound';
import { actorOf, type Origin, rememberOrigin } from './people';
import {
  answerPress,
  baseOf,
  doPressed,
  type InvokeAnswer,
  type Outcome,
  type Pressed,
  readExecute,
  readSubmit,
  refusedInvoke,
} from './press';
import { WORDS } from './words';

export interface ListenParts extends EventParts {
  doorman: Doorman;
  /** Whether requests must carry a token. */
  verified: boolean;
  /** Ids of tenants that are served; null: any. */
  tenants: readonly string[] | null;
  isService(serviceUrl: string): boolean;
  bases: Bases;
  after: After;
  /** Sends a card to a person alone. */
  direct(actor: Actor, card: Card): Promise<void>;
  /** Invokes that came in lately, with their answers. */
  recent: Recent;
  /** What is being done, for a stop that waits. */
  running: Set<Promise<unknown>>;
}

/** Longer than Teams redelivers. */
const REDELIVERED: Millis = 30 * 60_000;
/** Teams sends at most 100 KB; a card's answers come on top. */
const LARGEST = '512kb';
/** Their answers hold cards. */
const MOST_RECENT = 300;

export interface Recent {
  answer(key: string, make: () => Promise<InvokeAnswer>): Promise<InvokeAnswer>;
}

/** The same invoke gets the same answer. In memory: a press that comes twice over a restart only says it again. */
export function createRecent(): Recent {
  const answers = new Map<string, Promise<InvokeAnswer>>();
  return {
    answer(key, make) {
      const known = answers.get(key);
      if (known) return known;
      const made = make();
      answers.set(key, made);
      made.catch(() => answers.delete(key));
      const [oldest] = answers.keys();
      if (answers.size > MOST_RECENT && oldest !== undefined) answers.delete(oldest);
      return made;
    },
  };
}

/** Where Teams sends everything. Nothing of a request is believed before its token is verified. */
export function teamsRoutes(parts: ListenParts): Router {
  const router = express.Router();
  router.post(
    '/api/messages',
    needToken(parts),
    express.json({ limit: LARGEST }),
    (request, response, next) => {
      const run = receive(parts, request.headers.authorization ?? '', request.body, response).catch(next);
      parts.running.add(run);
      void run.finally(() => parts.running.delete(run));
    },
  );
  return router;
}

function needToken({ verified }: ListenParts): RequestHandler {
  return ({ headers }, response, next) => {
    if (!verified || headers.authorization?.startsWith('Bearer ')) next();
    else response.status(401).json({ error: 'a token is needed' });
  };
}

async function receive(parts: ListenParts, header: string, body: unknown, response: Response): Promise<void> {
  const inbound = readInbound(body);
  if (!inbound) return refuse(response, 400, 'this is no activity of Teams');
  const origin = originOf(parts, inbound);
  if (!origin) return refuse(response, 403, 'this tenant or service is not served here');
  try {
    const logic = (context: TurnContext) => serve(parts, origin, context);
    const answer = await parts.doorman.receive(header, structuredClone(body as object), logic);
    if (answer?.body === undefined) response.status(answer?.status ?? 200).end();
    else response.status(answer.status).json(answer.body);
  } catch (error) {
    if (!isRefusedToken(error)) throw error;
    parts.log.warn({ tenant: origin.tenant }, 'a request with a wrong token was refused');
    refuse(response, 401, 'the token is not valid here');
  }
}

function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}

/** Null for a tenant or a service that is not served; that a token covers the service is verified later. */
function originOf(parts: ListenParts, inbound: Inbound): Origin | null {
  const tenant = tenantOf(inbound) ?? (parts.verified ? null : 'local');
  if (tenant === null || (parts.tenants && !parts.tenants.includes(tenant.toLowerCase()))) return null;
  if (inbound.channelId !== 'msteams' || !parts.isService(inbound.serviceUrl)) return null;
  const { serviceUrl, conversation } = inbound;
  const reference = { serviceUrl, tenant, conversation: conversation.id };
  return { inbound, tenant, place: placeOf(inbound), reference };
}

async function serve(parts: ListenParts, origin: Origin, context: TurnContext): Promise<void> {
  const { inbound, tenant } = origin;
  const key = `${tenant}/${inbound.conversation.id}/${inbound.id ?? ''}`;
  if (inbound.type === 'invoke') return invoke(parts, origin, context, key);
  if (!['message', 'conversationUpdate', 'installationUpdate'].includes(inbound.type)) return;
  // Without an id it cannot have come before.
  if (inbound.id && !(await parts.memory.claim(key, REDELIVERED))) return;
  try {
    await rememberOrigin(parts, origin);
    await inTurn(parts, origin, context);
  } catch (error) {
    if (error instanceof ChatError) {
      parts.log.warn({ err: error, type: inbound.type }, 'an answer did not reach Teams');
      return;
    }
    await parts.memory.giveBack(key);
    throw error;
  }
}

async function inTurn(parts: ListenParts, origin: Origin, context: TurnContext): Promise<void> {
  switch (origin.inbound.type) {
    case 'message':
      return message(parts, origin, context);
    case 'conversationUpdate':
      return onePlaceAtATime(parts, origin, () => followConversation(parts, origin));
    default:
      return onePlaceAtATime(parts, origin, () => followInstallation(parts, origin));
  }
}

const queues = new WeakMap<ListenParts, Map<string, Promise<void>>>();

/** An installation is told twice, close together: the second must see what the first has made. */
function onePlaceAtATime(parts: ListenParts, origin: Origin, run: () => Promise<void>): Promise<void> {
  const queue = queues.get(parts) ?? new Map<string, Promise<void>>();
  queues.set(parts, queue);
  const name = `${origin.tenant}/${origin.inbound.channelData?.team?.id ?? origin.inbound.conversation.id}`;
  const before = queue.get(name) ?? Promise.resolve();
  const mine = before.catch(() => {}).then(run);
  queue.set(name, mine);
  const done = () => {
    if (queue.get(name) === mine) queue.delete(name);
  };
  mine.then(done, done);
  return mine;
}

async function invoke(parts: ListenParts, origin: Origin, context: TurnContext, key: string): Promise<void> {
  const { inbound } = origin;
  if (inbound.name !== 'adaptiveCard/action') return respond(context, { status: 501 });
  const pressed = readExecute(inbound.value);
  const make = async (): Promise<InvokeAnswer> => {
    if (!pressed) return refusedInvoke(400, 'BadRequest', 'This button is not one of this bot.');
    const post = origin.place && inbound.replyToId ? toPost(origin.place, inbound.replyToId) : null;
    const locale = localeOf(inbound) ?? parts.defaultLocale;
    return answerPress(parts, { pressed, locale }, pressedBy(parts, origin, pressed, post));
  };
  return respond(context, await (inbound.id ? parts.recent.answer(key, make) : make()));
}

/** All of it counts for the time an invoke may take: who it is may have to be asked. */
async function pressedBy(
  parts: ListenParts,
  origin: Origin,
  pressed: Pressed,
  post: Post | null,
): Promise<Outcome> {
  await rememberOrigin(parts, origin);
  const actor = await actorOf(parts, origin);
  const reply = await doPressed(parts.inbox, actor, pressed);
  return { reply, base: await baseOf(parts, actor, pressed, post) };
}

async function respond(context: TurnContext, answer: InvokeAnswer): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: answer });
}

async function message(parts: ListenParts, origin: Origin, context: TurnContext): Promise<void> {
  const { inbound, place } = origin;
  const pressed = inbound.text?.trim() ? null : readSubmit(inbound.value);
  if (pressed) return submitted(parts, origin, context, pressed);
  if (place !== null && !isMentioned(inbound)) return;
  const actor = await actorOf(parts, origin);
  const reply = await parts.inbox.command(actor, commandText(inbound));
  if (place !== null && reply.confidential) return confide(parts, origin, actor, reply);
  await say(parts, origin, context, reply);
}

/** What others in the place must not see goes to the person alone; the place hears only that it did. */
async function confide(parts: ListenParts, { reference }: Origin, actor: Actor, reply: Reply): Promise<void> {
  const words = WORDS[actor.person.locale ?? parts.defaultLocale];
  let text = words.confided;
  try {
    await parts.direct(actor, reply.card);
  } catch (error) {
    if (!(error instanceof ChatError) || (error.kind !== 'gone' && error.kind !== 'forbidden')) throw error;
    text = words.notConfided;
  }
  await parts.gateway.send(reference, { type: 'message', text });
}

/** From a client that shows no answers in place: in a channel only the person hears it. */
async function submitted(
  parts: ListenParts,
  origin: Origin,
  context: TurnContext,
  pressed: Pressed,
): Promise<void> {
  const actor = await actorOf(parts, origin);
  const reply = await doPressed(parts.inbox, actor, pressed);
  if (actor.place === null) return say(parts, origin, context, reply);
  await parts.direct(actor, reply.card);
}

async function say(
  { gateway }: ListenParts,
  { inbound, reference }: Origin,
  context: TurnContext,
  { card }: Reply,
): Promise<void> {
  const answer = messageOf(card);
  if (inbound.deliveryMode === 'expectReplies') await context.sendActivity(answer);
  else await gateway.send(reference, answer, true);
}
