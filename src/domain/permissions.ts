import { type Refusal, refuse } from './refusal';

/** What is not known for sure counts as `no`. */
type Certainty = 'yes' | 'no' | 'unknown';

/** What a chat platform says of a person at the moment they ask for something. */
export interface Roles {
  /** Whether they administer the place of the team in question. */
  place: Certainty;
  /** Whether they administer the whole organisation; it implies the place. */
  organisation: Certainty;
}

export const NO_ROLES: Roles = { place: 'no', organisation: 'no' };

/** What only some people may do. */
export type Deed =
  | 'set-up-team'
  | 'see-deliveries'
  | 'see-campaigns'
  | 'change-campaigns'
  | 'see-organiser-figures'
  | 'correct-past-day';

/** The role that a deed takes, and the refusal of those who administer less. */
const NEEDED: Record<Deed, keyof Roles> = {
  'set-up-team': 'place',
  'see-deliveries': 'place',
  'see-campaigns': 'place',
  'change-campaigns': 'organisation',
  'see-organiser-figures': 'place',
  'correct-past-day': 'place',
};

declare const granted: unique symbol;

/** The right to one deed, which the use case takes as a parameter. Only `may` makes it. */
export interface Right<D extends Deed> {
  readonly deed: D;
  readonly [granted]: true;
}

/**
 * Judges whether somebody with these roles may do something: the right to it, or the refusal `not-admin`, or
 * `not-org-admin` for an administrator of a place where the organisation's is needed. Unknown is no.
 */
export function may<D extends Deed>(roles: Roles, deed: D): Right<D> | Refusal {
  const held = heldBy(roles);
  if (held[NEEDED[deed]]) return { deed } as Right<D>;
  return refuse(held.place ? 'not-org-admin' : 'not-admin');
}

function heldBy({ place, organisation }: Roles): Record<keyof Roles, boolean> {
  return { place: place === 'yes' || organisation === 'yes', organisation: organisation === 'yes' };
}
