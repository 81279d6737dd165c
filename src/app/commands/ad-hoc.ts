import { plannedDays, workCalendar } from '../../domain/agenda';
import { type Day, dayAt, instantOf, type Millis, minutesOf, type Time, timeAt } from '../../domain/calendar';
import { notWorking } from '../../domain/holidays';
import type { Poll } from '../../domain/poll';
import { refuse } from '../../domain/refusal';
import type { Team, TeamSettings } from '../../domain/settings';
import type { Window } from '../../domain/window';
import { lookAt } from '../run-due-tasks';
import { needOwnTeam, type Said, type Scene, unlessRefused } from '../scene';
import { createPoll } from '../tasks/open-poll';
import { viewOfPoll } from '../views';

/** A poll after the usual window is open this long. */
const SHORT_NOTICE_MINUTES = 60;
const LAST_MINUTE = 23 * 60 + 59;

/** Opens today's poll at once, Telework Day or not. */
export function startPoll(scene: Scene): Promise<Said> {
  return openToday(scene, null);
}

/** Declares today a Telework Day at short notice, and opens its poll at once. */
export function startDrill(scene: Scene, reason: string): Promise<Said> {
  return openToday(scene, { reason });
}

async function openToday(scene: Scene, drill: Poll['drill']): Promise<Said> {
  return unlessRefused(await needOwnTeam(scene), async (team) => {
    const { core, now } = scene;
    const day = dayAt(now, team.settings.zone);
    const reason = notWorking(day, workCalendar(team.settings));
    if (reason) return refuse('not-working-day', { day: { day }, reason: { notWorking: reason } });
    if (await core.store.polls.get(team.org, team.id, day))
      return refuse('poll-open-already', { day: { day } });
    const window = windowFromNow(team.settings, day, now);
    if (!window) return refuse('too-late-today');
    return open(scene, team, day, window, drill);
  });
}

async function open(
  { core }: Scene,
  team: Team,
  day: Day,
  window: Window,
  drill: Poll['drill'],
): Promise<Said> {
  const campaigns = await core.store.campaigns.list(team.org);
  const [planned] = plannedDays(team, campaigns, day, day);
  const poll = await createPoll(core, team, planned ?? { day, campaign: null, core: false }, window, drill);
  await core.store.teams.wake(team.org);
  await lookAt(core, team);
  return { kind: 'poll-opened', day: viewOfPoll(poll, campaigns) };
}

/** From this minute until the window's usual end, or for an hour when that is over; null when the day is. */
function windowFromNow({ window, zone }: TeamSettings, day: Day, now: Millis): Window | null {
  const from = timeAt(now, zone);
  if (now < instantOf(day, window.until, zone)) return { from, until: window.until };
  const end = minutesOf(from) + SHORT_NOTICE_MINUTES;
  return end > LAST_MINUTE ? null : { from, until: clockTime(end) };
}

function clockTime(minutes: number): Time {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
