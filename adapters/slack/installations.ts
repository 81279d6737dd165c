import type { webApi } from '@slack/bolt';

/** Names an installation: of a workspace, or of a whole Enterprise organisation (`isEnterpriseInstall`). */
export interface InstallationQuery {
  teamId: string | null;
  enterpriseId: string | null;
  isEnterpriseInstall: boolean;
}

/** The bot in one workspace, or in every workspace of one Enterprise organisation (`teamId` null). */
export interface BotInstallation {
  botToken: string;
  botId: string;
  botUserId: string;
  teamId: string | null;
  enterpriseId: string | null;
}

/** Where the bot is installed, with tokens that have not expired. */
export interface Installations {
  /** Null where the bot is not installed. Throws where that cannot be known now. */
  botFor(query: InstallationQuery): Promise<BotInstallation | null>;
  /** For a bot that was removed, or whose tokens were revoked. */
  forget(query: InstallationQuery): Promise<void>;
}

/** The one workspace of a fixed token, as `auth.test` says. After a failure it is asked again at the next use. */
export function fixedInstallation(botToken: string, auth: Pick<webApi.WebClient, 'auth'>): Installations {
  let known: Promise<BotInstallation> | null = null;
  function ask(): Promise<BotInstallation> {
    known ??= identify(botToken, auth).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }
  return {
    async botFor({ teamId, enterpriseId, isEnterpriseInstall }) {
      const bot = await ask();
      const same = isEnterpriseInstall ? bot.enterpriseId === enterpriseId : bot.teamId === teamId;
      return same ? bot : null;
    },
    async forget() {
      known = null;
    },
  };
}

async function identify(
  botToken: string,
  { auth }: Pick<webApi.WebClient, 'auth'>,
): Promise<BotInstallation> {
  const answer = await auth.test({ token: botToken });
  const { bot_id: botId, user_id: botUserId, team_id: teamId, enterprise_id: enterpriseId } = answer;
  if (!botId || !botUserId)
    throw new Error('SLACK_BOT_TOKEN is not a bot token: use the one that begins with xoxb-');
  return { botToken, botId, botUserId, teamId: teamId ?? null, enterpriseId: enterpriseId ?? null };
}
