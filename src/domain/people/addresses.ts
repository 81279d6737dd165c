import type { OrgId } from './person';

/** An organisation under another one's name: everything of `org` is kept as part of `into`. */
export interface JoinedPair {
  org: OrgId;
  into: OrgId;
}

/** Where something is: an address or a person's id as the platform of `org` knows it. */
interface Native {
  org: OrgId;
  address: string;
}

/**
 * How the addresses of several organisations live together in one: those of an organisation that was joined to
 * another carry its name, `teams:<tenant>|<address>`. Pure, and the same at every start.
 */
export interface Addresses {
  /** Under which name the organisation's data is kept. */
  orgOf(org: OrgId): OrgId;
  /** The address as the core knows it. */
  inward(org: OrgId, address: string): string;
  /** The address as its platform knows it; `org` is the name under which data is kept. */
  outward(org: OrgId, address: string): Native;
  /** The organisations that are kept under this name, itself first. */
  members(org: OrgId): OrgId[];
}

const SEPARATOR = '|';

export function prefixOf(org: OrgId): string {
  return org + SEPARATOR;
}

/** The platform of an organisation: its id begins with the platform's name, `slack:T0123`. */
export function platformOf(org: OrgId): string {
  return org.split(':', 1)[0] ?? '';
}

/** Which platform an address is on, as the core knows it. */
export function platformAt(org: OrgId, address: string): string {
  return platformOf(ownerAt(org, address));
}

/** Which of the organisations kept under this name an address belongs to. */
export function ownerAt(org: OrgId, address: string): OrgId {
  const bar = address.indexOf(SEPARATOR);
  return bar < 0 ? org : address.slice(0, bar);
}

export function createAddresses(pairs: readonly JoinedPair[]): Addresses {
  const names = new Map(pairs.map(({ org, into }) => [org, into]));
  const joinedTo = (into: OrgId) => pairs.flatMap((pair) => (pair.into === into ? [pair.org] : []));
  return {
    orgOf: (org) => names.get(org) ?? org,
    inward: (org, address) => (names.has(org) ? prefixOf(org) + address : address),
    outward(org, address) {
      const from = joinedTo(org).find((each) => address.startsWith(prefixOf(each)));
      return from ? { org: from, address: address.slice(prefixOf(from).length) } : { org, address };
    },
    members: (org) => [org, ...joinedTo(org)],
  };
}
