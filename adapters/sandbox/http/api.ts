import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { LOCALES } from '../../../src/domain/people/person';
import type { Log } from '../../../src/ports/log';
import type { TimeControl } from '../../../src/ports/time-control';
import type { Acted, Acts } from '../act';
import type { ChannelLanguage } from '../channel-language';
import { fail } from '../errors';
import type { DemoPerson } from '../people';
import type { Platform } from '../platform';
import type { Play } from '../play/play';
import type { TeamTimes } from '../types';
import type { WordsIn } from '../words';
import { type ClockBody, clockBody, moveClock, targetOf } from './clock';
import type { EventStream } from './events';
import { clockOf, stateOf } from './state';

export interface ApiParts {
  platform: Platform;
  control: TimeControl;
  acts: Acts;
  play: Play;
  channel: ChannelLanguage;
  events: EventStream;
  times: () => Promise<TeamTimes>;
  wordsIn: WordsIn;
  log: Log;
}

/** Longer than any command a person types; what is too long for the bot, the bot itself refuses. */
const BODY_LIMIT = '256kb';

const id = z.string().min(1).max(255);
const pressBody = z.strictObject({ person: id, message: id, action: z.string().min(1).max(2_000) });
const commandBody = z.strictObject({ person: id, place: id.nullish(), text: z.string() });
const submitBody = z.strictObject({
  person: id,
  form: z.string().min(1).max(255),
  values: z.record(z.string(), z.string()),
  place: id.nullish(),
  message: id.nullish(),
});
const playBody = z.strictObject({
  stop: z.boolean().optional(),
  person: id.nullish(),
  lang: z.enum(LOCALES).optional(),
});

/** The JSON API, for the page and for tests. */
export function apiRoutes(parts: ApiParts): Router {
  const { platform, control, play, events } = parts;
  const { press, command, submit } = actRoutes(parts);
  const router = express.Router();
  router.use(noStore, express.json({ limit: BODY_LIMIT }));
  router.get('/state', (_request, response) => void response.json(stateOf(platform, control, play.state())));
  router.get('/events', (request, response) => events.join(request, response));
  router.post('/press', handle(pressBody, press));
  router.post('/command', handle(commandBody, command));
  router.post('/submit', handle(submitBody, submit));
  router.post('/clock', handle(clockBody, clockRoute(parts)));
  router.post('/play', handle(playBody, playRoute(parts)));
  router.use((_request, response) => void response.status(404).json({ error: 'no such thing in this API' }));
  router.use(answerFaults(parts.log));
  return router;
}

/** Acts of people. Each answers once every message is up to date. */
function actRoutes({ platform, control, acts }: ApiParts) {
  async function settled(acting: Promise<Acted | null>): Promise<Acted> {
    const acted = (await acting) ?? fail(404, 'this person sees no such message');
    await control.settle();
    return acted;
  }

  /** The place of a form: the one that the request names, else that of the form's message, else the first channel. */
  function placeOfForm(person: DemoPerson, { message, place }: z.infer<typeof submitBody>): string | null {
    if (place !== undefined) return knownPlace(platform, place);
    const firstPlace = platform.places[0]?.id ?? null;
    if (!message) return firstPlace;
    return (platform.visible(person.id, message) ?? fail(404, 'this person sees no such message')).place;
  }

  return {
    press: ({ person, message, action }: z.infer<typeof pressBody>) =>
      settled(acts.press(knownPerson(platform, person), message, action)),
    command: ({ person, place, text }: z.infer<typeof commandBody>) =>
      settled(acts.command(knownPerson(platform, person), knownPlace(platform, place), text)),
    submit: (body: z.infer<typeof submitBody>) => {
      const person = knownPerson(platform, body.person);
      const { form, values, message = null } = body;
      return settled(acts.submit(person, { place: placeOfForm(person, body), message, form, values }));
    },
  };
}

function knownPerson(platform: Platform, id: string): DemoPerson {
  return platform.person(id) ?? fail(404, `no person ${JSON.stringify(id)}`);
}

function knownPlace({ places }: Platform, id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  return places.some((place) => place.id === id) ? id : fail(404, `no place ${JSON.stringify(id)}`);
}

function clockRoute({ control, play, events, times, wordsIn }: ApiParts) {
  return async (body: ClockBody) => {
    const { zone } = await times();
    const target = targetOf(body, control.now(), zone);
    if (typeof target === 'object' && 'fault' in target) return fail(400, target.fault);
    play.stop();
    const note = await moveClock(control, target, body.speed, {
      zone,
      locale: body.lang,
      words: wordsIn(body.lang),
    });
    events.send('clock', clockOf(control));
    return { ...clockOf(control), note };
  };
}

function playRoute({ platform, control, play, channel, wordsIn }: ApiParts) {
  return async ({ stop, person, lang }: z.infer<typeof playBody>) => {
    if (person) knownPerson(platform, person);
    if (stop) play.stop();
    else if (lang) await channel.follow(lang);
    const found = stop || (await play.start(person ?? null, wordsIn(lang ?? 'en')('typed.who-week')));
    return {
      ...clockOf(control),
      ...play.state(),
      note: found ? '' : wordsIn(lang ?? 'en')('nothing-planned'),
    };
  };
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

function handle<T>(schema: z.ZodType<T>, run: (body: T) => Promise<object>): RequestHandler {
  return async (request, response) => {
    const body = schema.safeParse(request.body);
    if (!body.success) fail(400, describe(body.error));
    response.json(await run(body.data));
  };
}

function describe({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

/** Express and its parser put a status on the asker's faults; everything else is ours, and is logged. */
function answerFaults(log: Log) {
  return (error: unknown, request: Request, response: Response, next: (error: unknown) => void): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error, path: request.path }, 'a request to the sandbox failed');
    const reason = status >= 500 || !(error instanceof Error) ? 'the bot failed; see its log' : error.message;
    response.status(status).json({ error: reason });
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
