import { type Refusal, refuse } from './refusal';

/** What is not known for sure counts as `no`. */
export type Certainty = 'yes' | 'no' | 'unknown';

type Role = 'place' | 'organisation';

/** Who holds a role, as far as the platform tells: a refusal names them. */
export type Holder =
  /** The person who made the channel, if the organisation has them, or an administrator of the workspace. */
  | { by: 'maker'; name: string | null }
  /** The person who added the bot. */
  | { by: 'installer'; name: string | null }
  /** Nobody yet: the operator's setting that names them, and the id by which it would name this person, if known. */
  | { by: 'setting'; setting: string; id: string | null }
  /** Only those who administer the organisation: nobody is known who added the bot. */
  | { by: 'operators' }
  /** Administrators whom the platform does not name. */
  | { by: 'administrators' };

/** What a chat platform says of a person at the moment they ask for something. */
export interface Roles extends Record<Role, Certainty> {
  /** Whether they administer the place of the team in question. */
  place: Certainty;
  /** Whether they administer the whole organisation; it implies the place. */
  organisation: Certainty;
  /** As people call it: `Slack`. */
  platform: string;
  /** Who administers instead; `administrators` where it is left out. */
  holders?: Partial<Record<Role, Holder>>;
}

/** The same answer of the platform for a person who administers nothing. */
export function withoutRoles(roles: Roles): Roles {
  return { ...roles, place: 'no', organisation: 'no' };
}

/** What only some people may do. */
export type Deed =
  | 'set-up-team'
  | 'see-deliveries'
  | 'see-campaigns'
  | 'change-campaigns'
  | 'change-holidays'
  | 'change-departments'
  | 'set-up-teams'
  | 'see-silent-people'
  | 'see-organiser-figures'
  | 'see-audit'
  | 'measure-effects'
  | 'end-web-sessions'
  | 'correct-past-day';

/** The role that a deed takes, and the refusal of those who administer less. */
const NEEDED: Record<Deed, Role> = {
  'set-up-team': 'place',
  'see-deliveries': 'place',
  'see-campaigns': 'place',
  'change-campaigns': 'organisation',
  'change-holidays': 'organisation',
  'change-departments': 'organisation',
  'set-up-teams': 'organisation',
  'see-silent-people': 'organisation',
  'see-organiser-figures': 'organisation',
  'see-audit': 'organisation',
  'measure-effects': 'organisation',
  'end-web-sessions': 'organisation',
  'correct-past-day': 'place',
};

/** Whether a deed concerns the whole organisation, whatever team it is asked from. */
export function isOfOrganisation(deed: Deed): boolean {
  return NEEDED[deed] === 'organisation';
}

declare const granted: unique symbol;

/** The right to one deed, which the use case takes as a parameter. Only `may` makes it. */
export interface Right<D extends Deed> {
  readonly deed: D;
  readonly [granted]: true;
}

/**
 * Judges whether a person with these roles may do something: the right to it, or a refusal that names who may. A role
 * that is not known is refused with `roles-unknown`, never as if the person did not have it.
 */
export function may<D extends Deed>(roles: Roles, deed: D): Right<D> | Refusal {
  const needed = NEEDED[deed];
  if (roles.organisation === 'yes' || roles[needed] === 'yes') return { deed } as Right<D>;
  if (roles.organisation === 'unknown' || roles[needed] === 'unknown')
    return refuse('roles-unknown', { platform: roles.platform });
  const holder = roles.holders?.[needed] ?? { by: 'administrators' };
  return refusalOf(holder, needed);
}

function refusalOf(holder: Holder, needed: Role): Refusal {
  switch (holder.by) {
    case 'maker':
      return holder.name === null
        ? refuse('not-workspace-admin')
        : refuse('not-channel-maker', { name: holder.name });
    case 'installer':
      return holder.name === null ? refuse('not-admin') : refuse('not-installer', { name: holder.name });
    case 'setting':
      return holder.id === null
        ? refuse('no-admin-set-no-id', { setting: holder.setting })
        : refuse('no-admin-set', { setting: holder.setting, id: holder.id });
    case 'operators':
      return refuse('not-operator');
    case 'administrators':
      return refuse(needed === 'organisation' ? 'not-org-admin' : 'not-admin');
  }
}
