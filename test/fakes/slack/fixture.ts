import { WebClient, type WebClientOptions } from '@slack/web-api';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../slack';

/** 07:00 in Tokyo. */
export const START = Date.UTC(2026, 6, 23, 22, 0, 0);

export interface Workspace {
  slack: FakeSlack;
  team: string;
  token: string;
  bot: string;
  channel: string;
  user: string;
  /** Moves the fake's clock. */
  advance(ms: number): void;
}

/** A workspace with the app installed, one person, and one channel with both in it; its clock stands. */
export async function startWorkspace(
  options: Partial<FakeSlackOptions> & { scopes?: string[] } = {},
): Promise<Workspace> {
  let now = START;
  const { scopes, ...rest } = options;
  const slack = await startFakeSlack({ now: () => now, ...rest });
  const team = slack.team().id;
  const { value: token, botUser: bot } = slack.install({ team }, scopes);
  const user = slack.user(team, { locale: 'ja-JP' }).id;
  const channel = slack.channel(team, { members: [user, bot] }).id;
  const advance = (ms: number): void => {
    now += ms;
  };
  return { slack, team, token, bot, channel, user, advance };
}

/** The SDK's client as the product configures it: no hidden retries. */
export function clientFor(slack: FakeSlack, token: string, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
    ...options,
  });
}

const nothing = (): void => undefined;

export const SILENT: NonNullable<WebClientOptions['logger']> = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => 'error' as ReturnType<NonNullable<WebClientOptions['logger']>['getLevel']>,
  setName: nothing,
};

/** Slack's error code of a call that must fail. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'ok',
    (error: { data?: { error?: string }; code?: string }) => error.data?.error ?? String(error.code),
  );
}
