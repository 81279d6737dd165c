import { isTelework, isWorkStyle, type WorkStyle } from '../../domain/answers/work-style';
import type { Campaign } from '../../domain/campaigns/campaign';
import { countedDays } from '../../domain/figures/counted-days';
import type { DayStatus, PublishedGroup } from '../../domain/figures/disclosure';
import { combineGroups, type FigureRange } from '../../domain/figures/published-tallies';
import { figuresOf, groupsOf, type RollUp, type RollUpFigures } from '../../domain/figures/roll-up';
import type { OrgId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import type { Day, Millis } from '../../domain/time/calendar';
import type { CampaignSummary, FinalReport, Improvement } from '../../ports/final-report';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import { type RollUpNeeds, rollUpOfDay } from '../figures/roll-up';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';
import { campaignShown } from './campaign-shown';
import { progressOf } from './show-progress';

type Needs = RollUpNeeds | 'books' | 'polls' | 'publications';

/** Below this share of answers the report says so. */
const FEW_ANSWERS = 0.6;

/** The report on the campaign named, else the current one, else the last one, to administrators of the organisation. */
export async function showFinalReport(
  { core, actor, now, today }: RequestContext<Needs>,
  { campaign: name }: IntentOf<'campaign-report'>,
  _right: Right<'see-organiser-figures'>,
): Promise<RequestResult> {
  const campaigns = await core.campaigns.list(actor.org);
  const campaign = campaignShown(campaigns, name, today);
  if (isRefusal(campaign)) return campaign;
  return { kind: 'final-report', report: await finalReport(core, campaign, campaigns, { now, today }) };
}

/** A day of a campaign that is over, and what was told of it. */
interface ToldDay {
  day: Day;
  core: boolean;
  told: RollUp;
  figures: RollUpFigures;
}

async function finalReport(
  core: Ports<Needs>,
  campaign: Campaign,
  campaigns: readonly Campaign[],
  { now, today }: { now: Millis; today: Day },
): Promise<FinalReport> {
  const { days, missing } = await toldDays(core, campaign, now);
  const earlier = campaigns.findLast(
    (other) => (other.days.at(-1)?.day ?? '') < (campaign.days[0]?.day ?? ''),
  );
  const before = earlier && summaryOf(earlier, (await toldDays(core, earlier, now)).days);
  const { campaigns: published } = await core.publications.read(
    campaign.org,
    days.map(({ day }) => day),
  );
  const response = await responseOf(core, campaign.org, days);
  const progress = await progressOf(core, campaign, today);
  const { category, supporting, headcount } = campaign.terms ?? {};
  return {
    campaign: viewOfCampaign(campaign, today),
    participation: {
      ...(category && { category }),
      ...(supporting && { supporting }),
      ...(headcount !== undefined && { headcount }),
    },
    summary: summaryOf(campaign, days),
    atLeast: Math.max(0, ...days.map(({ figures }) => figures.telework.from)),
    published: published.find((one) => one.campaign === campaign.id)?.people ?? null,
    ...(before && before.days > 0 && { before }),
    forms: formsOf(days),
    departments: departmentsOf(days),
    days: days.map(({ day, core: isCore, figures }) => ({ day, core: isCore, figures })),
    missing,
    ...(progress.conditions.length > 0 && { conditions: progress }),
    ...(response && { response }),
    improve: improvementsOf(campaign, days, missing),
  };
}

/** The days that are over, as they were told, or are told now. */
async function toldDays(
  core: Ports<Needs>,
  campaign: Campaign,
  now: Millis,
): Promise<{ days: ToldDay[]; missing: Day[] }> {
  const { org } = campaign;
  const all = campaign.days.map(({ day }) => day);
  const [teams, ends] = await Promise.all([core.teams.list(org), core.polls.ends(org, all)]);
  const over = countedDays(campaign, { ends, teams }, now).counted.filter(({ running }) => !running);
  const days: ToldDay[] = [];
  const missing: Day[] = [];
  for (const { day, core: isCore } of over) {
    const state = await rollUpOfDay(core, org, day, now);
    if (isRefusal(state) || !state.told) missing.push(day);
    else days.push({ day, core: isCore, told: state.told, figures: figuresOf(state.told, null) });
  }
  return { days, missing };
}

function summaryOf({ name }: Campaign, days: readonly ToldDay[]): CampaignSummary {
  return {
    name,
    days: days.length,
    teams: Math.max(0, ...days.map(({ told }) => told.teams)),
    people: Math.max(0, ...days.map(({ figures }) => figures.people)),
    personDays: summed(days.map(({ figures }) => figures.telework)),
  };
}

/** In person-days: never people. */
function summed(ranges: readonly FigureRange[]): FigureRange {
  return ranges.reduce((sum, { from, until }) => ({ from: sum.from + from, until: sum.until + until }), {
    from: 0,
    until: 0,
  });
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
      personDays: summed(figures.map(({ telework }) => telework)),
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

/** What surely fell short, by what is told. */
function improvementsOf(
  { target }: Campaign,
  days: readonly ToldDay[],
  missing: readonly Day[],
): Improvement[] {
  const share = (of: (figures: RollUpFigures) => number, some = days) =>
    some.reduce((sum, { figures }) => sum + of(figures), 0) /
    Math.max(
      1,
      some.reduce((sum, { figures }) => sum + figures.people, 0),
    );
  const cores = days.filter(({ core }) => core);
  const others = days.filter(({ core }) => !core);
  const found: Record<Improvement, boolean> = {
    answers: share(({ answered }) => answered.until) < FEW_ANSWERS,
    target: target !== null && share(({ telework }) => telework.until) < target,
    core:
      cores.length > 0 &&
      others.length > 0 &&
      share(({ telework }) => telework.until, cores) < share(({ telework }) => telework.from, others),
    missing: missing.length > 0,
    departments: days.every(({ told }) => told.departments.length === 0),
  };
  const isAny = days.length > 0;
  return (Object.keys(found) as Improvement[]).filter((one) => found[one] && (isAny || one === 'missing'));
}
