import express, { type Request, type Response, type Router } from 'express';
import { ChatError } from '../../../src/ports/chat';
import type { Log } from '../../../src/ports/log';
import type { Access } from './access';
import type { Grant } from './grants';
import { endingPage, languageOf } from './page';
import { scopesFor } from './scopes';
import { newBrowserSecret, STATE_TTL_MS, type States } from './state';
import type { StoredInstallations } from './stored';
import type { Ending, InstallTranslate } from './words';

const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';
const COOKIE = 'telework-install';
const SLACK = 'https://slack.com';
const CONSENT_PATH = '/oauth/v2/authorize';
const COOKIE_OPTIONS = {
  httpOnly: true,
  // Slack sends the browser back from its own site.
  sameSite: 'lax',
  path: '/',
  maxAge: STATE_TTL_MS,
} as const;

export interface InstallRoutesParts {
  clientId: string;
  /** The Web API's address, with the consent page on the same host; null: Slack's own. */
  apiUrl: string | null;
  /** Whether people are linked by their e-mail address. */
  emails?: boolean;
  /** Without a slash at its end. */
  publicUrl: string;
  states: States;
  access: Pick<Access, 'exchange'>;
  installations: Pick<StoredInstallations, 'save'>;
  translate: InstallTranslate;
  log: Log;
}

/** `/slack/install` sends the browser to Slack's consent page, which sends it back to `/slack/oauth_redirect`. */
export function createInstallRoutes(parts: InstallRoutesParts): Router {
  const flow = new InstallFlow(parts);
  const router = express.Router();
  router.get(INSTALL_PATH, (request, response) => flow.begin(request, response));
  router.get(REDIRECT_PATH, (request, response, next) => {
    flow.finish(request, response).catch(next);
  });
  return router;
}

class InstallFlow {
  readonly #parts: InstallRoutesParts;
  readonly #redirectUri: string;
  readonly #scopes: readonly string[];

  constructor(parts: InstallRoutesParts) {
    this.#parts = parts;
    this.#redirectUri = parts.publicUrl + REDIRECT_PATH;
    this.#scopes = scopesFor(parts);
  }

  begin(request: Request, response: Response): void {
    const { clientId, apiUrl, publicUrl, states } = this.#parts;
    // One secret for each browser: several tabs can install at the same time.
    const browser = browserOf(request) || newBrowserSecret();
    const target = new URL(CONSENT_PATH, apiUrl ?? SLACK);
    target.searchParams.set('client_id', clientId);
    target.searchParams.set('scope', this.#scopes.join(','));
    target.searchParams.set('redirect_uri', this.#redirectUri);
    target.searchParams.set('state', states.issue(browser));
    const cookie = { ...COOKIE_OPTIONS, secure: publicUrl.startsWith('https:') };
    response.set('cache-control', 'no-store').cookie(COOKIE, browser, cookie).redirect(302, target.href);
  }

  async finish(request: Request, response: Response): Promise<void> {
    const { states, access, installations, log } = this.#parts;
    const end = (status: number, ending: Ending, href?: string) =>
      this.#end(request, response, { status, ending, href });
    if (queryOf(request, 'error') === 'access_denied') return end(200, 'cancelled');
    const refusal = await states.redeem(queryOf(request, 'state'), browserOf(request));
    const code = queryOf(request, 'code');
    if (refusal !== null || code === '') {
      log.warn({ why: refusal ?? 'no code' }, `request to ${REDIRECT_PATH} refused`);
      return end(400, 'refused');
    }
    try {
      const { grant, appId } = await access.exchange(code, this.#redirectUri);
      await installations.save(grant);
      this.#report(grant);
      end(200, 'installed', appAddress(appId, grant));
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      log.error({ kind: error.kind }, `an install by OAuth failed: ${error.message}`);
      end(502, 'failed');
    }
  }

  #end(
    request: Request,
    response: Response,
    { status, ending, href }: { status: number; ending: Ending; href: string | undefined },
  ): void {
    const { publicUrl, translate } = this.#parts;
    const locale = languageOf(request.acceptsLanguages());
    const page = endingPage(ending, { locale, href: href ?? publicUrl + INSTALL_PATH }, translate);
    response.status(status).set('cache-control', 'no-store').type('html').send(page);
  }

  #report({ scopes: granted, teamId }: Grant): void {
    const { log } = this.#parts;
    const missing = this.#scopes.filter((scope) => !granted.includes(scope));
    if (missing.length > 0) log.warn({ missing }, 'installed in Slack with fewer scopes than the bot needs');
    log.info({ orgWide: teamId === null }, 'installed in Slack');
  }
}

function appAddress(appId: string, { teamId }: Grant): string {
  const url = new URL('/app_redirect', SLACK);
  url.searchParams.set('app', appId);
  if (teamId !== null) url.searchParams.set('team', teamId);
  return url.href;
}

function queryOf(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

function browserOf(request: Request): string {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? '';
}
