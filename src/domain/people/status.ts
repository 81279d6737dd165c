import type { Millis } from '../time/calendar';

/** What is shown next to a person's name on a chat platform, until an instant (epoch ms). */
export interface Status {
  /** In the person's language; 100 characters at most. */
  text: string;
  /** One emoji. */
  icon: string;
  until: Millis;
}

/**
 * How far the bot may set a person's status. `connect`: the person has not given their own permission yet, or took it
 * back. `off`: the operator has not switched it on. `no-address`: the platform could not send the person back.
 */
export type StatusAccess = 'ready' | 'connect' | 'off' | 'no-address';

/**
 * What became of a status. `none`: nothing was to be shown. `own`: the person has set one themselves, which stays.
 * `connect` and `off`: as in `StatusAccess`. `refused`: the platform, or its administrators, do not allow it.
 * `failed`: the platform could not be reached for a long time.
 */
export type StatusState = 'none' | 'shown' | 'own' | 'connect' | 'off' | 'refused' | 'failed';

export function isSameStatus(one: Status, other: Status): boolean {
  return one.text === other.text && one.icon === other.icon && one.until === other.until;
}
