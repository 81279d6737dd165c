import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Office, Visit } from '../../app/office';
import { type Locale, localeFor } from '../../domain/people/person';
import type { Reply } from '../../ports/inbox';
import { answerPage, cardsPage, type Drawn, enterPage, plainPage, todayPage } from './pages';
import { OFFICE_ROUTES, type OfficeRoute } from './routes';
import { sectionsOf } from './sections';
import { formKeyOf, isOwnForm, SessionCookie } from './session';
import { STYLE, STYLE_PATH } from './style';
import { weekPage } from './week-page';
import type { OfficeWords, WordsFor } from './words';

export interface OfficeParts {
  office: Office;
  wordsFor: WordsFor;
  /** Whether people reach the pages by https. */
  secure: boolean;
}

/** Nothing runs in the pages, and nothing of another host is loaded. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const BODY_LIMIT = '1mb';
/** Fields of a form of the bot begin like this, so that they are not taken for those around it. */
const FIELD = 'f.';
const YEAR_S = 31_536_000;

/** A request of somebody who is signed in. */
interface Asked {
  request: Request;
  response: Response;
  visit: Visit;
  token: string;
  drawn: Drawn;
}

type Page = (asked: Asked) => Promise<void>;

/** The pages for people who sign in from the chat; mounted at `/`. */
export function officePages(parts: OfficeParts): Router {
  const pages = new Pages(parts);
  const routes = Router();
  const form = express.urlencoded({ extended: false, limit: BODY_LIMIT });
  routes.get(STYLE_PATH, sendStyle);
  routes.use('/office', ownHeaders);
  for (const { method, path, page } of OFFICE_ROUTES) routes[method](path, form, pages.handler(page, method));
  return routes;
}

const sendStyle: RequestHandler = (_request, response) => {
  response.set('cache-control', `public, max-age=${YEAR_S}, immutable`).type('css').send(STYLE);
};

/** Pages tell what is one person's alone: no cache keeps them, and no other host learns their addresses. */
const ownHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
  });
  next();
};

class Pages {
  readonly #office: Office;
  readonly #wordsFor: WordsFor;
  readonly #cookie: SessionCookie;

  constructor({ office, wordsFor, secure }: OfficeParts) {
    this.#office = office;
    this.#wordsFor = wordsFor;
    this.#cookie = new SessionCookie({ secure, lifeMs: office.sessionMs });
  }

  handler(page: OfficeRoute['page'], method: OfficeRoute['method']): RequestHandler {
    if (page === 'invite') return this.#invite;
    if (page === 'enter') return this.#enter;
    const serve = this.#pages[page];
    return async (request, response) => {
      const asked = await this.#asked(request, response);
      if (!asked) return;
      // A form must come from a page of this very session.
      const isOwn = method === 'get' || isOwnForm(request, asked.token, request.body?.key);
      if (isOwn) await serve(asked);
      else this.#unsigned(request, response, 403);
    };
  }

  /** Asks whether to sign in; the link stays good. */
  readonly #invite: RequestHandler = async (request, response) => {
    const found = await this.#office.invited(codeOf(request));
    if (!found) return this.#used(request, response);
    response.type('html').send(enterPage(this.#wordsOf(found), found));
  };

  readonly #enter: RequestHandler = async (request, response) => {
    const token = await this.#office.enter(codeOf(request));
    if (token === null) return this.#used(request, response);
    this.#cookie.set(response, token);
    response.redirect(303, '/office');
  };

