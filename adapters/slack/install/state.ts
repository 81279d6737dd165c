import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Clock } from '../../../src/ports/clock';
import type { Memory } from '../../../src/ports/store/memory';
import { memoryKeys } from '../memory-keys';

/** Why a `state` is refused. */
type StateRefusal = 'missing' | 'forged' | 'other-browser' | 'expired' | 'used';

/** Ties Slack's answer to the browser that began to install: signed, valid once, for ten minutes. */
export interface States {
  /** `browser`: the secret in the cookie of this attempt. */
  issue(browser: string): string;
  /** Uses the state up, for every process. Null where it is genuine. */
  redeem(state: string, browser: string): Promise<StateRefusal | null>;
}

export const STATE_TTL_MS: Millis = 10 * 60_000;
const ID_BYTES = 16;
const BROWSER_BYTES = 32;

export function newBrowserSecret(): string {
  return randomBytes(BROWSER_BYTES).toString('base64url');
}

/** The id of the attempt that a state belongs to; not verified. */
export function attemptOf(state: string): string {
  return state.split('.', 1)[0] ?? '';
}

/** A state is `<id>.<when it ends>.<signature>.<signature for the browser>`: nothing is stored until it is used. */
export function createStates({
  secret,
  memory,
  clock,
}: {
  secret: string;
  memory: Memory;
  clock: Clock;
}): States {
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');
  return {
    issue(browser) {
      const body = `${randomBytes(ID_BYTES).toString('base64url')}.${clock.now() + STATE_TTL_MS}`;
      return [body, sign('state', body), sign('browser', `${body}\n${browser}`)].join('.');
    },
    async redeem(state, browser) {
      if (state === '') return 'missing';
      const [id = '', until = '', signature = '', bound = ''] = state.split('.');
      const body = `${id}.${until}`;
      if (!same(signature, sign('state', body))) return 'forged';
      if (browser === '' || !same(bound, sign('browser', `${body}\n${browser}`))) return 'other-browser';
      if (Number(until) <= clock.now()) return 'expired';
      return (await memory.claim(memoryKeys.usedState(id), '', Number(until), null)) ? null : 'used';
    },
  };
}

function same(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
