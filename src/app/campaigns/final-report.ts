import { middleResponse } from '../../domain/answers/tally';
import { isTelework, WORK_STYLES } from '../../domain/answers/work-style';
import { type Campaign, campaignShown, namedOf } from '../../domain/campaigns/campaign';
import { type DayFigures, figuresOfDay } from '../../domain/figures/day-figures';
import type { OrgId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import type { Day, Millis } from '../../domain/time/calendar';
import type { EffectsView } from '../../ports/effect-views';
import type { CampaignSummary, FinalReport, Improvement } from '../../ports/final-report';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import { againstActivity, calendarFor, usualOf } from '../figures/activity';
import { type BookedDay, type CampaignNeeds, campaignDays } from '../figures/campaign-days';
import { endedSurveys, resultsMessage } from '../figures/survey-results';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';
import { progressOf } from './show-progress';

type Needs =
  | CampaignNeeds
  | 'activity'
  | 'calendars'
  | 'campaigns'
  | 'defaults'
  | 'effects'
  | 'rollUps'
  | 'structures'
  | 'surveys';

/** The campaign that is reported, among all of its organisation; `team`: whose calendar counts, if any. */
interface Reported {
  campaign: Campaign;
  campaigns: readonly Campaign[];
  team: Team | null;
}

/** Below this share of answers the report says so. */
const FEW_ANSWERS = 0.6;

/** The report on the campaign named, else the current one, else the last one, to administrators of the organisation. */
export async function showFinalReport(
  { core, actor, team, now, today }: RequestContext<Needs>,
  { campaign: name }: IntentOf<'campaign-report'>,
  _right: Right<'see-organiser-figures'>,
): Promise<RequestResult> {
  const campaigns = await core.campaigns.list(actor.org);
  const campaign = campaignShown(campaigns, name, today);
  if (isRefusal(campaign)) return campaign;
  return {
    kind: 'final-report',
    report: await finalReport(core, { campaign, campaigns, team }, { now, today }),
  };
}

async function finalReport(
  core: Ports<Needs>,
  { campaign, campaigns, team }: Reported,
  { now, today }: { now: Millis; today: Day },
): Promise<FinalReport> {
  const counted = await campaignDays(core, campaign, now);
  const { days, missing } = counted;
  const earlier = campaigns.findLast(
    (other) => (other.days.at(-1)?.day ?? '') < (campaign.days[0]?.day ?? ''),
  );
  const before = earlier && (await summaryOf(core, earlier, (await campaignDays(core, earlier, now)).days));
  const response = await responseOf(core, campaign.org, days);
  const progress = await progressOf(core, campaign, counted, today);
  const { category, supporting, headcount } = campaign.terms ?? {};
  const target = targetOf(campaign, days);
  const departments = await departmentsOf(core, campaign.org, days);
  return {
    campaign: viewOfCampaign(campaign, today),
    participation: {
      ...(category && { category }),
      ...(supporting && { supporting }),
      ...(headcount !== undefined && { headcount }),
    },
    summary: await summaryOf(core, campaign, days),
    running: progress.running,
    ...(before && before.days > 0 && { before }),
    forms: formsOf(days),
    departments,
    days: days.map(({ day, core: isCore, running, figures }) => ({ day, core: isCore, running, figures })),
    missing,
    ...(target && { target }),
    ...(progress.conditions.length > 0 && { conditions: progress }),
    ...(response && { response }),
    ...(await measuredOf(core, { campaign, campaigns, team }, days, now)),
    improve: improvementsOf(days, { target, departments }),
  };
}

async function summaryOf(
  { books, rollUps }: Ports<'books' | 'rollUps'>,
  campaign: Campaign,
  days: readonly BookedDay[],
): Promise<CampaignSummary> {
  const { org, id } = campaign;
  const polled = days.map(({ day }) => day);
  const polls = await Promise.all(polled.map((day) => rollUps.polls(org, day)));
  return {
    ...namedOf(campaign),
    days: days.length,
    teams: Math.max(0, ...polls.map(({ length }) => length)),
    roster: Math.max(0, ...days.map(({ figures }) => figures.people)),
    people: (await books.people(org, id, polled)).teleworked,
    personDays: days.reduce((sum, { figures }) => sum + figures.telework, 0),
    scheduled: days.reduce((sum, { figures }) => sum + figures.members, 0),
  };
}

function formsOf(days: readonly BookedDay[]): FinalReport['forms'] {
  return WORK_STYLES.filter(isTelework).flatMap((style) => {
    const personDays = days.reduce((sum, { book }) => sum + book[style], 0);
    return personDays === 0 ? [] : [{ style, personDays }];
  });
}

/**
 * Each by its id, under its last name. A day that was closed before there were departments is counted by those of now,
 * as long as its answers are kept.
 */
async function departmentsOf(
  { books, structures }: Ports<'books' | 'structures'>,
  org: OrgId,
  days: readonly BookedDay[],
): Promise<FinalReport['departments']> {
  const { departments } = await structures.get(org);
  const found = new Map<string, FinalReport['departments'][number]>();
  for (const { day, book } of days) {
    const isLate = !book.departments && departments.length > 0;
    const counted = isLate ? await books.count(org, day) : book;
    for (const { id, name, counts } of counted?.departments ?? []) {
      const { people, telework } = figuresOfDay(counts);
      const known = found.get(id) ?? { people: 0, personDays: 0 };
      found.set(id, {
        name,
        people: Math.max(known.people, people),
        personDays: known.personDays + telework,
      });
    }
  }
  return [...found.values()];
}

async function responseOf(
  { polls, rollUps }: Ports<'polls' | 'rollUps'>,
  org: OrgId,
  days: readonly BookedDay[],
): Promise<FinalReport['response'] | null> {
  const medians: (Millis | null)[] = [];
  for (const { day } of days) {
    const teams = await rollUps.polls(org, day);
    const books = await Promise.all(teams.map(({ team }) => polls.book(org, team, day)));
    medians.push(...books.map((book) => book?.curve.median ?? null));
  }
  return middleResponse(medians);
}

/** What was measured besides the answers. */
async function measuredOf(
  core: Ports<Needs>,
  { campaign, campaigns, team }: Reported,
  counted: readonly BookedDay[],
  now: Millis,
): Promise<Pick<FinalReport, 'effects' | 'activity' | 'surveys'>> {
  const { org, id } = campaign;
  const days = counted.map(({ day }) => day);
  const baseline = usualOf(campaign, days[0] ?? '');
  const [effects, calendar, ended] = await Promise.all([
    core.effects.get(org, id),
    calendarFor(core, org, team),
    endedSurveys(core, org, now),
  ]);
  const own = days.filter((day) => ended.includes(day));
  const [activity, surveys] = await Promise.all([
    days.length === 0 ? null : againstActivity(core, org, { days, baseline, calendar, campaigns }),
    Promise.all(own.map((day) => resultsMessage(core, org, day))),
  ]);
  return {
    ...(effects.length > 0 && { effects: { effects, periods: periodsOf(campaign) } }),
    ...(activity &&
      activity.rows.length > 0 && { activity: { rows: activity.rows, more: activity.more, baseline } }),
    ...(surveys.length > 0 && { surveys: surveys.map(({ day, items }) => ({ day, items })) }),
  };
}

/** What the effects of a campaign are of where they say nothing else. */
function periodsOf({ terms, days }: Campaign): EffectsView['periods'] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  return { baseline: terms?.baseline ?? null, core: first && last ? { from: first, until: last } : null };
}

