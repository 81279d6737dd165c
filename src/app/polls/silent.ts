import { type Poll, respondedFrom } from '../../domain/answers/poll';
import type { Member } from '../../domain/people/person';
import { safetyAskedAt } from '../../domain/safety/safety';
import type { Ports } from '../core';

/** Scheduled members whose response the poll lacks: to remind, never to be shown. Where it asks whether people are safe, that is the response. */
export function silentIn({ polls }: Ports<'polls'>, poll: Poll): Promise<Member[]> {
  const { org, team, day } = poll;
  const since = safetyAskedAt(poll);
  return since === null
    ? polls.silent(org, team, day, respondedFrom(poll))
    : polls.silentOnSafety(org, team, day, since);
}
