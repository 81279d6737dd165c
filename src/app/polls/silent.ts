import type { Poll } from '../../domain/answers/poll';
import type { Member } from '../../domain/people/person';
import { safetyAskedAt } from '../../domain/safety/safety';
import type { Ports } from '../core';

/**
 * Scheduled members of whose day nothing is known: to remind, never to be shown. Those who answered before a call at
 * short notice are not asked again; where it asks whether people are safe, that is the question, and of those on leave
 * or not scheduled none is reminded, in an emergency neither.
 */
export function silentIn({ polls }: Ports<'polls'>, poll: Poll): Promise<Member[]> {
  const { org, team, day } = poll;
  const since = safetyAskedAt(poll);
  return since === null
    ? polls.silent(org, team, day, null)
    : polls.silentOnSafety(org, team, day, since, 'at-work');
}
