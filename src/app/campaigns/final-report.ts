import { isTelework, isWorkStyle, type WorkStyle } from '../../domain/answers/work-style';
import { type Campaign, namedOf } from '../../domain/campaigns/campaign';
import type { DayStatus, PublishedGroup } from '../../domain/figures/disclosure';
import { combineGroups, summedRange } from '../../domain/figures/published-tallies';
import { figuresOf, groupsOf, type RollUpFigures } from '../../domain/figures/roll-up';
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
import { type CampaignNeeds, campaignDays, type ToldDay } from '../figures/campaign-days';
import { endedSurveys, resultsMessage } from '../figures/survey-results';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';
import { campaignShown } from './campaign-shown';
import { peopleOf, progressOf } from './show-progress';

type Needs = CampaignNeeds | 'activity' | 'calendars' | 'defaults' | 'effects' | 'surveys';

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
  const told = await campaignDays(core, campaign, now, { report: true });
  const { days, missing } = told;
  const earlier = campaigns.findLast(
    (other) => (other.days.at(-1)?.day ?? '') < (campaign.days[0]?.day ?? ''),
  );
  const before =
    earlier && summaryOf(earlier, (await campaignDays(core, earlier, now, { report: true })).days);
  const response = await responseOf(core, campaign.org, days);
  const progress = await progressOf(core, campaign, told, today);
  const { category, supporting, headcount } = campaign.terms ?? {};
  const target = targetOf(campaign, days);
  return {
    campaign: viewOfCampaign(campaign, today),
    participation: {
      ...(category && { category }),
      ...(supporting && { supporting }),
      ...(headcount !== undefined && { headcount }),
    },
    summary: summaryOf(campaign, days),
    people: peopleOf(told),
    ...(before && before.days > 0 && { before }),
    forms: formsOf(days),
    departments: departmentsOf(days),
    days: days.map(({ day, core: isCore, figures }) => ({ day, core: isCore, figures })),
    missing,
    ...(target && { target }),
    ...(progress.conditions.length > 0 && { conditions: progress }),
    ...(response && { response }),
    ...(await measuredOf(core, { campaign, campaigns, team }, days, now)),
    improve: improvementsOf(days, { missing, target }),
  };
}

function summaryOf(campaign: Campaign, days: readonly ToldDay[]): CampaignSummary {
  return {
    ...namedOf(campaign),
    days: days.length,
    teams: Math.max(0, ...days.map(({ told }) => told.teams)),
    people: Math.max(0, ...days.map(({ figures }) => figures.people)),
    personDays: summedRange(days.map(({ figures }) => figures.telework)),
  };
}

function formsOf(days: readonly ToldDay[]): FinalReport['forms'] {
  const told = days.flatMap(({ told: one }) => groupsOf(one, null));
  const isForm = ({ statuses }: PublishedGroup) => statuses.every(isTeleworkStatus);
  const used = new Set(told.flat().flatMap(({ statuses }) => (statuses.length === 1 ? statuses : [])));
  return {
    groups: combineGroups(told).filter(isForm),
    used: [...used].filter(isTeleworkStatus),
  };
}

function isTeleworkStatus(status: DayStatus): status is WorkStyle {
  return isWorkStyle(status) && isTelework(status);
}

/** Each by its id, under its last name. */
function departmentsOf(days: readonly ToldDay[]): FinalReport['departments'] {
  const names = new Map(days.flatMap(({ told }) => told.departments.map(({ id, name }) => [id, name])));
  return [...names].map(([id, name]) => {
    const figures = days.map(({ told }) => figuresOf(told, id));
    return {
      name,
      people: Math.max(0, ...figures.map(({ people }) => people)),
      personDays: summedRange(figures.map(({ telework }) => telework)),
    };
  });
}

/** The middle one of the polls by their medians. */
async function responseOf(
  { polls, rollUps }: Ports<'polls' | 'rollUps'>,
  org: OrgId,
  days: readonly ToldDay[],
): Promise<FinalReport['response'] | null> {
  const medians: Millis[] = [];
  for (const { day } of days) {
    const books = await Promise.all(
      (await rollUps.polls(org, day)).map(({ team }) => polls.book(org, team, day)),
    );
    for (const book of books) if (book?.curve.median != null) medians.push(book.curve.median);
  }
  const median = medians.sort((one, other) => one - other)[Math.ceil(medians.length / 2) - 1];
  return median === undefined ? null : { polls: medians.length, median };
}

/** What was measured besides the answers. */
async function measuredOf(
  core: Ports<Needs>,
  { campaign, campaigns, team }: Reported,
  told: readonly ToldDay[],
  now: Millis,
): Promise<Pick<FinalReport, 'effects' | 'activity' | 'surveys'>> {
  const { org, id } = campaign;
  const days = told.map(({ day }) => day);
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

/** On how many days the target was surely reached, and surely missed, of those who were scheduled; null: there is none. */
function targetOf({ target }: Campaign, days: readonly ToldDay[]): FinalReport['target'] | null {
  if (target === null) return null;
  const shares = days.map(({ figures: { telework, members } }) => ({
    least: telework.from / Math.max(1, members.until),
    most: telework.until / Math.max(1, members.from),
  }));
  return {
    target,
    reached: shares.filter(({ least }) => least >= target).length,
    missed: shares.filter(({ most }) => most < target).length,
  };
}

/** What surely fell short, by what is told. */
function improvementsOf(
  days: readonly ToldDay[],
  { missing, target }: { missing: readonly Day[]; target: FinalReport['target'] | null },
): Improvement[] {
  const sum = (of: (figures: RollUpFigures) => number, some = days) =>
    some.reduce((total, { figures }) => total + of(figures), 0);
  const share = (of: (figures: RollUpFigures) => number, some = days) =>
    sum(of, some) /
    Math.max(
      1,
      sum(({ members }) => members.from, some),
    );
  const cores = days.filter(({ core }) => core);
  const others = days.filter(({ core }) => !core);
  const found: Record<Improvement, boolean> = {
    answers: share(({ answered }) => answered.until) < FEW_ANSWERS,
    target: target !== null && target !== undefined && target.missed > 0,
    core:
      cores.length > 0 &&
      others.length > 0 &&
      share(({ telework }) => telework.until, cores) <
        sum(({ telework }) => telework.from, others) /
          Math.max(
            1,
            sum(({ members }) => members.until, others),
          ),
    missing: missing.length > 0,
    departments: days.every(({ told }) => told.departments.length === 0),
  };
  const isAny = days.length > 0;
  return (Object.keys(found) as Improvement[]).filter((one) => found[one] && (isAny || one === 'missing'));
}
