import type { webApi } from '@slack/bolt';

/** Whose installation is meant. Org-wide installs have no workspace of their own: `isEnterpriseInstall`. */
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

/** Where the bot is installed, with tokens that are fresh. */
export interface Installations {
  /** Null: the bot is not installed there. Throws where that cannot be found out now. */
  botFor(query: InstallationQuery): Promise<BotInstallation | null>;
  /** The bot was removed, or its tokens were revoked. */
  forget(query: InstallationQuery): Promise<void>;
}

/** The one workspace of a fixed token. `auth.test` says which, once; a failure is asked again at the next use. */
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
    throw new Error('SLACK_BOT_TOKEN is no bot token: use the one that begins with xoxb-');
  return { botToken, botId, botUserId, teamId: teamId ?? null, enterpriseId: enterpriseId ?? null };
}
