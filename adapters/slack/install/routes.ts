import express, { type Request, type Response, type Router } from 'express';
import type { Locale, OrgId, PersonId } from '../../../src/domain/people/person';
import { ChatError } from '../../../src/ports/chat';
import type { Log } from '../../../src/ports/log';
import { orgOf } from '../workspaces';
import type { Access } from './access';
import { type AllowedTeams, isAllowed } from './allowed';
import type { Grant } from './grants';
import { endingPage, languageOf } from './page';
import { scopesFor } from './scopes';
import { attemptOf, newBrowserSecret, STATE_TTL_MS, type States } from './state';
import type { StoredInstallations } from './stored';
import type { Ending, InstallTranslate } from './words';

const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';
/** Each attempt has a cookie of its own, named by its id: no value that a browser brings is taken over. */
const COOKIE = 'telework-install-';
/** Browsers take a cookie of this name only over https, from this very host, for all of its paths. */
const HOST_ONLY = '__Host-';
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
  allowedTeams?: AllowedTeams;
  states: States;
  access: Pick<Access, 'exchange' | 'revoke'>;
  installations: Pick<StoredInstallations, 'save'>;
  /** Called once a workspace has the bot for the first time, with the person who installed it. */
  onInstalled: OnInstalled;
  translate: InstallTranslate;
  log: Log;
}

/** `seen`: the language of the person's browser. May reject with a ChatError. */
export type OnInstalled = (org: OrgId, person: PersonId, seen: Locale) => Promise<void>;

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
  readonly #secure: boolean;

  constructor(parts: InstallRoutesParts) {
    this.#parts = parts;
    this.#redirectUri = parts.publicUrl + REDIRECT_PATH;
    this.#scopes = scopesFor(parts);
    this.#secure = parts.publicUrl.startsWith('https:');
  }

  begin(_request: Request, response: Response): void {
    const { clientId, apiUrl, states } = this.#parts;
    const browser = newBrowserSecret();
    const state = states.issue(browser);
    const target = new URL(CONSENT_PATH, apiUrl ?? SLACK);
    target.searchParams.set('client_id', clientId);
    target.searchParams.set('scope', this.#scopes.join(','));
    target.searchParams.set('redirect_uri', this.#redirectUri);
    target.searchParams.set('state', state);
    response
      .set('cache-control', 'no-store')
      .cookie(this.#cookieOf(state), browser, { ...COOKIE_OPTIONS, secure: this.#secure })
      .redirect(302, target.href);
  }

  async finish(request: Request, response: Response): Promise<void> {
    const { states, access, installations, allowedTeams = null, log } = this.#parts;
    const end = (status: number, ending: Ending, href?: string) =>
      this.#end(request, response, { status, ending, href });
    if (queryOf(request, 'error') === 'access_denied') return end(200, 'cancelled');
    const state = queryOf(request, 'state');
    const cookie = this.#cookieOf(state);
    const refusal = await states.redeem(state, cookieOf(request, cookie));
    if (refusal === null) response.clearCookie(cookie, { path: '/', secure: this.#secure });
    const code = queryOf(request, 'code');
    if (refusal !== null || code === '') {
      log.warn({ why: refusal ?? 'no code' }, `request to ${REDIRECT_PATH} refused`);
      return end(400, 'refused');
    }
    try {
      const { grant, appId, installer } = await access.exchange(code, this.#redirectUri);
      if (!isAllowed(allowedTeams, grant)) {
        await access.revoke(grant);
        const { teamId, enterpriseId } = grant;
        log.warn({ teamId, enterpriseId }, 'an install was refused: not in SLACK_ALLOWED_TEAMS');
        return end(403, 'not-allowed');
      }
      const isFirst = await installations.save(grant);
      this.#report(grant);
      end(200, 'installed', appAddress(appId, grant));
      if (isFirst && installer !== null) await this.#greet(request, grant, installer);
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

  /** An install in a whole Enterprise organisation names no workspace in which the person could be written to. */
  async #greet(request: Request, { teamId }: Grant, installer: string): Promise<void> {
    const { onInstalled, log } = this.#parts;
    if (teamId === null) return;
    const told = onInstalled(orgOf(teamId), installer, languageOf(request.acceptsLanguages()));
    await told.catch((error: unknown) => {
      if (!(error instanceof ChatError)) throw error;
      log.warn({ err: error }, 'the person who installed the bot was not told what comes next');
    });
  }

  #cookieOf(state: string): string {
    return (this.#secure ? HOST_ONLY : '') + COOKIE + attemptOf(state);
  }

  #report({ scopes: granted, teamId }: Grant): void {
    const { log } = this.#parts;
    const missing = this.#scopes.filter((scope) => !granted.includes(scope));
    if (missing.length > 0) log.warn({ missing }, 'installed in Slack with fewer scopes than the bot needs');
    log.info({ orgWide: teamId === null }, 'installed in Slack');
  }
}

/** Where a browser finds the app in Slack. */
export function appAddress(appId: string, { teamId }: Pick<Grant, 'teamId'>): string {
  const url = new URL('/app_redirect', SLACK);
  url.searchParams.set('app', appId);
  if (teamId !== null) url.searchParams.set('team', teamId);
  return url.href;
}

export function queryOf(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

function cookieOf(request: Request, wanted: string): string {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === wanted)?.[1] ?? '';
}
