import { type Poll, tallyDueAt } from '../../domain/answers/poll';
import { type Campaign, namedOf, teleworkDay } from '../../domain/campaigns/campaign';
import { combineGroups } from '../../domain/figures/published-tallies';
import { figuresOf, groupsOf, headsIn, nextRollUp, type RollUp } from '../../domain/figures/roll-up';
import type { OrgId, TeamId } from '../../domain/people/person';
import { plannedDays } from '../../domain/planned-days';
import { type Refusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, dayStart, type Millis } from '../../domain/time/calendar';
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
  /** When the day has ended for every poll and in the zone of every team; 0: no team has a poll, or will have one. */
  endsAt: Millis;
}

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
    endsAt: ends.length === 0 ? 0 : Math.max(...ends.map(({ endsAt }) => endsAt), ...zoneEnds(teams, day)),
  };
}

function zoneEnds(teams: readonly Team[], day: Day): Millis[] {
  const zones = new Set(teams.map(({ settings }) => settings.zone));
  return [...zones].map((zone) => dayStart(addDays(day, 1), zone));
}

/** What is told of the organisation's day; `over`: it has ended. */
export interface ToldRollUp {
  progress: DayProgress;
  told: RollUp | null;
}

/**
 * What is told of the organisation's day: nothing before the last team's window is over, then the same figures to all
 * who ask, and once more at its end.
 */
export async function rollUpOfDay(
  core: Ports<RollUpNeeds>,
  { org, day }: { org: OrgId; day: Day },
  now: Millis,
): Promise<ToldRollUp | Refusal> {
  const progress = await progressOf(core, org, day, now);
  const known = (await core.rollUps.read(org, [day])).get(day)?.at(-1) ?? null;
  if (progress.finishedAt === null && !known) return refuse('no-polls', { day: { day } });
  if (progress.waiting > 0 || (known && isSettled(known, progress, now))) return { progress, told: known };
  if (progress.polled === 0) return known ? { progress, told: known } : refuse('no-polls', { day: { day } });
  const over = progress.endsAt <= now;
  const cells = await core.rollUps.cells(org, day, known?.at ?? null);
  if (!cells) return known ? { progress, told: known } : refuse('roll-up-gone', { day: { day } });
  const { departments } = await core.structures.get(org);
  const told = await core.rollUps.tell(org, day, now, (earlier) =>
    nextRollUp(earlier, cells, { departments, over, at: now }),
  );
  return { progress, told: told.at(-1) ?? null };
}

/** Whether nothing is told besides: neither the day nor a further window has ended since. */
function isSettled(known: RollUp, { endsAt, finishedAt }: DayProgress, now: Millis): boolean {
  return known.over === true || (endsAt > now && (finishedAt ?? 0) <= known.at);
}

/** The tally of the organisation, or of the department with this id and name. */
export async function rollUpView(
  core: Ports<'campaigns'>,
  org: OrgId,
  day: Day,
  { progress: { polled, waiting }, told }: ToldRollUp,
  department: { id: string; name: string } | null,
): Promise<RollUpView> {
  const found = teleworkDay(await core.campaigns.list(org), day);
  const id = department?.id ?? null;
  const inside = told?.departments.filter((one) => id === null || one.id === id) ?? [];
  return {
    day,
    department: department?.name ?? null,
    campaign: found ? namedOf(found.campaign) : null,
    isCore: found?.core ?? false,
    teams: id === null ? (told?.teams ?? polled) : inside.reduce((sum, one) => sum + one.polled, 0),
    waiting,
    running: !told?.over,
    figures: told && figuresOf(told, id),
    groups: told ? combineGroups(groupsOf(told, id)) : [],
    again: told ? headsIn(told, id).again : 0,
    departments:
      told && id === null ? inside.map((one) => ({ name: one.name, figures: figuresOf(told, one.id) })) : [],
  };
}
