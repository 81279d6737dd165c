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

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';
const COOKIE = 'telework-install';
const SLACK = 'https://slack.com';
const CONSENT_PATH = '/oauth/v2/authorize';

export interface InstallRoutesParts {
  clientId: string;
  /** Another Web API than Slack's own, which has its consent page beside it; null: Slack's. */
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

/** `/slack/install` sends the browser to Slack's consent page, `/slack/oauth_redirect` takes it back. */
export function createInstallRoutes(parts: InstallRoutesParts): Router {
  const { clientId, publicUrl, states, access, installations, log } = parts;
  const redirectUri = publicUrl + REDIRECT_PATH;
  const scopes = scopesFor(parts);
  const cookie = {
    httpOnly: true,
    // Slack sends the browser back from its own site.
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: STATE_TTL_MS,
  } as const;

  function begin(request: Request, response: Response): void {
    // One secret a browser: tabs opened side by side do not disturb each other.
    const browser = browserOf(request) || newBrowserSecret();
    const target = new URL(CONSENT_PATH, parts.apiUrl ?? SLACK);
    target.searchParams.set('client_id', clientId);
    target.searchParams.set('scope', scopes.join(','));
    target.searchParams.set('redirect_uri', redirectUri);
    target.searchParams.set('state', states.issue(browser));
    response.set('cache-control', 'no-store').cookie(COOKIE, browser, cookie).redirect(302, target.href);
  }

  function end(request: Request, response: Response, status: number, ending: Ending, href?: string): void {
    const locale = languageOf(request.acceptsLanguages());
    const page = endingPage(ending, { locale, href: href ?? publicUrl + INSTALL_PATH }, parts.translate);
    response.status(status).set('cache-control', 'no-store').type('html').send(page);
  }

  async function finish(request: Request, response: Response): Promise<void> {
    if (queryOf(request, 'error') === 'access_denied') return end(request, response, 200, 'cancelled');
    const refusal = await states.redeem(queryOf(request, 'state'), browserOf(request));
    const code = queryOf(request, 'code');
    if (refusal !== null || code === '') {
      log.warn({ why: refusal ?? 'no code' }, `request to ${REDIRECT_PATH} refused`);
      return end(request, response, 400, 'refused');
    }
    try {
      const { grant, appId } = await access.exchange(code, redirectUri);
      await installations.save(grant);
      report(grant);
      end(request, response, 200, 'installed', appAddress(appId, grant));
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      log.error({ kind: error.kind }, `an install by OAuth failed: ${error.message}`);
      end(request, response, 502, 'failed');
    }
  }

  function report({ scopes: granted, teamId }: Grant): void {
    const missing = scopes.filter((scope) => !granted.includes(scope));
    if (missing.length > 0) log.warn({ missing }, 'installed in Slack with fewer scopes than the bot needs');
    log.info({ orgWide: teamId === null }, 'installed in Slack');
  }

  const router = express.Router();
  router.get(INSTALL_PATH, begin);
  router.get(REDIRECT_PATH, (request, response, next) => {
    finish(request, response).catch(next);
  });
  return router;
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
