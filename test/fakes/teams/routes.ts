import type { Operation } from './calls';
import {
  createConversation,
  deleteActivity,
  replyToActivity,
  sendToConversation,
  updateActivity,
} from './conversations';
import type { Json } from './json';
import { channelList, member, members, pagedMembers, teamDetails } from './rosters';
import type { Side } from './side';
import type { Bucket } from './throttle';

/** A request to the connector, with its path parsed. */
export interface Ask {
  tenant: string;
  /** The variable parts of the path, decoded, in order. */
  params: string[];
  query: URLSearchParams;
  body: Json;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface Route {
  method: string;
  path: RegExp;
  operation: Operation;
  bucket: Bucket;
  run(side: Side, ask: Ask): Answer;
}

const PART = '([^/]+)';
const route = (
  method: string,
  path: string,
  operation: Operation,
  bucket: Bucket,
  run: Route['run'],
): Route => ({ method, path: new RegExp(`^${path.replaceAll('*', PART)}$`), operation, bucket, run });

/** The part of the Bot Connector's REST API that bots in Teams use. */
const ROUTES: readonly Route[] = [
  route('POST', 'v3/conversations', 'create-conversation', 'create', createConversation),
  route('POST', 'v3/conversations/*/activities', 'send', 'send', sendToConversation),
  route('POST', 'v3/conversations/*/activities/*', 'reply', 'send', replyToActivity),
  route('PUT', 'v3/conversations/*/activities/*', 'update', 'send', updateActivity),
  route('DELETE', 'v3/conversations/*/activities/*', 'delete', 'send', deleteActivity),
  route('GET', 'v3/conversations/*/pagedmembers', 'paged-members', 'members', pagedMembers),
  route('GET', 'v3/conversations/*/members', 'members', 'members', members),
  route('GET', 'v3/conversations/*/members/*', 'member', 'members', member),
  route('GET', 'v3/teams/*', 'team', 'conversations', teamDetails),
  route('GET', 'v3/teams/*/conversations', 'channels', 'conversations', channelList),
];

export function findRoute(method: string, path: string): { route: Route; params: string[] } | null {
  for (const each of ROUTES) {
    const found = each.method === method ? each.path.exec(path) : null;
    if (found !== null) return { route: each, params: found.slice(1).map(decodeURIComponent) };
  }
  return null;
}
