import express, { type Request, type Response, type Router } from 'express';
import type { OrgId, PersonId } from '../../../src/domain/people/person';
import { ChatError } from '../../../src/ports/chat';
import type { Log } from '../../../src/ports/log';
import { languageOf, pageOf } from '../install/page';
import { appAddress, queryOf } from '../install/routes';
import type { Granted, UserAccess } from '../install/user-access';
import type { StatusEnding, StatusTranslate } from '../install/words';
import { teamIdOf, type Workspaces } from '../workspaces';
import type { Asked, Permissions } from './permissions';
import { missingScopes } from './scopes';

export const STATUS_PATH = '/slack/status';

export interface StatusRoutesParts {
  redirectUri: string;
  permissions: Permissions;
  access: UserAccess;
  workspaces: Workspaces;
  /** The person has given their permission. Resolves with whether they still want their day shown. */
  onGranted(org: OrgId, person: PersonId): Promise<boolean>;
  translate: StatusTranslate;
  log: Log;
}

/** `/slack/status`, to which Slack sends a person's browser back. */
export function createStatusRoutes(parts: StatusRoutesParts): Router {
  const router = express.Router();
  router.get(STATUS_PATH, (request, response, next) => {
    finish(parts, request, response).catch(next);
  });
  return router;
}

async function finish(parts: StatusRoutesParts, request: Request, response: Response): Promise<void> {
  const { permissions, access, redirectUri, log } = parts;
  const end = (status: number, ending: StatusEnding, granted?: Granted) =>
    show(parts, request, response, { status, ending, granted });
  if (queryOf(request, 'error') === 'access_denied') return end(200, 'cancelled');
  const asked = await permissions.redeem(queryOf(request, 'state'));
  const code = queryOf(request, 'code');
  if (!asked || code === '') {
    log.warn({ why: asked ? 'no code' : 'no such state' }, `request to ${STATUS_PATH} refused`);
    return end(400, 'refused');
  }
  try {
    const granted = await access.exchange(code, redirectUri);
    const isOwn = await isOf(parts, asked, granted);
    if (!isOwn || missingScopes(granted.grant.scopes).length > 0) {
      await access.revoke(granted.grant);
      log.warn({ why: isOwn ? 'scopes' : 'another person' }, 'a permission for statuses was refused');
      return end(403, isOwn ? 'failed' : 'other');
    }
    await permissions.save(asked.org, asked.person, granted.grant);
    if (!(await parts.onGranted(asked.org, asked.person))) {
      await permissions.drop(asked.org, asked.person);
      return end(400, 'refused');
    }
    end(200, 'connected', granted);
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    log.error({ kind: error.kind }, `a permission for statuses failed: ${error.message}`);
    end(502, 'failed');
  }
}

/** Only the person themselves can give it, for the workspace in which they asked. */
async function isOf({ workspaces }: StatusRoutesParts, { org, person }: Asked, granted: Granted) {
  const { teamId, enterpriseId, userId } = granted;
  if (userId !== person) return false;
  if (teamId === teamIdOf(org)) return true;
  const { enterpriseId: own } = await workspaces.queryOf(org);
  return own !== null && own === enterpriseId;
}

function show(
  { translate }: StatusRoutesParts,
  request: Request,
  response: Response,
  { status, ending, granted }: { status: number; ending: StatusEnding; granted: Granted | undefined },
): void {
  const locale = languageOf(request.acceptsLanguages());
  const page = pageOf({
    locale,
    title: translate(locale, `slack.status.${ending}.title`),
    text: translate(locale, `slack.status.${ending}.text`),
    href: appAddress(granted?.appId ?? '', { teamId: granted?.teamId ?? null }),
    label: translate(locale, 'slack.install.open'),
  });
  response.status(status).set('cache-control', 'no-store').type('html').send(page);
}
