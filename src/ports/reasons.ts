import type { Outcome } from './store/ledger';

/** Why a task was not done, as the ledger keeps it. `present` has words for each, with the cure. */
export const REASONS = [
  'no-day', // the day is not a Telework Day any more
  'no-poll', // there was no poll to close, or to remind of
  'later-poll', // another poll of the day had taken its place
  'within-bounds', // neither too few nor too many come to the office
  'no-campaign',
  'announced', // the campaign had been announced before
  'never-polled', // a campaign without a day to report on
  'answered', // the person has answered, so needs no reminder
  'opted-out',
  'night', // it was night where the person is, until the window was over
  'too-late', // too little of the window was left to answer in
  'overdue', // its time was over before an attempt could be made
  'withdrawn', // it was not to be done any more; it is done after all if that is taken back
  'away', // the bot was not running until the day was over
  'gone',
  'forbidden',
  'deleted', // a person deleted the message
  'invalid',
  'uncertain',
  'asked-again', // an administrator asked for it once more
] as const;
export type Reason = (typeof REASONS)[number];

/** A reason read from the ledger; `other`: an earlier version wrote another text. */
export function reasonOf(text: string | null): Reason | 'other' | null {
  if (text === null) return null;
  return REASONS.find((reason) => reason === text) ?? 'other';
}

export function skipped(reason: Reason): Outcome {
  return { state: 'skipped', reason };
}
