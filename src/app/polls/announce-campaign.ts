import type { Poll } from '../../domain/answers/poll';
import type { Campaign } from '../../domain/campaigns/campaign';
import { MOST_LOUD_DAYS } from '../../domain/campaigns/dense';
import { plannedDays, workCalendar } from '../../domain/planned-days';
import type { NotWorking } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, dayAt } from '../../domain/time/calendar';
import { notWorking } from '../../domain/time/holidays';
import type { MessageBody } from '../../ports/messages';
import type { AnnouncedDay } from '../../ports/views';
import type { Ports } from '../core';
import { viewOfPlan, viewOfPoll } from '../figures/views';
import { asksNext, plansOn } from './coming-plans';

type CampaignNeeds = 'campaigns' | 'answers' | 'people' | 'polls' | 'clock';

/** A long campaign shows so many days of the calendar at once. */
const WEEK_DAYS = 7;

/**
 * The announcement of a campaign of several days as it stands now, or its only day, or null where it has none any more;
 * `by`: the day by which it was announced.
 */
export async function campaignAnnouncement(
  core: Ports<CampaignNeeds>,
  team: Team,
  campaign: Campaign,
  by: Day,
): Promise<Extract<MessageBody, { kind: 'campaign-announcement' }> | Day | null> {
  const campaigns = await core.campaigns.list(team.org);
  const days = await daysOf(core, team, campaign, { campaigns, by });
  const off = offDays(team, campaign);
  const [first, ...more] = days;
  const last = more.at(-1) ?? first;
  if (!first || !last) return null;
  if (days.length + off.length === 1) return first.day.day;
  const asks = await asksNext(core, team, campaigns, last.day.day);
  const isAsking = asks?.campaign?.id === campaign.id;
  const shown = daysShown(days);
  const names = campaign.terms?.names;
  const coming = isAsking ? shown.filter(({ state }) => state === 'coming') : [];
  const plansOf = await plansOn(
    core,
    team,
    coming.map(({ day }) => day.day),
  );
  return {
    kind: 'campaign-announcement',
    team: team.id,
    campaign: { name: campaign.name, ...(names && { names }) },
    from: first.day.day,
    until: last.day.day,
    total: days.length,
    days: shown.map((one) => (coming.includes(one) ? { ...one, ...plansOf(one.day.day) } : one)),
    off: days.length <= MOST_LOUD_DAYS ? off : within(off, shown),
    stands: standsOf(days, isAsking),
  };
}

function standsOf(days: readonly AnnouncedDay[], isAsking: boolean): 'asking' | 'quiet' | 'over' {
  if (days.every(({ state }) => state === 'over')) return 'over';
  return isAsking ? 'asking' : 'quiet';
}

/** The campaign's days on which the team does not work, but for weekends, which all know. */
function offDays(team: Team, { days }: Campaign): NotWorking[] {
  const calendar = workCalendar(team);
  return days
    .map(({ day }) => notWorking(day, calendar))
    .filter((why) => why !== null)
    .filter(({ kind }) => kind !== 'weekend');
}

function within(off: readonly NotWorking[], shown: readonly AnnouncedDay[]): NotWorking[] {
  const [from, until] = [shown[0]?.day.day ?? '', shown.at(-1)?.day.day ?? ''];
  return off.filter(({ day }) => from <= day && day <= until);
}

/** All days of a short campaign, of a long one the coming week. */
function daysShown(days: readonly AnnouncedDay[]): readonly AnnouncedDay[] {
  if (days.length <= MOST_LOUD_DAYS) return days;
  const ahead = days.filter(({ state }) => state !== 'over');
  const [next] = ahead;
  return next ? ahead.filter(({ day }) => day.day < addDays(next.day.day, WEEK_DAYS)) : [];
}

/** The days of the campaign on which the team is or was polled. */
async function daysOf(
  core: Ports<CampaignNeeds>,
  team: Team,
  campaign: Campaign,
  { campaigns, by }: { campaigns: readonly Campaign[]; by: Day },
): Promise<AnnouncedDay[]> {
  const now = core.clock.now();
  const today = dayAt(now, team.settings.zone);
  const first = campaign.days[0]?.day ?? by;
  const from = first < by ? first : by;
  const last = campaign.days.at(-1)?.day ?? by;
  const until = last < today ? today : last;
  const polls = (await core.polls.list(team.org, team.id, from, until)).filter(
    (poll) => poll.campaign === campaign.id,
  );
  const planned = plannedDays(team, campaigns, from, until).filter(
    (one) => one.campaign?.id === campaign.id && polls.every(({ day }) => day !== one.day),
  );
  const stateOfPoll = ({ endsAt }: Poll) => (endsAt <= now ? 'over' : 'polled');
  return [
    ...polls.map((poll) => ({
      day: viewOfPoll(poll, campaigns),
      state: stateOfPoll(poll) as 'over' | 'polled',
    })),
    ...planned.map((one) => ({
      day: viewOfPlan(one, team),
      state: (one.day < today ? 'over' : 'coming') as 'over' | 'coming',
    })),
  ].sort((a, b) => (a.day.day < b.day.day ? -1 : 1));
}
