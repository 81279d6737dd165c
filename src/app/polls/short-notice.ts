import { plannedDays, workCalendar } from '../../domain/agenda';
import type { Poll } from '../../domain/answers/poll';
import { refuse } from '../../domain/refusal';
import type { Team, TeamSettings } from '../../domain/teams/settings';
import { type Day, dayAt, type Millis, minutesOf, type Time, timeAt } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import type { Window } from '../../domain/time/window';
import { ChatError } from '../../ports/chat';
import type { MessageBody } from '../../ports/messages';
import type { TaskKey } from '../../ports/store/ledger';
import type { Core } from '../core';
import { finishTask, giveBackTask } from '../delivery/finish';
import { postToTeam } from '../delivery/post';
import { tallyOfPoll, viewOfPoll } from '../figures/views';
import { needOwnTeam, type RequestContext, type RequestResult, unlessRefused } from '../requests/context';
import { LEASE, lookAt } from '../schedule/run-due-tasks';
import type { Claimed } from '../schedule/tasks';
import { openSpots, plainSubject, subjectAt } from '../teams/channels';
import { createPoll } from './open-poll';

/** A poll after the usual window is open this long. */
const SHORT_NOTICE_MINUTES = 60;
const LAST_MINUTE = 23 * 60 + 59;
/** What the ledger calls the announcement of a drill. */
const NOTICE = 'drill';

/** Opens today's poll at once, Telework Day or not. */
export function startPoll(context: RequestContext): Promise<RequestResult> {
  return openToday(context, null);
}

/** Declares today a Telework Day at short notice, and opens its poll at once. */
export function startDrill(context: RequestContext, reason: string): Promise<RequestResult> {
  return openToday(context, { reason });
}

async function openToday(context: RequestContext, drill: Poll['drill']): Promise<RequestResult> {
  return unlessRefused(await needOwnTeam(context), async (team) => {
    const { core, now } = context;
    const day = dayAt(now, team.settings.zone);
    const reason = notWorking(day, workCalendar(team.settings));
    if (reason) return refuse('not-working-day', { day: { day }, reason: { notWorking: reason } });
    const poll = await core.polls.get(team.org, team.id, day);
    if (poll)
      return drill && (!poll.drill || (await owesNotice(core, poll)))
        ? declare(context, team, poll, drill)
        : refuse('poll-open-already', { day: { day } });
    const window = windowFromNow(team.settings, now);
    if (!window) return refuse('too-late-today');
    return open(context, team, day, window, drill);
  });
}

async function open(
  { core }: RequestContext,
  team: Team,
  day: Day,
  window: Window,
  drill: Poll['drill'],
): Promise<RequestResult> {
  const campaigns = await core.campaigns.list(team.org);
  const [planned] = plannedDays(team, campaigns, day, day);
  const poll = await createPoll(core, team, planned ?? { day, campaign: null, core: false }, window, drill);
  await core.wakeQueue.wake(team.org);
  await lookAt(core, team);
  return opened(core, poll);
}

/**
 * Makes today's poll that of a drill: answers so far stay, and the channel hears of it. The notices are begun first:
 * whoever is told to try again finds them still to be sent.
 */
async function declare(
  { core }: RequestContext,
  team: Team,
  poll: Poll,
  drill: { reason: string },
): Promise<RequestResult> {
  const notices = await beginNotices(core, team, poll);
  const declared = { ...poll, drill };
  try {
    await core.polls.declareDrill(poll.org, poll.team, poll.day, drill.reason);
    const body = await drillNotice(core, team, declared);
    for (let notice = notices.shift(); notice; notice = notices.shift())
      await postNotice(core, team, body, notice);
  } finally {
    for (const { key, attempt, again } of notices) await giveBackTask(core, key, attempt, 0, again);
    core.refresh.touch(poll.org, poll.team, poll.day);
  }
  return opened(core, declared);
}

async function beginNotices(core: Core, team: Team, poll: Poll): Promise<Claimed[]> {
  const begun: Claimed[] = [];
  for (const spot of openSpots(team)) {
    const { org, team: id, day } = poll;
    const key: TaskKey = { org, team: id, kind: 'announce', day, subject: subjectAt(NOTICE, spot) };
    const claim = await core.ledger.claim(key, LEASE);
    if (claim) begun.push({ key, ...claim });
  }
  if (begun.length === 0 && (await owesNotice(core, poll)))
    throw new Error('the drill is being announced at this moment');
  return begun;
}

/** Whether the drill was declared, and its channel has not heard of it yet. */
async function owesNotice({ ledger }: Core, { org, team, day }: Poll): Promise<boolean> {
  const entries = await ledger.list(org, team, day, 'announce');
  return entries.some(
    ({ subject, state }) => plainSubject(subject) === NOTICE && (state === 'claimed' || state === 'waiting'),
  );
}

/** What one place refuses is heard in the other all the same. */
async function postNotice(core: Core, team: Team, body: MessageBody, notice: Claimed): Promise<void> {
  const { key, attempt, again } = notice;
  try {
    await finishTask(core, key, attempt, await postToTeam(core, team, body, notice));
  } catch (error) {
    if (!(error instanceof ChatError)) {
      await core.ledger.release(key, attempt, 0, null);
      throw error;
    }
    const { kind } = error;
    if (kind !== 'uncertain' && !team.also) {
      await giveBackTask(core, key, attempt, 0, again);
      throw error;
    }
    core.log.warn({ err: error, team: team.id }, 'drill not announced, or nobody knows');
    await finishTask(core, key, attempt, {
      state: kind === 'uncertain' ? 'unknown' : 'failed',
      reason: kind,
    });
  }
}

async function drillNotice(core: Core, team: Team, poll: Poll): Promise<MessageBody> {
  const [campaigns, tally] = await Promise.all([core.campaigns.list(team.org), tallyOfPoll(core, poll)]);
  const { members, answered: planned } = tally;
  const day = viewOfPoll(poll, campaigns);
  return { kind: 'announcement', team: team.id, day, daysAhead: 0, planned, members, withdrawn: false };
}

/** What the administrator hears: the poll is there, or why the channel cannot see it. */
async function opened(core: Core, poll: Poll): Promise<RequestResult> {
  const [team, campaigns] = await Promise.all([
    core.teams.get(poll.org, poll.team),
    core.campaigns.list(poll.org),
  ]);
  if (team?.trouble) return { kind: 'trouble', teamName: team.name, trouble: team.trouble };
  return { kind: 'poll-opened', day: viewOfPoll(poll, campaigns) };
}

/** From this minute until the window's usual end, and for an hour at least; null when the day is nearly over. */
function windowFromNow({ window, zone }: TeamSettings, now: Millis): Window | null {
  const from = timeAt(now, zone);
  const end = Math.max(minutesOf(window.until), minutesOf(from) + SHORT_NOTICE_MINUTES);
  return end > LAST_MINUTE ? null : { from, until: clockTime(end) };
}

function clockTime(minutes: number): Time {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
