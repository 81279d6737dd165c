import { refused } from './errors';
import { jsonOf } from './json';
import { reach } from './reach';
import type { Answer, Ask } from './routes';
import type { Side } from './side';
import { membersOf, type Person, type Team } from './world';

const PAGE = 200;
const SMALLEST_PAGE = 50;
const LARGEST_PAGE = 500;

/** Pages of 50 to 500 members, by default 200. Bots are never among them. */
export function pagedMembers(side: Side, ask: Ask): Answer {
  const { conversation } = reach(side, ask.tenant, ask.params[0] ?? '');
  const people = membersOf(conversation);
  const size = Number(ask.query.get('pageSize') ?? PAGE);
  if (!Number.isInteger(size) || size <= 0) throw refused.badArgument('pageSize is not a number.');
  const from = readToken(ask.query.get('continuationToken'), conversation.id);
  const until = from + Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, size));
  const more = until < people.length ? { continuationToken: makeToken(conversation.id, until) } : {};
  return { status: 200, body: { ...more, members: people.slice(from, until).map(account) } };
}

function makeToken(conversation: string, from: number): string {
  return Buffer.from(JSON.stringify({ conversation, from })).toString('base64url');
}

function readToken(token: string | null, conversation: string): number {
  if (token === null) return 0;
  const held = parse(Buffer.from(token, 'base64url').toString());
  const { from } = held;
  if (held.conversation !== conversation || typeof from !== 'number') {
    throw refused.badArgument('The continuation token is not one of this conversation.');
  }
  return from;
}

function parse(text: string): Record<string, unknown> {
  try {
    return jsonOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The old call for rosters: all members at once, at most 10,000. */
export function members(side: Side, ask: Ask): Answer {
  const { conversation } = reach(side, ask.tenant, ask.params[0] ?? '');
  return { status: 200, body: membersOf(conversation).slice(0, 10_000).map(account) };
}

export function member(side: Side, ask: Ask): Answer {
  const { conversation } = reach(side, ask.tenant, ask.params[0] ?? '');
  const person = membersOf(conversation).find((each) => [each.id, each.aad].includes(ask.params[1] ?? ''));
  if (person === undefined) throw refused.noMember();
  return { status: 200, body: account(person) };
}

/** A member as rosters list them. */
function account(person: Person): object {
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    id: person.id,
    name: person.name,
    objectId: person.aad,
    aadObjectId: person.aad,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    // Guests sign in by a name that their host makes of their address.
    userPrincipalName:
      person.role === 'guest' ? `${person.email.replace('@', '_')}#EXT#@host.example` : person.email,
    tenantId: person.tenant,
    userRole: person.role,
  };
}

function teamOf(side: Side, ask: Ask): Team {
  const team = side.world.findTeam(ask.params[0] ?? '');
  if (team === null || team.deleted || team.tenant !== ask.tenant) throw refused.noConversation();
  if (!team.installed) throw refused.notInRoster();
  return team;
}

export function teamDetails(side: Side, ask: Ask): Answer {
  const { id, name, group, members, channels, tenant } = teamOf(side, ask);
  const counts = { channelCount: channels.length, memberCount: members.length };
  return {
    status: 200,
    body: { id, name, aadGroupId: group, ...counts, type: 'standard', tenantId: tenant },
  };
}

export function channelList(side: Side, ask: Ask): Answer {
  const channels = teamOf(side, ask).channels.filter((each) => !each.deleted);
  const conversations = channels.map(({ id, name }) => ({ id, name, type: 'standard' }));
  return { status: 200, body: { conversations } };
}
