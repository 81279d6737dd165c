import express, { type Request, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { LOCALES, type Locale, localeFor, type PersonId } from '../../src/domain/people/person';
import { assetRoutes } from './assets';
import { type ApiParts, apiRoutes } from './http/api';
import { type GalleryOptions, galleryPage, galleryView } from './page/gallery';
import { pageOf } from './page/page';
import { type ClockView, createSeen, type Look, type Seen, viewOf } from './page/view';
import type { DemoPerson } from './people';
import type { Platform } from './platform';
import type { Preview, Upcoming } from './types';

export interface ListenParts extends ApiParts {
  previews: readonly Preview[];
  officeEntry: ((person: PersonId) => Promise<string>) | null;
  gallery: () => GalleryOptions;
  upcoming: () => Promise<Upcoming | null>;
}

/**
 * Allows nothing from other sites and nothing inline, so that names and answers of people never run as code. It replaces
 * the policy of the web server, whose other headers stay.
 */
const contentPolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
});

/** The pages and the API of the sandbox: what people do in the browser reaches the core from here. */
export function sandboxRoutes(parts: ListenParts): Router {
  const router = express.Router();
  const seen = createSeen(parts.platform);
  router.get('/', (_request, response) => response.redirect('/sandbox'));
  router.use('/sandbox', contentPolicy);
  // Without it browsers name no origin in a form that leaves the page, and the guard refuses it.
  router.use('/sandbox', (_request, response, next) => {
    response.set('referrer-policy', 'same-origin');
    next();
  });
  router.get('/sandbox', (request, response, next) => {
    page(parts, seen, request).then((html) => response.set('cache-control', 'no-store').send(html), next);
  });
  router.post('/sandbox/office', express.urlencoded({ extended: false }), officeRoute(parts));
  router.get('/sandbox/gallery', galleryRoute(parts.gallery));
  router.use('/sandbox/assets', assetRoutes());
  router.use('/sandbox/api', apiRoutes(parts));
  return router;
}

/** Signs a person of the demo team in to the pages: the request goes on to the entrance as it is. */
function officeRoute({ platform, officeEntry }: ListenParts): RequestHandler {
  return async ({ body }, response) => {
    const person = platform.person(String(body?.person ?? ''));
    if (person && officeEntry) response.redirect(307, await officeEntry(person.id));
    else response.redirect(303, '/sandbox');
  };
}

async function page(parts: ListenParts, seen: Seen, request: Request): Promise<string> {
  const look = lookOf(parts.platform, request);
  await parts.channel.welcome(look.locale ?? look.viewer.locale);
  const clock = await clockView(parts);
  seen.mark(look.viewer.id, look.place?.id ?? null);
  return pageOf(viewOf({ ...parts, seen, hasOffice: parts.officeEntry !== null }, look, clock));
}

async function clockView({ control, play, times, upcoming }: ListenParts): Promise<ClockView> {
  const [team, next] = await Promise.all([times(), upcoming()]);
  return {
    now: control.now(),
    speed: control.speed(),
    real: control.isReal(),
    times: team,
    upcoming: next,
    play: play.state(),
  };
}

function lookOf(platform: Platform, { query, headers }: Request): Look {
  const locale = LOCALES.find((known) => known === query.lang) ?? null;
  const viewer =
    platform.person(String(query.as ?? '')) ?? host(platform, locale, headers['accept-language']);
  const place = query.in === 'private' ? null : (platform.places[0] ?? null);
  return { viewer, place, locale, drawing: String(query.look ?? ''), all: query.all !== undefined };
}

/** The person a visitor is at first: one who speaks their language, an administrator if there is one. */
function host({ persons }: Platform, asked: Locale | null, accepted: string | undefined): DemoPerson {
  const wanted = asked ?? localeFor(accepted?.split(/[,;]/)[0]?.trim()) ?? 'en';
  const speakers = persons.filter(({ locale }) => locale === wanted);
  const found = speakers.find(({ admin }) => admin) ?? speakers[0] ?? persons[0];
  if (!found) throw new Error('the sandbox has no people: give it at least one');
  return found;
}

/** Each look is drawn once: neither the samples nor the words change while the bot runs. */
function galleryRoute(gallery: () => GalleryOptions): RequestHandler {
  const drawn = new Map<string, string>();
  return ({ query }, response) => {
    const options = gallery();
    const view = galleryView(options, query);
    const key = `${view.lang} ${view.look}`;
    const html = drawn.get(key) ?? galleryPage(options, view);
    drawn.set(key, html);
    response.send(html);
  };
}
