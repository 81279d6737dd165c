import { phaseOf } from '../../domain/answers/poll';
import { covers, visibilityOf } from '../../domain/answers/visibility';
import { counts } from '../../domain/people/roster';
import { refuse } from '../../domain/refusal';
import { inTeam, type RequestContext, type RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { narrower } from '../teams/agreeing';

/** Counts the person's answers in a team where they never answered, from the poll of the day on. */
export function countIn(
  context: RequestContext<'agreements' | 'polls' | 'refresh'>,
  { day, shows }: IntentOf<'count-in'>,
): Promise<RequestResult> {
  return inTeam(context, async (team) => {
    const { core, member, now } = context;
    if (!counts(member, team.settings)) return refuse('guest-not-counted');
    const poll = await core.polls.get(team.org, team.id, day);
    const open = poll && phaseOf(poll, now) !== 'over' ? poll : null;
    const asking = open ?? team.settings;
    const agrees = narrower(shows, visibilityOf(asking));
    const key = { org: team.org, team: team.id, person: member.id };
    await core.agreements.add({ ...key, agrees, day: open && day });
    if (open) core.refresh.touch(team.org, team.id, day);
    const { names } = asking;
    // The team has begun to show names since the button was shown.
    const unheard = covers(agrees, asking) ? [] : [{ team: team.id, name: team.name, day, names }];
    return { kind: 'counted-in', teamName: team.name, names, unheard };
  });
}
