import { type AgendaInput, lookBackDay, type OrganisationDay, type Task, tasksOf } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import type { PrivateWishes } from '../../domain/private-tasks';
import type { Team } from '../../domain/teams/team';
import { type Absence, beforeRunning } from '../../domain/time/absence';
import { addDays, dayAt, daySpan, type Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';
import { progressOf, type RollUpNeeds } from '../figures/roll-up';
import { type SafetyDutyNeeds, safetyDuty } from '../safety/contacts';

/** The ports to read a team's agenda. */
export type AgendaNeeds =
  | 'ledger'
  | 'people'
  | 'absences'
  | 'campaigns'
  | 'polls'
  | RollUpNeeds
  | SafetyDutyNeeds
  | 'surveys';

/** Every task of the team around `now`, past and coming, in the order of their times. */
export async function agendaOf(
  core: Ports<AgendaNeeds>,
  team: Team,
  now: Millis,
  known?: readonly Absence[],
): Promise<Task[]> {
  return tasksOf(await agendaInput(core, team, now, known), now);
}

/** What the team's agenda around `now` is made from; `known`: all absences, where they were read before. */
export async function agendaInput(
  core: Ports<AgendaNeeds>,
  team: Team,
  now: Millis,
  known?: readonly Absence[],
): Promise<AgendaInput> {
  const { zone } = team.settings;
  const today = dayAt(now, zone);
  const absences = known ?? (await core.absences.list(0));
  const from = lookBackDay(absences, zone, now);
  const [campaigns, polls, organisation] = await Promise.all([
    core.campaigns.list(team.org),
    core.polls.list(team.org, team.id, from, addDays(today, 1)),
    organisationDays(core, team, absences, now),
  ]);
  const [safety, survey, wishes] = await Promise.all([
    safetyDuty(core, team, polls),
    core.surveys.chosen(team.org),
    wishesOf(core, team, polls, now),
  ]);
  const asked = { ...(safety && { safety }), ...(wishes && { wishes }) };
  return { team, campaigns, polls, absences, organisation, survey, ...asked };
}

/** What members of a poll whose day lasts want in private; null: there is no such poll. */
async function wishesOf(
  core: Ports<'ledger' | 'people'>,
  { org, id }: Team,
  polls: readonly Poll[],
  now: Millis,
): Promise<PrivateWishes | null> {
  const current = polls.filter(({ endsAt }) => now < endsAt);
  if (current.length === 0) return null;
  const reminded = current.filter(
    ({ remindAt, closesAt }) => remindAt !== null && remindAt <= now && now < closesAt,
  );
  const [asks, ...listed] = await Promise.all([
    core.people.asksPrivately(org, id),
    ...reminded.map(({ day }) => core.ledger.list(org, id, day, 'snoozed')),
  ]);
  const snoozed = listed
    .flat()
    .flatMap((entry) =>
      entry.kind === 'snoozed' && (entry.state === 'waiting' || entry.state === 'claimed')
        ? [{ person: entry.person, day: entry.day, at: entry.freeAt }]
        : [],
    );
  return { asks, snoozed };
}

/** So much running time back the organisation's tally may still be posted or edited. */
const ROLLED_BACK_MS: Millis = 3 * 24 * 3_600_000;

/** The days of the organisation whose tally is posted in the team's channel; none where it is posted elsewhere. */
async function organisationDays(
  core: Ports<RollUpNeeds>,
  { org, id, settings: { zone } }: Team,
  absences: readonly Absence[],
  now: Millis,
): Promise<OrganisationDay[]> {
  const { channel } = await core.structures.get(org);
  if (channel !== id) return [];
  const first = dayAt(beforeRunning(absences, now, ROLLED_BACK_MS), zone);
  // On the days of an absence there are no polls.
  const days = daySpan(first, addDays(dayAt(now, zone), 1)).filter(
    (day) => !absences.some(({ from, until }) => dayAt(from, zone) < day && day < dayAt(until, zone)),
  );
  const all = await Promise.all(
    days.map(async (day) => ({ day, ...(await progressOf(core, org, day, now)) })),
  );
  return all.flatMap(({ day, finishedAt, endsAt }) =>
    finishedAt === null ? [] : [{ day, finishedAt, endsAt }],
  );
}