/** On how many days the target was reached by those who were scheduled; null: there is none. */
function targetOf({ target }: Campaign, days: readonly BookedDay[]): FinalReport['target'] | null {
  if (target === null) return null;
  const over = days.filter(({ running }) => !running);
  const reached = over.filter(({ figures }) => shareOf([figures], ({ telework }) => telework) >= target);
  return { target, reached: reached.length, all: over.length };
}

function shareOf(days: readonly DayFigures[], of: (figures: DayFigures) => number): number {
  const sum = (count: (figures: DayFigures) => number) =>
    days.reduce((total, figures) => total + count(figures), 0);
  return (
    sum(of) /
    Math.max(
      1,
      sum(({ members }) => members),
    )
  );
}

/** What fell short on the days that are over. */
function improvementsOf(
  days: readonly BookedDay[],
  { target, departments }: Pick<FinalReport, 'departments'> & { target: FinalReport['target'] | null },
): Improvement[] {
  const over = days.filter(({ running }) => !running);
  const figuresOf = (some: readonly BookedDay[]) => some.map(({ figures }) => figures);
  const cores = figuresOf(over.filter(({ core }) => core));
  const others = figuresOf(over.filter(({ core }) => !core));
  const telework = (figures: DayFigures) => figures.telework;
  const found: Record<Improvement, boolean> = {
    answers: shareOf(figuresOf(over), ({ answered }) => answered) < FEW_ANSWERS,
    target: target ? target.reached < target.all : false,
    core: cores.length > 0 && others.length > 0 && shareOf(cores, telework) < shareOf(others, telework),
    departments: departments.length === 0,
  };
  return over.length === 0 ? [] : (Object.keys(found) as Improvement[]).filter((one) => found[one]);
}
