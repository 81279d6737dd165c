import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { ChatError } from '../../../src/ports/chat';
import type { Clock } from '../../../src/ports/clock';
import { type AppSecrets, lifeOf, toGrantError } from './access';

/** A person's own permission, as Slack granted it. */
export const userGrant = z.object({
  token: z.string(),
  scopes: z.array(z.string()),
  /** Milliseconds since the epoch. Null, together with the refresh token, where the token does not expire. */
  expiresAt: z.number().nullable(),
  refreshToken: z.string().nullable(),
});
export type UserGrant = z.infer<typeof userGrant>;

/** Whose permission it is. */
export interface Granted {
  grant: UserGrant;
  userId: string;
  teamId: string | null;
  enterpriseId: string | null;
  appId: string;
}

/** Calls of Slack about people's own tokens. They throw ChatErrors only, and never `uncertain`: nothing was written. */
export interface UserAccess {
  /** The permission for a code; Slack accepts each code once. */
  exchange(code: string, redirectUri: string): Promise<Granted>;
  /** The same with a new token; the old refresh token is used up. Throws `gone` where Slack does not accept it. */
  refresh(grant: UserGrant): Promise<UserGrant>;
  /** Gives the token back, as far as Slack answers. */
  revoke(grant: UserGrant): Promise<void>;
  /** Whether Slack accepts the token; false also where Slack does not answer. */
  works(grant: UserGrant): Promise<boolean>;
}

export function createUserAccess(
  client: Pick<webApi.WebClient, 'oauth' | 'auth'>,
  { clientId, clientSecret }: AppSecrets,
  clock: Clock,
): UserAccess {
  const secrets = { client_id: clientId, client_secret: clientSecret };

  async function exchange(code: string, redirectUri: string): Promise<Granted> {
    const answer = await client.oauth.v2.access({ ...secrets, code, redirect_uri: redirectUri });
    const { authed_user: user, team, enterprise, app_id: appId = '' } = answer;
    if (!user?.id || !user.access_token) throw new ChatError('forbidden', 'Slack granted no user token');
    const scopes = user.scope?.split(',') ?? [];
    return {
      grant: { token: user.access_token, scopes, ...lifeOf(user, clock) },
      userId: user.id,
      teamId: team?.id ?? null,
      enterpriseId: enterprise?.id ?? null,
      appId,
    };
  }

  async function refresh(grant: UserGrant): Promise<UserGrant> {
    const answer = await client.oauth.v2.access({
      ...secrets,
      grant_type: 'refresh_token',
      refresh_token: grant.refreshToken ?? '',
    });
    // A user token that is renewed stands where a bot's does, or with the user.
    const renewed = answer.access_token ? answer : answer.authed_user;
    const life = lifeOf(renewed ?? {}, clock);
    if (!renewed?.access_token || !life.refreshToken)
      throw new ChatError('invalid', 'Slack sent no new tokens');
    return { ...grant, ...life, token: renewed.access_token };
  }

  return {
    exchange: (code, redirectUri) => exchange(code, redirectUri).catch(toGrantError),
    refresh: (grant) => refresh(grant).catch(toGrantError),
    async revoke({ token }) {
      await client.auth.revoke({ token }).catch(() => undefined);
    },
    works: ({ token }) =>
      client.auth.test({ token }).then(
        () => true,
        () => false,
      ),
  };
}
