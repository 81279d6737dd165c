import { plannedDays, workCalendar } from '../../domain/agenda';
import { type Poll, phaseOf } from '../../domain/answers/poll';
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
import { type CreatePollNeeds, createPoll } from './open-poll';
import { type PostAgainNeeds, postAgain } from './post-again';

/** A poll after the usual window is open this long. */
const SHORT_NOTICE_MINUTES = 60;
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

/** Declares today a Telework Day at short notice, and opens its poll at once. */
export function startDrill(
  context: RequestContext<ShortNoticeNeeds>,
  { reason }: IntentOf<'drill'>,
  right: ShortNoticeRight,
): Promise<RequestResult> {
  return openToday(context, { reason }, right);
}

async function openToday(
  context: RequestContext<ShortNoticeNeeds>,
  drill: Poll['drill'],
  right: ShortNoticeRight,
): Promise<RequestResult> {
  return unlessRefused(await ownTeam(context, right), async (team) => {
    if (!takesPosts(team)) return { kind: 'shared-channel', team: team.id, teamName: team.name };
    const { core, now } = context;
    const day = dayAt(now, team.settings.zone);
    const reason = notWorking(day, workCalendar(team));
    if (reason) return refuse('not-working-day', { day: { day }, reason: { notWorking: reason } });
    const poll = await core.polls.get(team.org, team.id, day);
    if (poll && drill && (!poll.drill || (await owesNotice(core, poll))))
      return declare(context, team, poll, drill);
    if (poll) return again(context, team, poll, drill);
    const window = windowFromNow(team.settings, now);
    if (!window) return refuse('too-late-today');
    return open(context, team, day, window, drill);
  });
}

async function open(
  { core }: RequestContext<OpenNeeds>,
  team: Team,
  day: Day,
  window: Window,
  drill: Poll['drill'],
): Promise<RequestResult> {
  const campaigns = await core.campaigns.list(team.org);
  const [planned] = plannedDays(team, campaigns, day, day);
  const poll = await createPoll(core, team, planned ?? { day, campaign: null, core: false }, window, drill);
  await core.wakeQueue.wake(team.org);
  await core.runDueNow(team);
  return opened(core, poll);
}

/** Posts the poll again while it runs. */
async function again(
  { core, now }: RequestContext<OpenNeeds | PostAgainNeeds>,
  team: Team,
  poll: Poll,
  drill: Poll['drill'],
): Promise<RequestResult> {
  if (drill || phaseOf(poll, now) !== 'open') return refuse('poll-open-already', { day: { day: poll.day } });
  await postAgain(core, team, poll);
  return opened(core, poll);
}

/** Makes today's poll a drill's: the answers so far stay, and the channel gets a notice. */
async function declare(
  { core }: RequestContext<DeclareNeeds>,
  team: Team,
  poll: Poll,
  drill: { reason: string },
): Promise<RequestResult> {
  const declared = { ...poll, drill };
  try {
    await announceDrill(core, team, poll, async () => {
      await core.polls.declareDrill(poll.org, poll.team, poll.day, drill.reason);
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
  const posted = team !== null && (await isPosted(core, team, poll.day, 'open'));
  return { kind: 'poll-opened', day: viewOfPoll(poll, campaigns), posted };
}

/** From this minute until the window's usual end, and for an hour at least; null when the day is nearly over. */
function windowFromNow({ window, zone }: TeamSettings, now: Millis): Window | null {
  const from = timeAt(now, zone);
  const end = Math.max(minutesOf(window.until), minutesOf(from) + SHORT_NOTICE_MINUTES);
  return end > LAST_MINUTE ? null : { from, until: timeOfMinutes(end) };
}
