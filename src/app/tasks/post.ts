import { dayAt } from '../../domain/calendar';
import type { Team } from '../../domain/settings';
import type { Core } from '../core';
import type { MessageBody } from '../messages';
import type { Outcome, PostKey, TaskKey } from '../ports';
import type { Claimed } from './index';

/** The key under which a platform may find the post of a task again. Opaque: it names no person and no day in words. */
export function postKeyOf({ org, team, kind, day, subject }: TaskKey): string {
  return [org, team, kind, day, subject].join('/');
}

/** Posts a message in the team's channel, in the team's language. */
export async function postToTeam(
  core: Core,
  team: Team,
  body: MessageBody,
  claimed: Claimed,
): Promise<Outcome> {
  const today = dayAt(core.clock.now(), team.settings.zone);
  const card = core.present({ today, ...body }, team.settings.language);
  const key = { id: postKeyOf(claimed.key), again: claimed.again };
  return { state: 'done', post: await core.chat.post(team.org, team.place, card, key) };
}

/**
 * Whether a second post under this key does no harm: a poll's, whose buttons carry the poll's key. For platforms
 * which cannot look an earlier post up.
 */
export function isRepeatable({ id }: PostKey): boolean {
  return id.split('/')[2] === 'open';
}
