import { isReplaced, type Task } from '../../domain/agenda';
import { opensLate, type Poll } from '../../domain/answers/poll';
import { remindInstant } from '../../domain/answers/reminding';
import { plannedMember } from '../../domain/people/roster';
import { type PlannedDay, plannedDays } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { absenceAt } from '../../domain/time/absence';
import type { Millis } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import { skipped } from '../../ports/reasons';
import type { Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { ClaimedTask } from '../delivery/deliver';
import { type PostNeeds, postToTeam } from '../delivery/post';
import { pollMessage } from '../figures/views';
import { type RosterNeeds, syncRoster } from '../teams/roster';
import { daysToldOf } from './announcing';

/** The ports to put a poll into the store. */
export type CreatePollNeeds = RosterNeeds | 'absences' | 'clock' | 'polls';

/** Opens the team's poll of the day, unless it is open already, and posts it. */
export async function openPoll(
  core: Ports<CreatePollNeeds | PostNeeds | 'campaigns' | 'ledger' | 'refresh'>,
  team: Team,
  task: Task,
  claim: ClaimedTask,
): Promise<Outcome> {
  const poll = (await core.polls.get(team.org, team.id, task.day)) ?? (await openPlanned(core, team, task));
  if (!poll) return skipped('no-day');
  if (isReplaced(task, poll)) return skipped('later-poll');
  // The platform may find the post of an earlier attempt: it lacks the answers since.
  if (claim.mayHaveBeenSent) core.refresh.touch(poll.org, poll.team, poll.day);
  const told = await daysToldOf(core, team, poll.day);
  const posted = await postToTeam(core, team, await pollMessage(core, team, poll, core.clock.now()), claim);
  // The announcements of this day point to the poll from now on, and those of the next do not ask next to it.
  core.refresh.touch(poll.org, poll.team, poll.day);
  for (const day of told) core.refresh.touch(poll.org, poll.team, day);
  return posted;
}

async function openPlanned(
  core: Ports<CreatePollNeeds | 'campaigns'>,
  team: Team,
  { day }: Task,
): Promise<Poll | null> {
  const campaigns = await core.campaigns.list(team.org);
  const [planned] = plannedDays(team, campaigns, day, day);
  if (!planned) return null;
  return createPoll(core, team, planned, null);
}

/**
 * Puts a poll at short notice in the place of the day's poll; answers stay. A poll after an emergency is of that
 * emergency still, and names that were not shown in the morning are not shown later on the day.
 */
export async function createLaterPoll(
  core: Ports<CreatePollNeeds>,
  team: Team,
  before: Poll,
  { window, drill }: Pick<Poll, 'window' | 'drill'>,
): Promise<Poll> {
  await syncRoster(core, team);
  const { zone, remind } = team.settings;
  const { day, round } = before;
  const instants = windowOn(day, window, zone);
  const openedAt = core.clock.now();
  const remindAt = remindInstant(remind, instants, openedAt, day, zone);
  const times = { ...instants, openedAt, awaySince: null, remindAt };
  const poll: Poll = {
    ...before,
    zone,
    window,
    ...times,
    drill: drill ?? (before.drill?.real ? before.drill : null),
    names: before.names && team.settings.names,
    round: round + 1,
  };
  const roster = await core.people.roster(team.org, team.id);
  const members = roster.map((member) => plannedMember(member, day));
  if (await core.polls.openAgain(poll, members)) return poll;
  return (await core.polls.get(team.org, team.id, day)) ?? poll;
}

/** Puts a poll with today's roster and the default weeks' answers into the store. */
export async function createPoll(
  core: Ports<CreatePollNeeds>,
  team: Team,
  { day, campaign, core: isCore, window, peakUntil }: PlannedDay,
  drill: Poll['drill'],
): Promise<Poll> {
  await syncRoster(core, team);
  const { zone, remind } = team.settings;
  const instants = windowOn(day, window, zone);
  const now = core.clock.now();
  const roster = await core.people.roster(team.org, team.id);
  return core.polls.open(
    {
      org: team.org,
      team: team.id,
      day,
      zone,
      window,
      ...instants,
      remindAt: remindInstant(remind, instants, now, day, zone),
      campaign: campaign?.id ?? null,
      core: isCore,
      drill,
      names: team.settings.names,
      openedAt: now,
      awaySince: opensLate(now, instants) ? await awaySince(core, instants.opensAt) : null,
      peakUntil,
      round: 0,
    },
    roster.map((member) => plannedMember(member, day)),
    now,
  );
}

async function awaySince({ absences }: Ports<'absences'>, dueAt: Millis): Promise<Millis | null> {
  return absenceAt(await absences.list(dueAt), dueAt)?.from ?? null;
}
