import { plannedDays, roundOf, workCalendar } from '../../domain/agenda';
import { type Poll, phaseOf, type ShortNotice } from '../../domain/answers/poll';
import type { Right } from '../../domain/permissions';
import { refuse } from '../../domain/refusal';
import type { TeamSettings } from '../../domain/teams/settings';
import { takesPosts } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, type Millis, minutesOf, timeAt, timeOfMinutes } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import type { Window } from '../../domain/time/window';
import type { MessageBody } from '../../ports/messages';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { Ports } from '../core';
import { isPosted } from '../delivery/posting';
import { tallyOfPoll, viewOfPoll } from '../figures/views';
import type { IntentOf } from '../intent';
import { type OwnTeamNeeds, ownTeam } from '../teams/own-team';
import { announceDrill, type DrillNoticeNeeds, owesNotice } from './drill-notice';
import { type CreatePollNeeds, createLaterPoll, createPoll } from './open-poll';
import { type PostAgainNeeds, postAgain } from './post-again';

/** A poll after the usual window is open this long. */
const SHORT_NOTICE_MINUTES = 60;
/** Shorter ones would ask nobody in time. */
const LEAST_MINUTES = 15;
const LAST_MINUTE = 23 * 60 + 59;

type ShortNoticeRight = Right<'set-up-team'>;
type OpenNeeds = CreatePollNeeds | 'campaigns' | 'ledger' | 'teams' | 'wakeQueue' | 'runDueNow';
type DeclareNeeds = DrillNoticeNeeds | 'campaigns' | 'teams' | 'polls' | 'refresh';
type ShortNoticeNeeds = OwnTeamNeeds | OpenNeeds | DeclareNeeds | PostAgainNeeds;

/** Opens today's poll at once, Telework Day or not. */
export function startPoll(
  context: RequestContext<ShortNoticeNeeds>,
  _intent: IntentOf<'poll-now'>,
  right: ShortNoticeRight,
): Promise<RequestResult> {
  return openToday(context, null, right);
}

/** Declares today a Telework Day at short notice, as an exercise or for real, and opens its poll at once. */
export function startDeclared(
  context: RequestContext<ShortNoticeNeeds>,
  { kind, reason }: IntentOf<'drill' | 'emergency'>,
  right: ShortNoticeRight,
): Promise<RequestResult> {
  return openToday(context, { reason, ...(kind === 'emergency' ? { real: true } : {}) }, right);
}

async function openToday(
  context: RequestContext<ShortNoticeNeeds>,
  notice: ShortNotice | null,
  right: ShortNoticeRight,
): Promise<RequestResult> {
  return unlessRefused(await ownTeam(context, right), async (team) => {
    if (!takesPosts(team)) return { kind: 'shared-channel', team: team.id, teamName: team.name };
    const { core, now } = context;
    const day = dayAt(now, team.settings.zone);
    const reason = notWorking(day, workCalendar(team));
    // A typhoon keeps to no calendar.
    if (reason && !notice) return refuse('not-working-day', { day: { day }, reason: { notWorking: reason } });
    const poll = await core.polls.get(team.org, team.id, day);
    if (poll && phaseOf(poll, now) === 'open') return whileOpen(context, team, poll, notice);
    const window = windowFromNow(team.settings, now);
    if (!window) return refuse('too-late-today');
    return open(context, { team, day, window, notice, before: poll });
  });
}

/** A poll that is open is declared, or posted again; another one would ask the same people the same thing. */
async function whileOpen(
  context: RequestContext<ShortNoticeNeeds>,
  team: Team,
  poll: Poll,
  notice: ShortNotice | null,
): Promise<RequestResult> {
  if (!notice) {
    await postAgain(context.core, team, poll);
    return opened(context.core, poll);
  }
  const isNews = !poll.drill || (notice.real === true && !poll.drill.real);
  if (isNews || (await owesNotice(context.core, poll))) return declare(context, team, poll, notice);
  return refuse('poll-open-already', { day: { day: poll.day } });
}

interface ShortNoticePoll {
  team: Team;
  day: Day;
  window: Window;
  notice: ShortNotice | null;
  /** The day's poll whose window is over. */
  before: Poll | null;
}

async function open(
  { core }: RequestContext<OpenNeeds>,
  { team, day, window, notice, before }: ShortNoticePoll,
): Promise<RequestResult> {
  const campaigns = await core.campaigns.list(team.org);
  const [found] = plannedDays(team, campaigns, day, day);
  const planned = found ?? { day, campaign: null, core: false };
  const poll = before
    ? await createLaterPoll(core, team, before, { window, drill: notice })
    : await createPoll(core, team, planned, window, notice);
  await core.wakeQueue.wake(team.org);
  await core.runDueNow(team);
  return opened(core, poll);
}

/** Declares the poll that is open: the answers so far stay, and the channel gets a notice. */
async function declare(
  { core }: RequestContext<DeclareNeeds>,
  team: Team,
  poll: Poll,
  drill: ShortNotice,
): Promise<RequestResult> {
  const declared = { ...poll, drill };
  try {
    await announceDrill(core, team, declared, async () => {
      await core.polls.declare(poll.org, poll.team, poll.day, drill);
      return drillNotice(core, team, declared);
    });
  } finally {
    core.refresh.touch(poll.org, poll.team, poll.day);
  }
  return opened(core, declared);
}

async function drillNotice(core: Ports<'campaigns' | 'polls'>, team: Team, poll: Poll): Promise<MessageBody> {
  const [campaigns, tally] = await Promise.all([core.campaigns.list(team.org), tallyOfPoll(core, poll)]);
  const { members, answered: planned } = tally;
  const day = viewOfPoll(poll, campaigns);
  return { kind: 'announcement', team: team.id, day, daysAhead: 0, planned, members, withdrawn: false };
}

/** Tells the administrator that the poll is open, or why the channel cannot see it. */
async function opened(core: Ports<'campaigns' | 'ledger' | 'teams'>, poll: Poll): Promise<RequestResult> {
  const [team, campaigns] = await Promise.all([
    core.teams.get(poll.org, poll.team),
    core.campaigns.list(poll.org),
  ]);
  if (team?.trouble) return { kind: 'trouble', teamName: team.name, trouble: team.trouble };
  const posted = team !== null && (await isPosted(core, team, poll.day, { kind: 'open', ...roundOf(poll) }));
  return { kind: 'poll-opened', day: viewOfPoll(poll, campaigns), posted };
}

/**
 * From this minute for an hour, before the window's usual end until that, and never past the day; null when too little
 * of the day is left.
 */
function windowFromNow({ window, zone }: TeamSettings, now: Millis): Window | null {
  const from = timeAt(now, zone);
  const wanted = Math.max(minutesOf(window.until), minutesOf(from) + SHORT_NOTICE_MINUTES);
  const end = Math.min(wanted, LAST_MINUTE);
  return end - minutesOf(from) < LEAST_MINUTES ? null : { from, until: timeOfMinutes(end) };
}
