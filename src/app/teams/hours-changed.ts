import { daysEndedBy } from '../../domain/agenda';
import type { TeamSettings } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import { addDays, dayAt, dayStart } from '../../domain/time/calendar';
import type { HoursChanged } from '../../ports/views';
import type { Ports } from '../core';

/** The ports to tell what other hours make of the days at hand. */
export type HoursNeeds = 'absences' | 'campaigns' | 'clock' | 'polls';

/** What a change of the window or the zone makes of the days at hand; `team` as it was before. */
export async function hoursChanged(
  core: Ports<HoursNeeds>,
  team: Team,
  settings: TeamSettings,
  changed: readonly string[],
): Promise<HoursChanged> {
  if (!changed.includes('window') && !changed.includes('tz')) return {};
  const { org, id } = team;
  const now = core.clock.now();
  const today = dayAt(now, team.settings.zone);
  const yesterday = addDays(today, -1);
  const [campaigns, polls, absences] = await Promise.all([
    core.campaigns.list(org),
    // No two zones are more than two dates apart.
    core.polls.list(org, id, yesterday, addDays(today, 2)),
    core.absences.list(dayStart(yesterday, team.settings.zone)),
  ]);
  // A day is polled once: its poll keeps the window and the zone it opened with.
  const poll = polls.find(({ day, endsAt }) => day === today && now < endsAt);
  const ended = daysEndedBy(settings, { team, campaigns, polls, absences }, now).at(-1);
  const { zone } = settings;
  return {
    ...(poll && { kept: { day: poll.day, window: poll.window, zone: poll.zone } }),
    ...(ended && {
      ended: { day: ended.day, window: ended.window, zone, isToday: ended.day === dayAt(now, zone) },
    }),
  };
}
