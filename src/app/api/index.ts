import { phaseOf } from '../../domain/answers/poll';
import type { TeamId } from '../../domain/people/person';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { departmentNames } from '../../domain/teams/structure';
import type { Team } from '../../domain/teams/team';
import { repeated } from '../../domain/text';
import { addDays, type Day, dayAt } from '../../domain/time/calendar';
import type { FinalReport } from '../../ports/final-report';
import type { ApiToken, EarlierWrite, KeyedWrite } from '../../ports/store/api-tokens';
import type { CampaignView, ProgressView } from '../../ports/views';
import type { RequestResult } from '../context';
import type { Core } from '../core';
import { pictureOf, whoGroups, whoNames } from '../figures/day-overview';
import { type TeamDay, teamDays } from '../figures/team-days';
import { viewOfCampaign } from '../figures/views';
import type { Intent } from '../intent';
import { administersAll, teamsShown } from '../office/today';
import { type Visit, visitOf } from '../office/visit';
import { perform } from '../requests/perform';
import { replyWith } from '../requests/reply';
import { teamsOfMember } from '../teams/my-teams';

/** A closed span of days. */
export interface Span {
  from: Day;
  until: Day;
}

/** What a program asks with: its token, and the person whose it is. */
export interface Call {
  token: ApiToken;
  visit: Visit;
}

/** What programs ask of the app, by a person's token: what the person would see in the chat and on the pages, as data. */
export interface Api {
  /** Null: the token is not good, or its person is not there any more. */
  admit(secret: string): Promise<Call | null>;
  administers(call: Call): Promise<boolean>;
  /** Why something is refused, in the person's language; of a form, with what is wrong with each field. */
  say(call: Call, refusal: Refusal): { text: string; fields: { field: string; text: string }[] };
  /** What a result says in a line, in the person's language. */
  tell(call: Call, result: Exclude<RequestResult, Refusal>): string;
  /** Does what a person would ask for in the chat. */
  perform(call: Call, intent: Intent): Promise<RequestResult>;
  /** The teams that the person may look into, by id, with their departments. */
  teams(call: Call): Promise<{ team: Team; department: string | null }[]>;
  /** Team by team in the order of ids, each by day. `team`: that one alone, and those after it where `onwards`. */
  days(call: Call, span: Span, of?: { team: TeamId; onwards: boolean }): AsyncIterable<TeamDay>;
  polls(call: Call, team: Team, span: Span): Promise<PollView[]>;
  day(call: Call, team: Team, day: Day): Promise<DayInfo>;
  campaigns(call: Call): Promise<CampaignView[]>;
  progress(call: Call, campaign: string): Promise<ProgressView | Refusal>;
  report(call: Call, campaign: string): Promise<FinalReport | Refusal>;
  answers(call: Call, span: Span): ReturnType<Core['answers']['list']>;
  /** The organisation's today. */
  today(call: Call): Day;
  beginWrite(write: KeyedWrite): Promise<EarlierWrite>;
  endWrite(write: KeyedWrite, answer: { status: number; body: string }): Promise<void>;
  dropWrite(write: KeyedWrite): Promise<void>;
}

type PollView = Awaited<ReturnType<Core['polls']['list']>>[number] & { phase: ReturnType<typeof phaseOf> };

/** A team's day as it shows it: counts, and names where it shows names to its members and the person is one. */
interface DayInfo {
  picture: Awaited<ReturnType<typeof pictureOf>>;
  groups: ReturnType<typeof whoGroups>;
  names: ReturnType<typeof whoNames> | null;
}

const MOST_NAMES = 10_000;

