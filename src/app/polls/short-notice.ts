import { roundOf } from '../../domain/agenda';
import { type Poll, phaseOf, type ShortNotice } from '../../domain/answers/poll';
import {
  isSameCall,
  LATEST,
  LEAST_MINUTES,
  type OpenFor,
  prolongedUntil,
  shortNoticeWindow,
} from '../../domain/answers/short-notice';
import type { Right } from '../../domain/permissions';
import { type PlannedDay, planOf, workCalendar } from '../../domain/planned-days';
import { type Refusal, refuse } from '../../domain/refusal';
import { todayOf } from '../../domain/teams/settings';
import { takesPosts } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, type Time, timeAt } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import { windowOn } from '../../domain/time/window';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { Ports } from '../core';
import { isPosted } from '../delivery/posting';
import { viewOfPoll } from '../figures/views';
import type { IntentOf } from '../intent';
import { type OwnTeamNeeds, ownTeam } from '../teams/own-team';
import { type CreatePollNeeds, createLaterPoll, createPoll } from './open-poll';
import { type PostAgainNeeds, postAgain } from './post-again';

type ShortNoticeRight = Right<'set-up-team'>;
type OpenNeeds = CreatePollNeeds | 'campaigns' | 'ledger' | 'teams' | 'wakeQueue' | 'runDueNow';
type ShortNoticeNeeds = OwnTeamNeeds | OpenNeeds | PostAgainNeeds | 'refresh';

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
    const notice = asked.notice && { ...asked.notice, ...(team.settings.safety && { safetySince: now }) };
    const running = await core.polls.get(team.org, team.id, todayOf(team.settings, now));
    const kept = await whileOpen(context, team, running, { notice, openFor: asked.openFor });
    if (kept) return kept;
    const day = dayAt(now, team.settings.zone);
    const reason = notWorking(day, workCalendar(team));
    // A typhoon keeps to no calendar.
    if (reason && !notice) return refuse('not-working-day', { day: { day }, reason: { notWorking: reason } });
    const isOfBefore = todayOf(team.settings, now) !== day;
    const before = isOfBefore ? await inNewZone(core, team, day) : running;
    const planned = planOf(team, await core.campaigns.list(team.org), day);
    const window = windowOf(before, planned, context, { team, openFor: asked.openFor });
    if (window === 'too-late') return refuse('too-late-today');
    if (window === 'too-short') return tooShort();
    return open(context, { team, planned: { ...planned, window }, notice, before });
  });
}

/** The team's poll of the day in its new zone: one that runs in the zone before is not its today any more. */
async function inNewZone(
  { teams, polls }: Ports<'teams' | 'polls'>,
  { org, id }: Team,
  day: Day,
): Promise<Poll | null> {
  await teams.change(org, id, (team) => {
    const { zoneBefore: _, ...settings } = team.settings;
    return { ...team, settings };
  });
  return polls.get(org, id, day);
}

function tooShort(): Refusal {
  return refuse('window-too-short', { minutes: LEAST_MINUTES, latest: { time: LATEST } });
}

/** The window of a new poll; one that is called while another is open ends no sooner than that. */
function windowOf(
  before: Poll | null,
  planned: PlannedDay,
  { now }: Pick<RequestContext, 'now'>,
  { team, openFor }: { team: Team; openFor: OpenFor | null },
): ReturnType<typeof shortNoticeWindow> {
  const { zone } = team.settings;
  const running = before && before.zone === zone && phaseOf(before, now) === 'open' ? before.window : null;
  const window = shortNoticeWindow(timeAt(now, zone), running ?? planned.window, openFor);
  if (typeof window === 'string' || !running || running.until <= window.until) return window;
  return { ...window, until: running.until };
}

/** Posts the poll that is open again below, where people see it; it is open for longer where that was asked for. */
async function bringDown(
  { core, now }: RequestContext<ShortNoticeNeeds>,
  team: Team,
  found: Poll,
  openFor: OpenFor | null,
): Promise<RequestResult> {
  const until = openFor && prolongedUntil(timeAt(now, found.zone), found.window, openFor);
  if (until === 'too-short') return tooShort();
  const poll = until ? await prolong(core, found, until) : found;
  await postAgain(core, team, poll);
  return opened(core, poll, 'again');
}

/**
 * What a person gets whose poll or call takes no place of the one that is open: an exercise never follows an emergency
 * that is running, and a call that is sent twice is one. Null: a poll is to be opened.
 */
async function whileOpen(
  context: RequestContext<ShortNoticeNeeds>,
  team: Team,
  poll: Poll | null,
  { notice, openFor }: Asked,
): Promise<RequestResult | null> {
  const { core, now } = context;
  if (!poll || phaseOf(poll, now) !== 'open') return null;
  if (!notice) return bringDown(context, team, poll, openFor);
  if (poll.drill?.real && !notice.real) return refuse('emergency-running', { day: { day: poll.day } });
  if (openFor || !isSameCall(poll, notice, now)) return null;
  const since = { time: timeAt(poll.openedAt, poll.zone) };
  if (await isPosted(core, team, poll.day, openingOf(poll))) return refuse('called-already', { since });
  await core.runDueNow(team);
  return opened(core, poll);
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
  /** The day's poll before this one. */
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

function openingOf(poll: Poll) {
  return { kind: 'open', ...roundOf(poll) } as const;
}

/** Tells the administrator that the poll is open, or why the channel cannot see it. `again`: it was open before. */
async function opened(
  core: Ports<'campaigns' | 'ledger' | 'teams'>,
  poll: Poll,
  again?: 'again',
): Promise<RequestResult> {
  const [team, campaigns] = await Promise.all([
    core.teams.get(poll.org, poll.team),
    core.campaigns.list(poll.org),
  ]);
  if (team?.trouble) return { kind: 'trouble', teamName: team.name, trouble: team.trouble };
  const posted = team !== null && (await isPosted(core, team, poll.day, openingOf(poll)));
  return { kind: 'poll-opened', day: viewOfPoll(poll, campaigns), posted, again: again !== undefined };
}
