import {
  type AgendaInput,
  LOOK_BACK_DAYS,
  type OrganisationDay,
  type Task,
  tasksOf,
} from '../../domain/agenda';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, dayAt, daySpan, dayStart, type Millis } from '../../domain/time/calendar';
import type { Ports } from '../core';
import { progressOf, type RollUpNeeds } from '../figures/roll-up';
import { type SafetyDutyNeeds, safetyDuty } from '../safety/contacts';

/** The ports to read a team's agenda. */
export type AgendaNeeds = 'absences' | 'campaigns' | 'polls' | RollUpNeeds | SafetyDutyNeeds | 'surveys';

/** Every task of the team around `now`, past and coming, in the order of their times. */
export async function agendaOf(core: Ports<AgendaNeeds>, team: Team, now: Millis): Promise<Task[]> {
  return tasksOf(await agendaInput(core, team, now), now);
}

/** What the team's agenda around `now` is made from. */
export async function agendaInput(core: Ports<AgendaNeeds>, team: Team, now: Millis): Promise<AgendaInput> {
  const { zone } = team.settings;
  const today = dayAt(now, zone);
  const from = addDays(today, -LOOK_BACK_DAYS);
  const [campaigns, polls, absences, organisation] = await Promise.all([
    core.campaigns.list(team.org),
    core.polls.list(team.org, team.id, from, addDays(today, 1)),
    core.absences.list(dayStart(from, zone)),
    organisationDays(core, team, today, now),
  ]);
  const [safety, survey] = await Promise.all([safetyDuty(core, team, polls), core.surveys.chosen(team.org)]);
  return { team, campaigns, polls, absences, organisation, survey, ...(safety && { safety }) };
}

/** So many days back the organisation's tally may still be posted or edited. */
const ROLLED_BACK_DAYS = 3;

/** The days of the organisation whose tally is posted in the team's channel; none where it is posted elsewhere. */
async function organisationDays(
  core: Ports<RollUpNeeds>,
  { org, id }: Team,
  today: Day,
  now: Millis,
): Promise<OrganisationDay[]> {
  const { channel } = await core.structures.get(org);
  if (channel !== id) return [];
  const days = daySpan(addDays(today, -ROLLED_BACK_DAYS), addDays(today, 1));
  const all = await Promise.all(
    days.map(async (day) => ({ day, ...(await progressOf(core, org, day, now)) })),
  );
  return all.flatMap(({ day, finishedAt, endsAt }) =>
    finishedAt === null ? [] : [{ day, finishedAt, endsAt }],
  );
}
