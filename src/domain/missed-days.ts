import type { Poll } from './answers/poll';
import type { Campaign } from './campaigns/campaign';
import { type PlannedDay, plannedDays } from './planned-days';
import type { TeamSettings } from './teams/settings';
import type { Team } from './teams/team';
import { type Absence, absenceAt, afterRunning } from './time/absence';
import { addDays, type Day, dayAt, type Millis } from './time/calendar';
import { windowOn } from './time/window';

/** What tells which days a team missed; `polls` reach back to the beginning of each absence. */
interface Missed {
  team: Team;
  campaigns: readonly Campaign[];
  polls: readonly Poll[];
  /** Ascending. */
  absences: readonly Absence[];
}

const HOUR: Millis = 3_600_000;
/** Days that passed are told only when so much time has gone by: a clock that was set wrong may be set right again. */
const MISSED_DELAY: Millis = HOUR / 6;
/** They are told within so much running time after the bot's return. */
const MISSED_CATCH_UP: Millis = 24 * HOUR;

/** The notices, by absence, that days passed without a poll while the bot was away: those which are not pointless at `now`. */
export function missedTasks(input: Missed, now: Millis) {
  return input.absences.flatMap((absence) => {
    const dueAt = absence.until + MISSED_DELAY;
    const voidAt = afterRunning(input.absences, dueAt, MISSED_CATCH_UP);
    const day = now < voidAt ? missedDays(input, absence).at(-1) : undefined;
    return day === undefined ? [] : [{ kind: 'missed' as const, since: absence.from, day, dueAt, voidAt }];
  });
}

/** The days without a poll that passed in the absence, however long it was; ascending. */
export function missedDays({ team, campaigns, polls, absences }: Missed, absence: Absence): Day[] {
  const { zone } = team.settings;
  // The day's window may have closed before the absence, in an earlier one.
  const [from, until] = [addDays(dayAt(absence.from, zone), -1), dayAt(absence.until, zone)];
  return plannedDays(team, campaigns, from, until, until)
    .filter(({ day }) => polls.every((poll) => poll.day !== day))
    .filter((planned) => missedIn(team.settings, planned, absences) === absence)
    .map(({ day }) => day);
}

/** The absence at the end of a day whose poll could not be opened before; null: it was not missed. */
export function missedIn(
  { zone }: Pick<TeamSettings, 'zone'>,
  { day, window }: Pick<PlannedDay, 'day' | 'window'>,
  absences: readonly Absence[],
): Absence | null {
  const { closesAt, endsAt } = windowOn(day, window, zone);
  return absenceAt(absences, closesAt) && absenceAt(absences, endsAt);
}
