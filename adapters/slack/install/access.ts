import type { webApi } from '@slack/bolt';
import { ChatError } from '../../../src/ports/chat';
import type { Clock } from '../../../src/ports/clock';
import { slackCode, toChatError } from '../errors';
import type { Grant } from './grants';

type OAuthClient = Pick<webApi.WebClient, 'oauth' | 'auth'>;

export interface AppSecrets {
  clientId: string;
  clientSecret: string;
}

/** Calls of Slack about grants. They throw ChatErrors only, and never `uncertain`: no message was sent. */
export interface Access {
  /** The grant for a code; Slack accepts each code once. `installer`: the id of the person who gave it. */
  exchange(
    code: string,
    redirectUri: string,
  ): Promise<{ grant: Grant; appId: string; installer: string | null }>;
  /** The grant with new tokens; the old refresh token is used up. Throws `gone` where Slack does not accept it. */
  refresh(grant: Grant): Promise<Grant>;
  /** Gives the token back, as far as Slack answers. */
  revoke(grant: Grant): Promise<void>;
  /** Whether Slack accepts the token; false also where Slack does not answer. */
  works(grant: Grant): Promise<boolean>;
}

const CREDENTIALS = ['bad_client_secret', 'invalid_client_id'];

export function createAccess(
  client: OAuthClient,
  { clientId, clientSecret }: AppSecrets,
  clock: Clock,
): Access {
  const secrets = { client_id: clientId, client_secret: clientSecret };

  async function exchange(code: string, redirectUri: string) {
    const answer = await client.oauth.v2.access({ ...secrets, code, redirect_uri: redirectUri });
    const { access_token: botToken, bot_user_id: botUserId } = answer;
    if (!botToken || !botUserId) throw new ChatError('forbidden', 'Slack granted no bot token');
    const { bot_id: botId } = await client.auth.test({ token: botToken });
    const enterpriseId = answer.enterprise?.id ?? null;
    const teamId = answer.is_enterprise_install ? null : (answer.team?.id ?? null);
    if (!botId || !(teamId ?? enterpriseId))
      throw new ChatError('invalid', 'Slack granted a token for no place');
    const scopes = answer.scope?.split(',') ?? [];
    const grant = { botToken, botId, botUserId, teamId, enterpriseId, scopes, ...lifeOf(answer, clock) };
    return { grant, appId: answer.app_id ?? '', installer: answer.authed_user?.id ?? null };
  }

  async function refresh(grant: Grant): Promise<Grant> {
    const answer = await client.oauth.v2.access({
      ...secrets,
      grant_type: 'refresh_token',
      refresh_token: grant.refreshToken ?? '',
    });
    const life = lifeOf(answer, clock);
    if (!answer.access_token || !life.refreshToken)
      throw new ChatError('invalid', 'Slack sent no new tokens');
    return { ...grant, ...life, botToken: answer.access_token };
  }

  return {
    exchange: (code, redirectUri) => exchange(code, redirectUri).catch(toGrantError),
    refresh: (grant) => refresh(grant).catch(toGrantError),
    async revoke({ botToken: token }) {
      await client.auth.revoke({ token }).catch(() => undefined);
    },
    works: ({ botToken: token }) =>
      client.auth.test({ token }).then(
        () => true,
        () => false,
      ),
  };
}

export function lifeOf(answer: { expires_in?: number; refresh_token?: string }, clock: Clock) {
  const { expires_in: seconds, refresh_token: refreshToken } = answer;
  return seconds && refreshToken
    ? { expiresAt: clock.now() + seconds * 1_000, refreshToken }
    : { expiresAt: null, refreshToken: null };
}

/** Throws a ChatError, and never an `uncertain` one. */
export function toGrantError(error: unknown): never {
  const code = slackCode(error) ?? '';
  if (code === 'invalid_refresh_token') {
    throw new ChatError('gone', 'Slack takes this refresh token no more: install the app again', null, {
      cause: error,
    });
  }
  if (CREDENTIALS.includes(code)) {
    const cure = 'copy SLACK_CLIENT_ID and SLACK_CLIENT_SECRET from your Slack app';
    throw new ChatError('unreachable', `Slack answered ${code}: ${cure}`, null, { cause: error });
  }
  const fault = toChatError(error);
  if (fault.kind !== 'uncertain') throw fault;
  throw new ChatError('unreachable', fault.message, null, { cause: error });
}
