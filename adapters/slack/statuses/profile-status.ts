import type { OrgId, PersonId } from '../../../src/domain/people/person';
import type { Status, StatusAccess, StatusState } from '../../../src/domain/people/status';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Clock } from '../../../src/ports/clock';
import type { Api } from '../api';
import { slackCode } from '../errors';
import { emojiName } from './emoji';
import type { OwnPermissions } from './index';

export interface ProfileStatusParts {
  api: Api;
  clock: Clock;
  /** Null: people cannot give their permission. */
  own: Pick<OwnPermissions, 'permissions' | 'link'> | null;
  /** Whether that is for want of an address to which Slack could send a browser back. */
  withoutAddress: boolean;
}

/** Slack's codes for a token that no later call will accept, or that may do too little. */
const LOST: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/** Slack's codes for a person whose status the app may not set: guests, or by the administrators' choice. */
const REFUSED: ReadonlySet<string> = new Set([
  'access_denied',
  'cannot_update_admin_user',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_profile',
  'not_allowed',
  'org_login_required',
  'profile_set_failed',
  'profile_status_set_failed_not_emoji_syntax',
  'profile_status_set_failed_not_valid_emoji',
  'restricted_action',
  'team_access_not_granted',
  'two_factor_setup_required',
  'user_is_restricted',
  'user_is_ultra_restricted',
]);

/** A status in Slack's form. */
interface Shown {
  status_text: string;
  status_emoji: string;
  /** Epoch seconds; 0: it does not end. */
  status_expiration: number;
}

const EMPTY: Shown = { status_text: '', status_emoji: '', status_expiration: 0 };

/** People's statuses, read and written by their own tokens. */
export class ProfileStatus {
  readonly #parts: ProfileStatusParts;

  constructor(parts: ProfileStatusParts) {
    this.#parts = parts;
  }

  async access(org: OrgId, person: PersonId): Promise<StatusAccess> {
    const { own, withoutAddress } = this.#parts;
    if (!own) return withoutAddress ? 'no-address' : 'off';
    return (await own.permissions.has(org, person)) ? 'ready' : 'connect';
  }

  async link(org: OrgId, person: PersonId): Promise<string | null> {
    return this.#parts.own?.link(org, person) ?? null;
  }

  async set(
    org: OrgId,
    person: PersonId,
    status: Status | null,
    ours: readonly Status[],
  ): Promise<StatusState> {
    const { own, clock } = this.#parts;
    if (!own) return 'off';
    const token = await own.permissions.token(org, person);
    if (token === null) return 'connect';
    try {
      const now = await this.#read(org, token);
      if (!isEmpty(now, clock.now()) && !ours.some((one) => isSame(now, profileOf(one)))) return 'own';
      await this.#write(org, token, status ? profileOf(status) : EMPTY);
      return 'shown';
    } catch (error) {
      const code = slackCode(error) ?? '';
      if (REFUSED.has(code)) return 'refused';
      if (!LOST.has(code)) throw error;
      await own.permissions.lost(org, person);
      return 'connect';
    }
  }

  async drop(org: OrgId, person: PersonId): Promise<void> {
    await this.#parts.own?.permissions.drop(org, person);
  }

  /** Resolves with whether a permission is gone. */
  async revoked(org: OrgId, person: PersonId): Promise<boolean> {
    return (await this.#parts.own?.permissions.revoked(org, person)) ?? false;
  }

  async forgetAll(org: OrgId): Promise<void> {
    await this.#parts.own?.permissions.forgetAll(org);
  }

  async #read(org: OrgId, token: string): Promise<Shown> {
    const { profile } = await this.#parts.api.callAs(org, 'users.profile.get', token, (client) =>
      client.users.profile.get({ token }),
    );
    return {
      status_text: unescaped(profile?.status_text ?? ''),
      status_emoji: profile?.status_emoji ?? '',
      status_expiration: profile?.status_expiration ?? 0,
    };
  }

  async #write(org: OrgId, token: string, profile: Shown): Promise<void> {
    await this.#parts.api.callAs(org, 'users.profile.set', token, (client) =>
      client.users.profile.set({ token, profile: { ...profile } }),
    );
  }
}

function profileOf({ text, icon, until }: Status): Shown {
  return {
    status_text: text,
    status_emoji: emojiName(icon),
    status_expiration: Math.floor(until / 1_000),
  };
}

function isEmpty({ status_text, status_emoji, status_expiration: ends }: Shown, now: Millis): boolean {
  return (status_text === '' && status_emoji === '') || (ends > 0 && ends * 1_000 <= now);
}

/** With another end it is another status: the person has chosen it. */
function isSame(one: Shown, other: Shown): boolean {
  return (
    one.status_text === other.status_text &&
    one.status_emoji === other.status_emoji &&
    one.status_expiration === other.status_expiration
  );
}

/** Slack escapes three signs in what it gives back. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
