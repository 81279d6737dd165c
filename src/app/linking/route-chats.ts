import { platformOf } from '../../domain/people/addresses';
import type { OrgId } from '../../domain/people/person';
import { type Chat, ChatError } from '../../ports/chat';

/** One chat port over several platforms: each call goes to the platform of its organisation. */
export function routeChats(chats: Readonly<Record<string, Chat>>): Chat {
  function chatOf(org: OrgId): Chat {
    const chat = chats[platformOf(org)];
    if (!chat) throw new ChatError('unreachable', `the platform "${platformOf(org)}" is not configured`);
    return chat;
  }
  return {
    post: async (org, place, card, key) => chatOf(org).post(org, place, card, key),
    edit: async (org, post, card) => chatOf(org).edit(org, post, card),
    direct: async (org, person, card, key) => chatOf(org).direct(org, person, card, key),
    roster: (org, place) => chatOf(org).roster(org, place),
    group: async (org, name) => chatOf(org).group(org, name),
    forget: async (org, person) => chatOf(org).forget(org, person),
    statusAccess: async (org, person) => chatOf(org).statusAccess(org, person),
    statusLink: async (org, person) => chatOf(org).statusLink(org, person),
    setStatus: async (org, person, status, ours) => chatOf(org).setStatus(org, person, status, ours),
    dropStatusAccess: async (org, person) => chatOf(org).dropStatusAccess(org, person),
    standing: async (org, person) => chatOf(org).standing(org, person),
    isShared: async (org, place) => chatOf(org).isShared(org, place),
    mayManage: async (org, person, place) => chatOf(org).mayManage(org, person, place),
  };
}
