import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Office, Visit } from '../../app/office';
import { type Locale, localeFor } from '../../domain/people/person';
import type { Reply } from '../../ports/inbox';
import { sendCsv, sendExcel } from './files';
import { ownHeaders, sendStyle } from './headers';
import { monthPage } from './month-page';
import { answerPage, cardsPage, type Drawn, enterPage, plainPage, todayPage } from './pages';
import { backOf, codeOf, fieldsIn, textOf } from './request';
import { OFFICE_ROUTES, type OfficeRoute } from './routes';
import { sectionsOf } from './sections';
import { formKeyOf, isOwnForm, SessionCookie } from './session';
import { STYLE_PATH } from './style';
import { weekPage } from './week-page';
import { type OfficeWords, officeWords, type WordsFor } from './words';

export interface OfficeParts {
  office: Office;
  wordsFor: WordsFor;
  /** Whether people reach the pages by https. */
  secure: boolean;
}

const BODY_LIMIT = '1mb';

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

  readonly #month: Page = async ({ request, response, visit, drawn }) => {
    const view = await this.#office.monthOf(visit, textOf(request.query.month));
    response.type('html').send(monthPage(drawn, view));
  };

  readonly #csv: Page = async (asked) => {
    const { name, days } = this.#days(asked);
    await sendCsv(asked.response, name, { days, words: asked.drawn.words });
  };

  readonly #excel: Page = async (asked) => {
    const { response, drawn } = asked;
    const { words } = drawn;
    const { name, days } = this.#days(asked);
    if (await sendExcel(response, name, { days, words })) return;
    const body = words.t('office.files-too-many');
    response
      .status(422)
      .type('html')
      .send(plainPage(words, words.t('office.refused'), body));
  };

  #days({ request: { query }, visit }: Asked) {
    const span = { month: textOf(query.month), year: textOf(query.year) };
    const { name, days } = this.#office.days(visit, span);
    return { name: `telework-${name}`, days };
  }

  readonly #cards: Page = async (asked) => {
    const { request, response, visit, drawn } = asked;
    const section = drawn.signed.sections.find(({ path }) => path === request.path);
    if (!section) return this.#missing(asked, 403);
    const replies = await Promise.all((section.asks ?? []).map((intent) => this.#office.ask(visit, intent)));
    response.type('html').send(cardsPage(drawn, section, replies));
  };

  readonly #command: Page = async (asked) => {
    this.#answer(asked, await this.#office.command(asked.visit, textOf(asked.request.body.text)));
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
    month: this.#month,
    csv: this.#csv,
    excel: this.#excel,
    cards: this.#cards,
    command: this.#command,
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
    const words = this.#wordsHere(request);
    const body = words.t('office.no-session-body', { command: words.t('command.web') });
    response
      .status(status)
      .type('html')
      .send(plainPage(words, words.t('office.no-session'), body));
  }

  #used(request: Request, response: Response): void {
    const words = this.#wordsHere(request);
    const body = words.t('office.no-session-body', { command: words.t('command.web') });
    response
      .status(410)
      .type('html')
      .send(plainPage(words, words.t('office.enter-used'), body));
  }

  /** For those of whom nothing is known. */
  #wordsHere(request: Request): OfficeWords {
    return this.#wordsOf({ locale: this.#localeOf(request), today: this.#office.defaults().today });
  }

  #wordsOf({ locale, today }: Pick<Visit, 'locale' | 'today'>): OfficeWords {
    return officeWords(this.#wordsFor(locale, today));
  }

  #localeOf(request: Request): Locale {
    const found = request.acceptsLanguages().map(localeFor);
    return found.find((locale) => locale !== null) ?? this.#office.defaults().locale;
  }
}