  readonly #today: Page = async ({ visit, response, drawn }) => {
    const [teams, panel] = await Promise.all([
      this.#office.teamsToday(visit),
      this.#office.ask(visit, { kind: 'me' }),
    ]);
    response.type('html').send(todayPage(drawn, teams, panel.card));
  };

  readonly #week: Page = async (asked) => {
    const { request, response, visit, drawn } = asked;
    const { team, day, page } = request.query;
    const week = await this.#office.weekOf(visit, {
      team: typeof team === 'string' && team !== '' ? team : null,
      day: typeof day === 'string' ? day : '',
      page: /^\d{1,6}$/.test(String(page)) ? Number(page) : 0,
    });
    if (week) response.type('html').send(weekPage(drawn, week));
    else this.#missing(asked, 404);
  };

  readonly #cards: Page = async (asked) => {
    const { request, response, visit, drawn } = asked;
    const section = drawn.signed.sections.find(({ path }) => path === request.path);
    if (!section) return this.#missing(asked, 403);
    const replies = await Promise.all((section.asks ?? []).map((intent) => this.#office.ask(visit, intent)));
    response.type('html').send(cardsPage(drawn, section, replies));
  };

  readonly #press: Page = async (asked) => {
    const { action } = asked.request.body;
    this.#answer(asked, await this.#office.press(asked.visit, textOf(action)));
  };

  readonly #submit: Page = async (asked) => {
    const { form } = asked.request.body;
    this.#answer(asked, await this.#office.submit(asked.visit, textOf(form), fieldsIn(asked.request.body)));
  };

  readonly #signOut: Page = async ({ response, token, drawn: { words } }) => {
    await this.#office.signOut(token);
    this.#cookie.clear(response);
    const body = words.t('office.no-session-body', { command: words.t('command.web') });
    response.type('html').send(plainPage(words, words.t('office.signed-out'), body));
  };

  readonly #pages: Record<Exclude<OfficeRoute['page'], 'invite' | 'enter'>, Page> = {
    today: this.#today,
    week: this.#week,
    cards: this.#cards,
    press: this.#press,
    submit: this.#submit,
    'sign-out': this.#signOut,
  };

  async #asked(request: Request, response: Response): Promise<Asked | null> {
    const token = this.#cookie.read(request);
    const found = token === null ? null : await this.#office.visit(token);
    if (token === null || found === null) {
      this.#unsigned(request, response, 401);
      return null;
    }
    const sections = await sectionsOf(this.#office, found);
    const signed = { name: found.member.name, formKey: formKeyOf(token), sections };
    return { request, response, visit: found, token, drawn: { words: this.#wordsOf(found), signed } };
  }

  #answer({ request, response, drawn }: Asked, { card, refused, faults = [] }: Reply): void {
    const about = {
      card,
      back: backOf(request.body.back),
      faults: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
    };
    response
      .status(refused ? 422 : 200)
      .type('html')
      .send(answerPage(drawn, about));
  }

  #missing({ response, drawn: { words } }: Asked, status: 403 | 404): void {
    response
      .status(status)
      .type('html')
      .send(plainPage(words, words.t('office.not-found'), words.t('office.not-found-body')));
  }

  #unsigned(request: Request, response: Response, status: number): void {
    const words = this.#wordsFor(this.#localeOf(request), this.#office.defaults().today);
    const body = words.t('office.no-session-body', { command: words.t('command.web') });
    response
      .status(status)
      .type('html')
      .send(plainPage(words, words.t('office.no-session'), body));
  }

  #used(request: Request, response: Response): void {
    const words = this.#wordsFor(this.#localeOf(request), this.#office.defaults().today);
    const body = words.t('office.no-session-body', { command: words.t('command.web') });
    response
      .status(410)
      .type('html')
      .send(plainPage(words, words.t('office.enter-used'), body));
  }

  #wordsOf({ locale, today }: Pick<Visit, 'locale' | 'today'>): OfficeWords {
    return this.#wordsFor(locale, today);
  }

  #localeOf(request: Request): Locale {
    const found = request.acceptsLanguages().map(localeFor);
    return found.find((locale) => locale !== null) ?? this.#office.defaults().locale;
  }
}

function codeOf({ params }: Request): string {
  return textOf(params.code).slice(0, 200);
}

/** The last of several values: a box that is ticked stands behind the value of one that is not. */
function textOf(value: unknown): string {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : '';
}

function fieldsIn(body: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields = Object.entries(body).filter(([name]) => name.startsWith(FIELD));
  return Object.fromEntries(fields.map(([name, value]) => [name.slice(FIELD.length), textOf(value)]));
}

/** Only a page of these: a form must not send people elsewhere. */
function backOf(value: unknown): string {
  const path = textOf(value);
  return /^\/office(?:\/[\w-]+)*(?:\?[\w=&%.+-]*)?$/.test(path) ? path : '/office';
}
