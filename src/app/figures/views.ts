import { askedFrom, lateFrom, type Poll, phaseOf, responsesTo } from '../../domain/answers/poll';
import { type ResponseCurve, responseCurve, type Tally, tallyOf } from '../../domain/answers/tally';
import { type Campaign, campaignState, holds } from '../../domain/campaigns/campaign';
import { savingsOfTeam } from '../../domain/figures/savings';
import { type PlannedDay, workCalendar } from '../../domain/planned-days';
import { safetyAskedAt } from '../../domain/safety/safety';
import type { Team } from '../../domain/teams/team';
import { type Day, type Millis, momentAt } from '../../domain/time/calendar';
import { isMakeUpDay, restingElsewhere } from '../../domain/time/holidays';
import type { MessageBody } from '../../ports/messages';
import type { AwayView, CampaignView, Comparison, DayNote, DayView, LastCall } from '../../ports/views';
import type { Ports } from '../core';

/* From what the store holds to what messages speak of. */

export function viewOfPoll(poll: Poll, campaigns: readonly Campaign[]): DayView {
  const { day, window, zone, core, drill, names } = poll;
  const campaign = campaigns.find(({ id }) => id === poll.campaign);
  const view = { day, window, zone, ...nameOf(campaign), core, drill, names };
  return !campaign || holds(campaign, day) ? view : { ...view, withdrawn: true };
}

export function viewOfPlan({ day, campaign, core, window }: PlannedDay, team: Team): DayView {
  const { zone, names } = team.settings;
  const view = { day, window, zone, ...nameOf(campaign), core, drill: null, names };
  const note = noteOf(day, team);
  return note ? { ...view, note } : view;
}

function nameOf(campaign: Campaign | null | undefined): Pick<DayView, 'campaign' | 'campaignNames'> {
  const names = campaign?.terms?.names;
  return { campaign: campaign?.name ?? null, ...(names ? { campaignNames: names } : {}) };
}

function noteOf(day: Day, team: Team): DayNote | null {
  const calendar = workCalendar(team);
  const makeUp = isMakeUpDay(day, calendar);
  const resting = makeUp ? [] : restingElsewhere(day, calendar);
  return makeUp || resting.length > 0 ? { makeUp, resting, country: calendar.country } : null;
}

export function viewOfCampaign(campaign: Campaign, today: Day): CampaignView {
  const { id, name, days, target, terms } = campaign;
  const view = { id, name, days, target, state: campaignState(campaign, today) };
  return terms ? { ...view, terms } : view;
}

export async function tallyOfPoll(core: Ports<'polls'>, poll: Poll): Promise<Tally> {
  const { members, groups, unheard } = await core.polls.count(poll.org, poll.team, poll.day, lateFrom(poll));
  return tallyOf(members, groups, poll.peakUntil, unheard);
}

export async function curveOfPoll(
  { polls }: Ports<'polls'>,
  poll: Poll,
  members: number,
): Promise<ResponseCurve> {
  const { org, team, day, drill } = poll;
  const book = await polls.book(org, team, day);
  if (book) return book.curve;
  const firstAnswers = await polls.firstAnswers(org, team, day, responsesTo(poll));
  return responseCurve(firstAnswers, askedFrom(poll), drill ? members : null);
}

/** The poll's message as it stands at `now`. */
export async function pollMessage(
  core: Ports<'campaigns' | 'polls'>,
  team: Team,
  poll: Poll,
  now: Millis,
): Promise<MessageBody> {
  const [campaigns, tally] = await Promise.all([core.campaigns.list(poll.org), tallyOfPoll(core, poll)]);
  const day = viewOfPoll(poll, campaigns);
  // A clock that is set back behind the opening does not take back the poll.
  const phase = phaseOf(poll, Math.max(now, poll.opensAt));
  const about = { away: awayBefore(poll), ...(await safetyIn(core, poll)) };
  return { kind: 'poll', team: team.id, teamName: team.name, day, phase, tally, ...about };
}

/** When the bot was not running before it opened the poll late; null: it was. */
export function awayBefore({ awaySince, openedAt, zone }: Poll): AwayView | null {
  return awaySince === null ? null : { from: momentAt(awaySince, zone), until: momentAt(openedAt, zone) };
}

/** The closing tally as it stands at `now`: late answers included, the comparison with the poll before. */
export async function closingMessage(
  core: Ports<'campaigns' | 'polls'>,
  team: Team,
  poll: Poll,
  now: Millis,
): Promise<Extract<MessageBody, { kind: 'closing-tally' }>> {
  const { polls } = core;
  const tally = await tallyOfPoll(core, poll);
  const [campaigns, curve, before, drillBefore] = await Promise.all([
    core.campaigns.list(poll.org),
    curveOfPoll(core, poll, tally.members),
    polls.previous(poll.org, poll.team, poll.day),
    poll.drill ? polls.previous(poll.org, poll.team, poll.day, 'drill') : null,
  ]);
  return {
    kind: 'closing-tally',
    team: team.id,
    teamName: team.name,
    day: viewOfPoll(poll, campaigns),
    phase: phaseOf(poll, now) === 'over' ? 'over' : 'late',
    tally,
    previous: before ? await compared(core, before) : null,
    target: campaigns.find(({ id }) => id === poll.campaign)?.target ?? null,
    curve,
    ...(await safetyIn(core, poll)),
    ...(drillBefore && { lastCall: await lastCall(core, drillBefore) }),
    savings: savingsOfTeam(tally.byStyle, team),
  };
}

/** How many have said whether they are safe: never what they said, as that is for the contacts alone. */
async function safetyIn({ polls }: Ports<'polls'>, poll: Poll): Promise<{ safety?: number }> {
  const since = safetyAskedAt(poll);
  if (since === null) return {};
  return { safety: await polls.safetyAnswers(poll.org, poll.team, poll.day, since) };
}

/** How fast the team responded to its call at short notice before. */
async function lastCall(core: Ports<'polls'>, poll: Poll): Promise<LastCall> {
  const { members } = await tallyOfPoll(core, poll);
  const curve = await curveOfPoll(core, poll, members);
  return { day: poll.day, median: curve.median };
}

async function compared(core: Ports<'polls'>, poll: Poll): Promise<Comparison> {
  return { day: poll.day, tally: await tallyOfPoll(core, poll) };
}
