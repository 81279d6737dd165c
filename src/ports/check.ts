import type { Millis } from '../domain/time/calendar';

/*
 * What the check of the set-up asks of each part: small functions whose results are shown in order.
 * The file `doctor.ts` of each adapter has its platform's: `slackChecks(…)`, `teamsChecks(settings, parts)`.
 */

/** `ok`: as it should be; `warn`: it works, but look at it; `fail`: the bot does not work like this. */
export type CheckState = 'ok' | 'warn' | 'fail';

/** What was found, in one plain sentence; `cure` says what to do about it. Neither ever holds a secret. */
export interface Finding {
  state: CheckState;
  text: string;
  cure?: string;
}

/** One thing to look at. `run` changes nothing, and tells a fault as a finding instead of throwing it. */
export interface Check {
  /** Few words, such as `Slack: token`. */
  name: string;
  /** Whether it asks the network. */
  remote?: boolean;
  run(): Promise<Finding>;
}

/** What checks that speak to a platform need: the system's clock (never a simulated one) and the network. */
export interface CheckParts {
  now(): Millis;
  fetch: typeof fetch;
}
