import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Office, Visit } from '../../app/office';
import { type Locale, localeFor } from '../../domain/people/person';
import type { Asked, Page } from './asked';
import { command, press, submit } from './deeds';
import { feedRoutes } from './feed-routes';
import { changeFeeds, feeds } from './feeds';
import { ownHeaders, sendStyle } from './headers';
import { allTeams, changeTeams, departmentsFile, people, peopleFile } from './manage';
import { enterPage, plainPage } from './pages';
import { codeOf } from './request';
import { OFFICE_ROUTES, type OfficeRoute } from './routes';
import { sectionsOf } from './sections';
import { formKeyOf, isOwnForm, SessionCookie } from './session';
import { STYLE_PATH } from './style';
import { makeToken, revokeToken, tokens } from './tokens';
import { cards, csv, excel, month, today, trend, week } from './views';
import { type OfficeWords, officeWords, type WordsFor } from './words';

export interface OfficeParts {
  office: Office;
  wordsFor: WordsFor;
  /** Whether people reach the pages by https. */
  secure: boolean;
}

const BODY_LIMIT = '1mb';

/** The pages for people who sign in from the chat; mounted at `/`. */
export function officePages(parts: OfficeParts): Router {
  const pages = new Pages(parts);
  const routes = Router();
  const form = express.urlencoded({ extended: false, limit: BODY_LIMIT });
  routes.get(STYLE_PATH, sendStyle);
  routes.use(feedRoutes(parts));
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

  readonly #signOut: Page = async ({ office, response, token, drawn: { words } }) => {
    await office.signOut(token);
    this.#cookie.clear(response);
    const body = words.t('office.no-session-body', { command: words.t('command.web') });
    response.type('html').send(plainPage(words, words.t('office.signed-out'), body));
  };

  readonly #pages: Record<Exclude<OfficeRoute['page'], 'invite' | 'enter'>, Page> = {
    ...{ today, week, month, trend, csv, excel, cards, command, press, submit },
    'all-teams': allTeams,
    'change-teams': changeTeams,
    'departments-file': departmentsFile,
    people,
    'people-file': peopleFile,
    feeds,
    'change-feeds': changeFeeds,
    tokens,
    'make-token': makeToken,
    'revoke-token': revokeToken,
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
    const drawn = { words: this.#wordsOf(found), signed };
    return { request, response, office: this.#office, visit: found, token, drawn };
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
