import { localeFor, type Person, type PersonKind } from '../../src/domain/people/person';
import { cleanName } from '../../src/domain/text';
import { isZone } from '../../src/domain/time/calendar';
import type { Identify } from '../../src/ports/store/links';
import { belongingOfUser, type HomeWorkspace } from './belonging';

/** A user object of Slack's; every field may be missing. */
export interface SlackUser {
  id?: string | undefined;
  team_id?: string | undefined;
  name?: string | undefined;
  real_name?: string | undefined;
  deleted?: boolean | undefined;
  is_bot?: boolean | undefined;
  is_workflow_bot?: boolean | undefined;
  is_admin?: boolean | undefined;
  is_owner?: boolean | undefined;
  is_restricted?: boolean | undefined;
  is_ultra_restricted?: boolean | undefined;
  is_email_confirmed?: boolean | undefined;
  locale?: string | undefined;
  tz?: string | undefined;
  enterprise_user?: { enterprise_id?: string | undefined; teams?: string[] | undefined } | undefined;
  profile?:
    | { display_name?: string | undefined; real_name?: string | undefined; email?: string | undefined }
    | undefined;
}

/** A person, and whether they administer the workspace; only people of the organisation do. */
export interface Profile {
  person: Person;
  admin: boolean;
}

const SLACKBOT = 'USLACKBOT';

/** The profile of a Slack user. `identify`: only where people are linked by their verified e-mail addresses. */
export function profileOf(user: SlackUser, home: HomeWorkspace, identify: Identify | null = null): Profile {
  const { id = '', profile, locale, tz } = user;
  const name = [profile?.display_name, profile?.real_name, user.real_name, user.name, id]
    .map((each) => cleanName(each ?? ''))
    .find((each) => each !== '');
  const timeZone = tz !== undefined && isZone(tz) ? tz : null;
  const kind = kindOf(user, home);
  const username = cleanName(user.name ?? '');
  const handle = username !== '' && { handle: `@${username}` };
  const person = { id, name: name ?? id, locale: localeFor(locale), timeZone, kind, ...handle };
  return {
    person: { ...person, ...identityOf(user, kind, identify) },
    admin: kind === 'person' && (user.is_admin === true || user.is_owner === true),
  };
}

/** Whether a team would notice the change: a name, a handle, a time zone or a kind. */
export function isNotable(before: Person, after: Person): boolean {
  return (['name', 'handle', 'timeZone', 'kind'] as const).some((key) => before[key] !== after[key]);
}

/** A user of whom Slack does not tell the workspace counts as an outsider. */
function kindOf(user: SlackUser, home: HomeWorkspace): PersonKind {
  const belonging = belongingOfUser(user, home);
  if (belonging === 'outsider') return 'outsider';
  if (user.is_bot || user.is_workflow_bot || user.id === SLACKBOT) return 'bot';
  if (belonging === 'unknown') return 'outsider';
  if (user.deleted) return 'deactivated';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'person';
}

/** The addresses of guests and outsiders are not verified by this workspace, and therefore not used. */
function identityOf(user: SlackUser, kind: PersonKind, identify: Identify | null): Pick<Person, 'identity'> {
  if (!identify || !user.profile) return {};
  const { email } = user.profile;
  const verified = kind === 'person' && user.is_email_confirmed === true && email !== undefined;
  return { identity: verified ? identify(email) : null };
}
