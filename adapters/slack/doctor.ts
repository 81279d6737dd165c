import type { Millis } from '../../src/domain/time/calendar';
import type { Check, CheckParts, Finding } from '../../src/ports/check';
import { type Answer, asker, UNREACHED } from './doctor/ask';
import { allowedOf, clientOf, installsOf, type OAuthSetup } from './doctor/oauth';
import { appTokenOf, scopesOf, tokenOf } from './doctor/tokens';
import type { AllowedTeams } from './install/allowed';
import { scopesFor } from './install/scopes';

/** Slack's settings, and what the database holds for them. */
export interface SlackSetup extends OAuthSetup {
  auth:
    | { kind: 'token'; botToken: string }
    | { kind: 'oauth'; clientId: string; clientSecret: string; allowedTeams?: AllowedTeams };
  connection:
    | { kind: 'socket'; appToken: string; unusedSecret?: boolean }
    | { kind: 'http'; signingSecret: string };
  /** Null: Slack's own. */
  apiUrl: string | null;
}

/** Requests are refused when the clocks differ by five minutes. */
const MAX_SKEW_MS: Millis = 4 * 60_000;
const NOTABLE_SKEW_MS: Millis = 30_000;

/** Checks the set-up with Slack, as far as that can be done without posting or changing anything. */
export function slackChecks(setup: SlackSetup, parts: CheckParts): Check[] {
  const { auth, connection } = setup;
  const ask = asker(setup.apiUrl, parts.fetch);
  const token = auth.kind === 'token' ? auth.botToken : null;
  const who = once(() => ask('auth.test', token));
  return [
    {
      name: 'Slack: clock',
      remote: true,
      run: async () => clockOf(await ask('api.test', null), parts.now()),
    },
    ...(auth.kind === 'token'
      ? [
          { name: 'Slack: bot token', remote: true, run: async () => tokenOf(await who()) },
          { name: 'Slack: scopes', remote: true, run: async () => scopesOf(await who(), scopesFor(setup)) },
        ]
      : [
          { name: 'Slack: OAuth client', remote: true, run: () => clientOf(ask, auth) },
          { name: 'Slack: allowed workspaces', run: async () => allowedOf(auth) },
          { name: 'Slack: installs', remote: true, run: () => installsOf(ask, setup) },
        ]),
    connection.kind === 'http'
      ? { name: 'Slack: signing secret', run: async () => signingSecretOf(connection.signingSecret) }
      : {
          name: 'Slack: app token',
          remote: true,
          run: () => appTokenOf(ask, connection.appToken, { token, who }),
        },
    ...(connection.kind === 'socket' && connection.unusedSecret
      ? [{ name: 'Slack: connection', run: async () => TWO_WAYS }]
      : []),
  ];
}

const TWO_WAYS: Finding = {
  state: 'warn',
  text: 'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used, and /slack/events is not served',
  cure: 'unset the one that you do not use',
};

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

function clockOf(answer: Answer | null, now: Millis): Finding {
  if (!answer) return UNREACHED;
  if (answer.at === null) return { state: 'warn', text: 'Slack did not tell the time' };
  const skew = now - answer.at;
  const seconds = Math.round(Math.abs(skew) / 1_000);
  if (Math.abs(skew) < NOTABLE_SKEW_MS) return { state: 'ok', text: 'as Slack’s' };
  const text = `this machine’s clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} Slack’s`;
  const cure =
    'set it by the network (NTP): polls open at its time, and Slack’s requests are refused when it is wrong';
  return { state: Math.abs(skew) < MAX_SKEW_MS ? 'warn' : 'fail', text, cure };
}

function signingSecretOf(secret: string): Finding {
  if (/^[0-9a-f]{32}$/.test(secret)) return { state: 'ok', text: 'looks like one' };
  const cure = 'copy the "Signing Secret" of "Basic Information": 32 digits from 0 to 9 and a to f';
  return { state: 'warn', text: 'SLACK_SIGNING_SECRET does not look like one of Slack’s', cure };
}
