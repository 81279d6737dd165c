import type { Finding } from '../../../src/ports/check';
import { type Answer, type Ask, UNREACHED } from './ask';

/** The cure for an error code, for the token in this environment variable. */
function cureOf(error: string, variable: string): string {
  if (/^(account_inactive|token_revoked|team_access_not_granted)$/.test(error))
    return `install the app in the workspace again, and copy its new token to ${variable}`;
  if (error === 'token_expired')
    return 'switch token rotation off in the app’s settings, or install by OAuth: a fixed token cannot be renewed';
  if (error === 'ratelimited') return 'try again in a minute';
  return `copy the token from your Slack app’s settings to ${variable} again`;
}

function refused({ body }: Answer, variable: string): Finding {
  const error = body.error ?? 'no reason';
  return { state: 'fail', text: `Slack refuses ${variable}: ${error}`, cure: cureOf(error, variable) };
}

export function tokenOf(answer: Answer | null): Finding {
  if (!answer) return UNREACHED;
  const { ok, team_id: team = '', bot_id: bot, expires_in: seconds } = answer.body;
  if (!ok) return refused(answer, 'SLACK_BOT_TOKEN');
  if (!bot) {
    return {
      state: 'fail',
      text: 'SLACK_BOT_TOKEN is no bot’s token',
      cure: 'copy the "Bot User OAuth Token"',
    };
  }
  if (seconds !== undefined) {
    return { state: 'warn', text: 'SLACK_BOT_TOKEN expires soon', cure: cureOf('token_expired', '') };
  }
  return { state: 'ok', text: `works in workspace ${team}` };
}

export function scopesOf(answer: Answer | null, needed: readonly string[]): Finding {
  if (!answer?.body.ok) return { state: 'warn', text: 'not known: the bot token does not work' };
  const { scopes } = answer;
  if (scopes === null)
    return { state: 'warn', text: 'not known: Slack did not tell the scopes of the token' };
  const missing = needed.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    const cure = 'add them in "OAuth & Permissions", then install the app in the workspace again';
    return { state: 'fail', text: `missing: ${missing.join(', ')}`, cure };
  }
  const idle = scopes.filter((scope) => !needed.includes(scope) && !scope.endsWith(':history'));
  if (idle.length === 0) return { state: 'ok', text: 'all that the bot needs' };
  const cure = 'remove them in "OAuth & Permissions", unless something else uses them';
  return { state: 'warn', text: `more than the bot needs: ${idle.join(', ')}`, cure };
}

/** Asks for the address of a connection, and does not connect: the bot's own connection stays. */
export async function appTokenOf(
  ask: Ask,
  appToken: string,
  bot: { token: string | null; who: () => Promise<Answer | null> },
): Promise<Finding> {
  const answer = await ask('apps.connections.open', appToken);
  if (!answer) return UNREACHED;
  if (answer.body.error === 'missing_scope') {
    const cure = 'make an "App-Level Token" with connections:write in "Basic Information"';
    return { state: 'fail', text: 'SLACK_APP_TOKEN lacks connections:write', cure };
  }
  if (!answer.body.ok) return refused(answer, 'SLACK_APP_TOKEN');
  const own = (await ask('auth.test', appToken))?.body.app_id;
  const botId = (await bot.who())?.body.bot_id;
  const other = botId && (await ask('bots.info', bot.token, { bot: botId }))?.body.bot?.app_id;
  if (own && other && own !== other) {
    const cure = 'copy both tokens from the same Slack app';
    return { state: 'fail', text: 'SLACK_APP_TOKEN and SLACK_BOT_TOKEN are of two apps', cure };
  }
  return { state: 'ok', text: 'Socket Mode can connect' };
}
