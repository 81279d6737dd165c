import { announcementTasks } from './announcement-tasks';
import { type Poll, tallyDueAt } from './answers/poll';
import { followUpAt } from './answers/reminding';
import type { Campaign, CampaignId } from './campaigns/campaign';
import { digestTasks } from './digest';
import { missedTasks } from './missed-days';
import { officeTasks } from './office-bounds';
import { type PlannedDay, plannedDays, workCalendar } from './planned-days';
import { type PrivateWishes, type PrivateWork, privateTasks } from './private-tasks';
import type { SafetyDuty } from './safety/safety';
import { type SafetyWork, safetyTasks } from './safety/safety-tasks';
import { type ChosenSurvey, type SurveyWork, surveyTasks } from './surveys/survey-tasks';
import type { AnnounceLead, TeamSettings } from './teams/settings';
import type { Team } from './teams/team';
import { type Absence, absenceAt, afterRunning, beforeRunning } from './time/absence';
import { addDays, type Day, dayAt, instantOf, type Millis, type Zone } from './time/calendar';
import { nextWorkingDay } from './time/holidays';
import { windowOn } from './time/window';

/** What the bot does for a team by its agenda. */
export type PlannedWork =
  /** `campaign`: the one that is announced, where the lead is a number of days. */
  | { kind: 'announce'; lead: AnnounceLead; campaign?: CampaignId }
  /** `round`: of a poll at short notice after the day's first; absent: of the first. */
  | { kind: 'open' | 'remind' | 'close'; round?: number }
  /** The reminder that an administrator asked for; the usual one leaves out whom it reached. */
  | { kind: 'remind-now'; round?: number }
  /** The second reminder of a drill or an emergency. */
  | { kind: 'follow-up'; round?: number }
  | PrivateWork
  | SafetyWork
  | SurveyWork
  | { kind: 'end' }
  | { kind: 'report'; campaign: CampaignId }
  /** The overview of the week that begins on the day: in the channel, or to the team's contact. */
  | { kind: 'digest' | 'digest-lead' }
  /** The look at who comes to the office on the day, against the team's bounds. */
  | { kind: 'office-bounds' }
  /** The organisation's tally, and its last edit. */
  | { kind: 'roll-up' | 'roll-up-end' }
  /** The notice to a team's contact that days passed while the bot was away, since `since` (epoch ms); their last is `day`. */
  | { kind: 'missed'; since: Millis };

/** Work of one day, done once. */
export type Task = PlannedWork & {
  day: Day;
  /** Epoch ms, as `voidAt`. */
  dueAt: Millis;
  /** From this instant on the task is pointless and is skipped. */
  voidAt: Millis;
};

/** What a team's agenda is computed from; `polls` are those from `lookBackDay` on, `absences` are ascending. */
export interface AgendaInput {
  team: Team;
  campaigns: readonly Campaign[];
  polls: readonly Poll[];
  absences: readonly Absence[];
  /** Absent: no poll asks whether people are safe. */
  safety?: SafetyDuty;
  survey?: ChosenSurvey | null;
  /** Absent: members want nothing in private but the team's reminders. */
  wishes?: PrivateWishes;
  /** Days of the organisation, where its tally is posted in this team's channel. */
  organisation?: readonly OrganisationDay[];
}

/** A day on which teams are polled; epoch ms. */
export interface OrganisationDay {
  day: Day;
  /** When the last team's window is over. */
  finishedAt: Millis;
  /** When the last team's day ends. */
  endsAt: Millis;
}

const HOUR: Millis = 3_600_000;
/** A bot that was down overnight still posts what was due; after two days it would only confuse. */
const CATCH_UP: Millis = 48 * HOUR;
/** An answer of the last moment may be on its way to its commit. */
const SETTLED: Millis = HOUR / 60;
const REPORT_CATCH_UP: Millis = 7 * 24 * HOUR;
/** How many days of running time back a check of the agenda must reach: their tasks may still be due. */
const LOOK_BACK_DAYS = 8;
/** The longest lead of an announcement (60 days), with room for holidays before it. */
const TELEWORK_HORIZON_DAYS = 100;

/** The instant so much running time after another. */
type CaughtUp = (at: Millis, lengthMs: Millis) => Millis;

/** The first day whose polls may still have work at `now`. */
export function lookBackDay(absences: readonly Absence[], zone: Zone, now: Millis): Day {
  return dayAt(beforeRunning(absences, now, LOOK_BACK_DAYS * 24 * HOUR), zone);
}

/** Every task of the team around `now`, past and coming, in the order of their times. */
export function tasksOf(input: AgendaInput, now: Millis): Task[] {
  const { team, campaigns, polls, absences } = input;
  const planned = plannedAround(input, now);
  // What fell due while the bot was away is not lost by that.
  const caughtUp: CaughtUp = (at, lengthMs) => afterRunning(absences, at, lengthMs);
  return [
    ...polls.flatMap((poll) => pollTasks(poll, caughtUp)),
    ...openingsOf(input, planned).map(({ task }) => task),
    ...(input.wishes ? privateTasks(polls, input.wishes, (at) => caughtUp(at, CATCH_UP)) : []),
    ...(input.safety ? safetyTasks(polls, input.safety, CATCH_UP) : []),
    ...(input.survey ? surveyTasks(team.id, input, input.survey) : []),
    ...missedTasks(input, now),
    ...announcementTasks(team, { from: lookedFrom(team, now), planned, polls }),
    ...digestTasks(team, now),
    ...officeTasks(team, now),
    ...campaigns.flatMap((campaign) => reportOf(team, campaign, caughtUp)),
    ...(input.organisation ?? []).flatMap((day) => organisationTasks(day, caughtUp)),
  ].sort((a, b) => a.dueAt - b.dueAt);
}

