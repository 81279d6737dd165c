import type { Task } from '../../domain/agenda';
import { isRefusal } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import { dayAt } from '../../domain/time/calendar';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask, Later } from '../delivery/deliver';
import { editPosted, hasPost } from '../delivery/edit-posted';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { type RollUpNeeds, rollUpOfDay, rollUpView } from '../figures/roll-up';

type Needs = PostNeeds | RollUpNeeds;

/** Posts the organisation's tally once the last team's window is over. */
export async function postRollUp(
  core: Ports<Needs>,
  team: Team,
  { day }: Task,
  claim: ClaimedTask,
): Promise<Outcome | Later> {
  const now = core.clock.now();
  // Other organisations may see the channel by now.
  if (team.sharing !== null) return skipped('withdrawn');
  const state = await rollUpOfDay(core, { org: team.org, day }, now);
  if (isRefusal(state)) return skipped('never-polled');
  const { finishedAt } = state.progress;
  // A further poll of the day was opened meanwhile.
  if (!state.told) return { state: 'later', afterMs: Math.max(0, (finishedAt ?? now) - now), limited: false };
  const view = await rollUpView(core, team.org, day, state, null);
  return postToTeam(core, team, { kind: 'roll-up', ...view }, claim);
}

/** At the end of the last team's day the posted tally takes in late answers, as far as its groups may move. */
export async function endRollUp(core: Ports<Needs | 'ledger'>, team: Team, { day }: Task): Promise<Outcome> {
  const done: Outcome = { state: 'done', post: null };
  const posted = (await core.ledger.list(team.org, team.id, day, 'roll-up')).filter(hasPost);
  if (posted.length === 0 || team.sharing !== null) return done;
  const now = core.clock.now();
  const state = await rollUpOfDay(core, { org: team.org, day }, now);
  if (isRefusal(state)) return done;
  const view = await rollUpView(core, team.org, day, state, null);
  const today = dayAt(now, team.settings.zone);
  const card = core.present({ today, kind: 'roll-up', ...view }, team.settings.language);
  for (const entry of posted) await editPosted(core, entry, card);
  return done;
}
