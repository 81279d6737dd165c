import { roundOf } from '../../domain/agenda';
import { type Poll, phaseOf, type ShortNotice } from '../../domain/answers/poll';
import {
  LATEST,
  LEAST_MINUTES,
  type OpenFor,
  prolongedUntil,
  shortNoticeWindow,
} from '../../domain/answers/short-notice';
import type { Right } from '../../domain/permissions';
import { type PlannedDay, planOf, workCalendar } from '../../domain/planned-days';
import { type Refusal, refuse } from '../../domain/refusal';
import { takesPosts } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import { dayAt, type Time, timeAt } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import { windowOn } from '../../domain/time/window';
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

type ShortNoticeRight = Right<'set-up-team'>;
type OpenNeeds = CreatePollNeeds | 'campaigns' | 'ledger' | 'teams' | 'wakeQueue' | 'runDueNow';
type DeclareNeeds = DrillNoticeNeeds | 'campaigns' | 'teams' | 'polls' | 'refresh';
type ShortNoticeNeeds = OwnTeamNeeds | OpenNeeds | DeclareNeeds | PostAgainNeeds;

/** Opens today's poll at once, Telework Day or not. */
export function startPoll(
  context: RequestContext<ShortNoticeNeeds>,
  { openFor }: IntentOf<'poll-now'>,
  right: ShortNoticeRight,
): Promise<RequestResult> {
  return openToday(context, { notice: null, openFor }, right);
}

/** Declares today a Telework Day at short notice, as an exercise or for real, and opens its poll at once. */
export function startDeclared(
  context: RequestContext<ShortNoticeNeeds>,
  { kind, reason, openFor }: IntentOf<'drill' | 'emergency'>,
  right: ShortNoticeRight,
): Promise<RequestResult> {
  const notice: ShortNotice = { reason, ...(kind === 'emergency' ? { real: true } : {}) };
  return openToday(context, { notice, openFor }, right);
}

interface Asked {
  /** Null: today's poll is opened as it is. */
  notice: ShortNotice | null;
  openFor: OpenFor | null;
}

async function openToday(
  context: RequestContext<ShortNoticeNeeds>,
  asked: Asked,
  right: ShortNoticeRight,
): Promise<RequestResult> {
  return unlessRefused(await ownTeam(context, right), async (team) => {
    if (!takesPosts(team)) return { kind: 'shared-channel', team: team.id, teamName: team.name };
    const { core, now } = context;
    const { openFor } = asked;
    const notice = asked.notice && { ...asked.notice, ...(team.settings.safety && { safetySince: now }) };
    const day = dayAt(now, team.settings.zone);
    const reason = notWorking(day, workCalendar(team));
    // A typhoon keeps to no calendar.
    if (reason && !notice) return refuse('not-working-day', { day: { day }, reason: { notWorking: reason } });
    const poll = await core.polls.get(team.org, team.id, day);
    if (poll && phaseOf(poll, now) === 'open') return whileOpen(context, team, poll, { notice, openFor });
    const planned = planOf(team, await core.campaigns.list(team.org), day);
    const window = shortNoticeWindow(timeAt(now, team.settings.zone), planned.window, openFor);
    if (window === 'too-late') return refuse('too-late-today');
    if (window === 'too-short') return tooShort();
    return open(context, { team, planned: { ...planned, window }, notice, before: poll });
  });
}

function tooShort(): Refusal {
  return refuse('window-too-short', { minutes: LEAST_MINUTES, latest: { time: LATEST } });
}

/**
 * A poll that is open is declared, or posted again; another one would ask the same people the same thing. It is open for
 * longer where that was asked for, or where a day is declared shortly before its end.
 */
async function whileOpen(
  context: RequestContext<ShortNoticeNeeds>,
  team: Team,
  found: Poll,
  { notice, openFor }: Asked,
): Promise<RequestResult> {
  const until = prolongedUntil(timeAt(context.now, found.zone), found.window, {
    openFor,
    isDeclared: notice !== null,
  });
  if (until === 'too-short') return tooShort();
  const poll = until ? await prolong(context.core, found, until) : found;
  if (!notice) {
    await postAgain(context.core, team, poll);
    return opened(context.core, poll);
  }
  const isNews = !poll.drill || (notice.real === true && !poll.drill.real);
  if (isNews || (await owesNotice(context.core, poll))) return declare(context, team, poll, notice);
  if (until) return opened(context.core, poll);
  return refuse('poll-open-already', { day: { day: poll.day } });
}

/** Members without an answer are reminded as if the poll had ended then from the beginning. */
async function prolong(core: Ports<'polls' | 'refresh'>, poll: Poll, until: Time): Promise<Poll> {
  const window = { ...poll.window, until };
  const { closesAt } = windowOn(poll.day, window, poll.zone);
  await core.polls.prolong({ ...poll, window, closesAt });
  core.refresh.touch(poll.org, poll.team, poll.day);
  return { ...poll, window, closesAt };
}

interface ShortNoticePoll {
  team: Team;
  planned: PlannedDay;
  notice: ShortNotice | null;
  /** The day's poll whose window is over. */
  before: Poll | null;
}

async function open(
  { core }: RequestContext<OpenNeeds>,
  { team, planned, notice, before }: ShortNoticePoll,
): Promise<RequestResult> {
  // The tally of the poll before is posted first: afterwards its place is taken.
  if (before) await core.runDueNow(team);
  const poll = before
    ? await createLaterPoll(core, team, before, { window: planned.window, drill: notice })
    : await createPoll(core, team, planned, notice);
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
  return { kind: 'announcement', team: team.id, day, daysAhead: 0, planned, members, stands: 'asking' };
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