export function createApi(core: Core): Api {
  const { apiTokens } = core;
  return {
    async admit(secret) {
      const token = await apiTokens.use(secret);
      if (!token) return null;
      const visit = await visitOf(core, token);
      return visit && { token, visit };
    },
    administers: ({ visit }) => administersAll(visit),
    say: ({ visit }, refusal) => {
      const { card, faults = [] } = replyWith(visit, refusal, { panel: false });
      const texts = card.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
      // Of a file every line with a fault is named; else an example for the chat would follow.
      const text = refusal.faults ? texts.join('\n') : texts[0];
      return { text: text ?? card.summary, fields: faults };
    },
    tell: ({ visit }, result) => replyWith(visit, result, { panel: false }).card.summary.split('\n')[0] ?? '',
    perform: ({ visit }, intent) => perform(visit, intent),
    teams,
    days: ({ visit }, span, of) => daysOf(visit, span, of),
    async polls({ visit }, team, { from, until }) {
      const found = await core.polls.list(team.org, team.id, from, until);
      return found.map((poll) => ({ ...poll, phase: phaseOf(poll, visit.now) }));
    },
    day,
    async campaigns({ visit }) {
      const all = await core.campaigns.list(visit.actor.org);
      return all.map((campaign) => viewOfCampaign(campaign, visit.today));
    },
    async progress(call, campaign) {
      const result = await ofCampaign(core, call, campaign, 'campaign-show');
      if (isRefusal(result)) return result;
      return result.kind === 'campaign-progress' ? result : refuse('no-campaign');
    },
    async report(call, campaign) {
      const result = await ofCampaign(core, call, campaign, 'campaign-report');
      if (isRefusal(result)) return result;
      return result.kind === 'final-report' ? result.report : refuse('no-campaign');
    },
    answers: ({ visit: { actor, member } }, { from, until }) =>
      core.answers.list(actor.org, member.id, from, until),
    today: ({ visit }) => dayAt(visit.now, core.defaults.zone),
    beginWrite: (write) => apiTokens.beginWrite(write),
    endWrite: (write, answer) => apiTokens.endWrite(write, answer),
    dropWrite: (write) => apiTokens.dropWrite(write),
  };
}

async function teams({ visit }: Call) {
  const { core, actor } = visit;
  const [shown, structure] = await Promise.all([teamsShown(visit), core.structures.get(actor.org)]);
  const departmentOf = departmentNames(structure);
  return shown.toSorted(byId).map((team) => ({ team, department: departmentOf.get(team.id) ?? null }));
}

async function* daysOf(
  visit: Visit,
  span: Span,
  of?: { team: TeamId; onwards: boolean },
): AsyncGenerator<TeamDay> {
  const all = (await teamsShown(visit)).toSorted(byId);
  const asked = of ? all.filter(({ id }) => (of.onwards ? id >= of.team : id === of.team)) : all;
  yield* teamDays(visit, asked, span);
}

function byId(one: Team, next: Team): number {
  return one.id < next.id ? -1 : 1;
}

async function day({ visit }: Call, team: Team, asked: Day): Promise<DayInfo> {
  const { core, now, locale } = visit;
  const [picture, own] = await Promise.all([pictureOf(core, team, asked, now), teamsOfMember(visit)]);
  const isMember = own.some(({ id }) => id === team.id);
  const { members } = picture;
  const shows = isMember && picture.view.names && members !== null;
  return {
    picture,
    groups: whoGroups(picture),
    names: shows ? allNames(members, locale) : null,
  };
}

function allNames(
  members: Parameters<typeof whoNames>[0],
  locale: Visit['locale'],
): ReturnType<typeof whoNames> {
  const first = whoNames(members, 0, locale);
  const pages = [first];
  for (let from = first.shown.length; from < Math.min(first.total, MOST_NAMES); ) {
    const page = whoNames(members, from, locale);
    if (page.shown.length === 0) break;
    pages.push(page);
    from += page.shown.length;
  }
  return { ...first, shown: pages.flatMap(({ shown }) => shown) };
}

/** The chat finds a campaign by its name; a program names it by its id. */
async function ofCampaign(
  core: Core,
  { visit }: Call,
  id: string,
  kind: 'campaign-show' | 'campaign-report',
): Promise<RequestResult> {
  const all = await core.campaigns.list(visit.actor.org);
  if (!all.some((campaign) => campaign.id === id)) return refuse('unknown-campaign', { text: repeated(id) });
  return perform(visit, { kind, campaign: id });
}

/** The days of a span that a program may ask for at once. */
export const MOST_DAYS = 366;

/** The last four weeks. */
export function usualSpan(today: Day): Span {
  return { from: addDays(today, -27), until: today };
}
