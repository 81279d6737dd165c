import { z } from 'zod';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Finding } from '../../../src/ports/check';

/** An answer of Slack's. */
export interface Answer {
  body: z.infer<typeof answered>;
  /** The scopes of the token; null: Slack did not tell. */
  scopes: string[] | null;
  /** Slack's time, from the Date header. */
  at: Millis | null;
}

/** Calls a method of the Web API; null where Slack does not answer. */
export type Ask = (
  method: string,
  token: string | null,
  args?: Record<string, string>,
) => Promise<Answer | null>;

const answered = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team_id: z.string().optional(),
  app_id: z.string().optional(),
  bot_id: z.string().optional(),
  bot: z.object({ app_id: z.string().optional() }).optional(),
  expires_in: z.number().optional(),
});

const SLACK_API = 'https://slack.com/api/';
const TIMEOUT_MS: Millis = 10_000;

export const UNREACHED: Finding = {
  state: 'fail',
  text: 'Slack did not answer',
  cure: 'let this machine reach https://slack.com (network, firewall, proxy), and look at SLACK_API_URL',
};

export function asker(apiUrl: string | null, send: typeof fetch): Ask {
  const base = (apiUrl ?? SLACK_API).replace(/\/*$/, '/');
  return async (method, token, args = {}) => {
    try {
      const response = await send(base + method, {
        method: 'POST',
        body: new URLSearchParams(args),
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const scopes = response.headers.get('x-oauth-scopes');
      const at = Date.parse(response.headers.get('date') ?? '');
      return {
        body: answered.parse(await response.json()),
        scopes: scopes?.split(',').flatMap((scope) => scope.trim() || []) ?? null,
        at: Number.isNaN(at) ? null : at,
      };
    } catch {
      return null;
    }
  };
}