function plannedAround({ team, campaigns }: AgendaInput, now: Millis): PlannedDay[] {
  const until = addDays(dayAt(now, team.settings.zone), TELEWORK_HORIZON_DAYS);
  return plannedDays(team, campaigns, lookedFrom(team, now), until);
}

function lookedFrom({ settings: { zone } }: Team, now: Millis): Day {
  return addDays(dayAt(now, zone), -LOOK_BACK_DAYS);
}

/** The tasks that are due and not yet pointless at `now`. */
export function dueAt(tasks: readonly Task[], now: Millis): Task[] {
  return tasks.filter((task) => task.dueAt <= now && now < task.voidAt);
}

/** When the next task becomes due, or null when none is in sight. */
export function nextDue(tasks: readonly Task[], now: Millis): Millis | null {
  return tasks.find((task) => task.dueAt > now)?.dueAt ?? null;
}

/** A day without a poll, and the task that opens it. */
export interface Opening {
  planned: PlannedDay;
  task: Task;
}

/** The days around `now` without a poll, each with the task that opens it. */
export function openings(input: AgendaInput, now: Millis): Opening[] {
  return openingsOf(input, plannedAround(input, now));
}

function openingsOf(input: AgendaInput, planned: readonly PlannedDay[]): Opening[] {
  const polled = new Set(input.polls.map(({ day }) => day));
  return planned
    .filter(({ day }) => !polled.has(day))
    .map((one) => ({ planned: one, task: opening(input.team.settings, one, input.absences) }));
}

/** A poll that fell due while the bot was away is opened as long as its day lasts. */
function opening({ zone }: TeamSettings, { day, window }: PlannedDay, absences: readonly Absence[]): Task {
  const { opensAt, closesAt, endsAt } = windowOn(day, window, zone);
  const voidAt = absenceAt(absences, closesAt) ? endsAt : closesAt;
  return { kind: 'open', day, dueAt: opensAt, voidAt };
}

/** The tasks of a poll, by the times it opened with: later changes of settings do not move them. */
function pollTasks(poll: Poll, caughtUp: CaughtUp): Task[] {
  const { closesAt, opensAt, endsAt, remindAt } = poll;
  const tallyAt = tallyDueAt(poll);
  const { day } = poll;
  const turn = roundOf(poll);
  const tasks: Task[] = [
    { kind: 'open', ...turn, day, dueAt: opensAt, voidAt: endsAt },
    { kind: 'close', ...turn, day, dueAt: tallyAt, voidAt: caughtUp(tallyAt, CATCH_UP) },
    { kind: 'end', day, dueAt: endsAt, voidAt: caughtUp(endsAt, CATCH_UP) },
    ...replacedTasks(poll),
  ];
  if (remindAt !== null) tasks.push({ kind: 'remind', ...turn, day, dueAt: remindAt, voidAt: closesAt });
  const { remindNowAt } = poll;
  if (remindNowAt !== undefined)
    tasks.push({ kind: 'remind-now', ...turn, day, dueAt: remindNowAt, voidAt: closesAt });
  const again = poll.drill ? followUpAt(remindAt, closesAt) : null;
  if (again !== null) tasks.push({ kind: 'follow-up', ...turn, day, dueAt: again, voidAt: closesAt });
  return tasks;
}

function organisationTasks({ day, finishedAt, endsAt }: OrganisationDay, caughtUp: CaughtUp): Task[] {
  const lastAt = endsAt + SETTLED;
  return [
    { kind: 'roll-up', day, dueAt: finishedAt, voidAt: caughtUp(finishedAt, CATCH_UP) },
    { kind: 'roll-up-end', day, dueAt: lastAt, voidAt: caughtUp(lastAt, CATCH_UP) },
  ];
}

/** What was not done of the day's earlier polls before the present one took their place: it is to be ended. */
function replacedTasks({ day, round, opensAt, endsAt, remindAt }: Poll): Task[] {
  const kinds = remindAt === null ? (['open', 'close'] as const) : (['open', 'close', 'remind'] as const);
  const rounds = Array.from({ length: round }, (_, before) => roundOf({ round: before }));
  return rounds.flatMap((turn) =>
    kinds.map((kind) => ({ kind, ...turn, day, dueAt: opensAt, voidAt: endsAt })),
  );
}

/** Whether a task is of an earlier poll of the day than this. */
export function isReplaced(task: Task, { round }: Pick<Poll, 'round'>): boolean {
  return 'round' in task ? (task.round ?? 0) < round : round > 0;
}

/** What tells the tasks of a later poll of the day from those of the first. */
export function roundOf({ round }: Pick<Poll, 'round'>): { round?: number } {
  return round === 0 ? {} : { round };
}

/** The report on a campaign, on the working day after its last Telework Day. */
function reportOf(team: Team, campaign: Campaign, caughtUp: CaughtUp): Task[] {
  const last = campaign.days.at(-1)?.day;
  if (!last || campaign.ended) return [];
  const on = nextWorkingDay(last, workCalendar(team));
  const { announceAt, zone } = team.settings;
  const dueAt = instantOf(on, announceAt, zone);
  const voidAt = caughtUp(dueAt, REPORT_CATCH_UP);
  return [{ kind: 'report', day: last, campaign: campaign.id, dueAt, voidAt }];
}
