import { may } from '../../domain/permissions';
import { isRefusal, refuse } from '../../domain/refusal';
import { slotAt, troubleAt } from '../../domain/teams/channels';
import type { RequestContext, RequestResult } from '../context';
import type { PortName } from '../core';
import { type ServingNeeds, serveAgain } from '../teams/channel-failure';
import { type PresenceNeeds, placeChanged } from '../teams/presence';

/**
 * A word of an administrator, of whatever kind, in a channel that had failed lets the channel be served again: they can
 * speak there, and were told to. The platform says whether it is true with the next post.
 */
export async function servedAgain<Needs extends PortName>(
  context: RequestContext<Needs | ServingNeeds | 'teams'>,
): Promise<RequestContext<Needs | ServingNeeds | 'teams'>> {
  const { core, actor, team } = context;
  const slot = team && slotAt(team, actor.place);
  if (!slot || troubleAt(team, slot) === null) return context;
  if (isRefusal(may(await context.roles(), 'set-up-team'))) return context;
  return { ...context, team: await serveAgain(core, team, slot) };
}

/**
 * Answers a request made in a channel that has no team. Where the bot was added to the channel, it was away at that
 * moment: the channel gets its team and welcome now, and the request is made `again`. Elsewhere the person hears who
 * types what.
 */
export async function withTeamOfChannel(
  { core, actor }: RequestContext<PresenceNeeds>,
  result: RequestResult,
  again: () => Promise<RequestResult>,
): Promise<RequestResult> {
  const { org, place, placeName: name, shared = false, added = false } = actor;
  if (!isRefusal(result) || result.refusal !== 'no-team' || place === null) return result;
  if (!added) return refuse('no-team-here');
  await placeChanged(core, { org, place, name, about: { shared } });
  const repeated = await again();
  return isRefusal(repeated) && repeated.refusal === 'no-team' ? refuse('no-team-here') : repeated;
}
