import { type Poll, tallyDueAt } from '../../domain/answers/poll';
import { type Campaign, teleworkDay } from '../../domain/campaigns/campaign';
import { combineGroups } from '../../domain/figures/published-tallies';
import { figuresOf, groupsOf, type RollUp, reviseRollUp, rollUpOf } from '../../domain/figures/roll-up';
import type { OrgId, TeamId } from '../../domain/people/person';
import { plannedDays } from '../../domain/planned-days';
import { type Refusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, dayAt, type Millis } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { RollUpView } from '../../ports/organisation-messages';
import type { Ports } from '../core';

/** The ports to tell the organisation's day. */
export type RollUpNeeds = 'campaigns' | 'rollUps' | 'structures' | 'teams';

/** How far the organisation's day is; instants in epoch ms. */
export interface DayProgress {
  /** Teams that have a poll. */
  polled: number;
  /** Teams whose window is not over. */
  waiting: number;
  /** When the last window is over; null: no team has a poll, or will have one. */
  finishedAt: Millis | null;
  /** When the day of the last poll ends. */
  endsAt: Millis;
}

/** Days of which late answers and corrections are still looked at, in days. */
const REVISED_FOR = 8;

export async function progressOf(
  { campaigns, rollUps, teams }: Ports<RollUpNeeds>,
  org: OrgId,
  day: Day,
  now: Millis,
): Promise<DayProgress> {
  const [all, known, polls] = await Promise.all([
    teams.list(org),
    campaigns.list(org),
    rollUps.polls(org, day),
  ]);
  return progress(all, known, new Map(polls.map((poll) => [poll.team, poll])), day, now);
}

function progress(
  teams: readonly Team[],
  campaigns: readonly Campaign[],
  polls: ReadonlyMap<TeamId, Poll>,
  day: Day,
  now: Millis,
): DayProgress {
  const ends = teams.flatMap((team) => {
    const poll = polls.get(team.id);
    if (poll) return [{ finishedAt: tallyDueAt(poll), endsAt: poll.endsAt }];
    const [plan] = plannedDays(team, campaigns, day, day);
    if (!plan) return [];
    const { closesAt, endsAt } = windowOn(day, plan.window, team.settings.zone);
    // A window that passed without a poll keeps nobody waiting.
    return now < closesAt || polls.size === 0 ? [{ finishedAt: closesAt, endsAt }] : [];
  });
  return {
    polled: polls.size,
    waiting: ends.filter(({ finishedAt }) => finishedAt > now).length,
    finishedAt: ends.length === 0 ? null : Math.max(...ends.map(({ finishedAt }) => finishedAt)),
    endsAt: Math.max(0, ...ends.map(({ endsAt }) => endsAt)),
  };
}

/**
 * What is told of the organisation's day: nothing before the last team's window is over, then the same figures to all
 * who ask, with later answers as far as their groups may move.
 */
export async function rollUpOfDay(
  core: Ports<RollUpNeeds>,
  org: OrgId,
  day: Day,
  now: Millis,
): Promise<{ progress: DayProgress; told: RollUp | null } | Refusal> {
  const state = await progressOf(core, org, day, now);
  const known = (await core.rollUps.read(org, [day])).get(day)?.at(-1) ?? null;
  if (state.finishedAt === null && !known) return refuse('no-polls', { day: { day } });
  const isOld = day < addDays(dayAt(now, 'UTC'), -REVISED_FOR);
  if (known && (isOld || state.waiting > 0)) return { progress: state, told: known };
  if (state.waiting > 0) return { progress: state, told: null };
  if (state.polled === 0) return refuse('no-polls', { day: { day } });
  const cells = await core.rollUps.cells(org, day);
  if (!cells) return known ? { progress: state, told: known } : refuse('roll-up-gone', { day: { day } });
  const { departments } = await core.structures.get(org);
  const told = await core.rollUps.tell(org, day, now, (earlier) =>
    earlier.length === 0 ? rollUpOf(cells, departments) : reviseRollUp(earlier, cells),
  );
  return { progress: state, told: told.at(-1) ?? null };
}

/** The tally of the organisation, or of the department with this id and name. */
export async function rollUpView(
  core: Ports<'campaigns'>,
  org: OrgId,
  day: Day,
  { progress: { polled, waiting }, told }: { progress: DayProgress; told: RollUp | null },
  department: { id: string; name: string } | null,
): Promise<RollUpView> {
  const found = teleworkDay(await core.campaigns.list(org), day);
  const id = department?.id ?? null;
  const inside = told?.departments.filter((one) => id === null || one.id === id) ?? [];
  return {
    day,
    department: department?.name ?? null,
    campaign: found?.campaign.name ?? null,
    isCore: found?.core ?? false,
    teams: id === null ? (told?.teams ?? polled) : inside.reduce((sum, one) => sum + one.polled, 0),
    waiting,
    figures: told && figuresOf(told, id),
    groups: told ? combineGroups(groupsOf(told, id)) : [],
    departments:
      told && id === null ? inside.map((one) => ({ name: one.name, figures: figuresOf(told, one.id) })) : [],
  };
}
