import type { Locale, TeamId } from '../../domain/people/person';
import { type Day, dayAt, type Millis } from '../../domain/time/calendar';
import type { Reply } from '../../ports/inbox';
import type { Core } from '../core';
import { type TeamDay, teamDays } from '../figures/team-days';
import type { Intent, Parse } from '../intent';
import { type AllTeams, allTeams } from './all-teams';
import { ask, command, press, submit } from './ask';
import { endFeed, type FeedContent, type FeedRow, feedAt, feedsOf, offerFeed } from './feeds';
import { daysOfMonth, type MonthView, monthMeant, monthOf } from './month';
import { type PeopleView, peopleOf } from './people';
import { administersAll, type TeamToday, teamsShown, teamsToday } from './today';
import { makeToken, revokeToken, type TokenRow, tokensOf } from './tokens';
import { type TrendView, trendOf } from './trend';
import { enter, invited, SESSION_MS, type Visit, visit } from './visit';
import { type TeamWeek, type WeekAsked, weekOf } from './week';

export type { TeamDay } from '../figures/team-days';
export type { AllTeams, TeamRow } from './all-teams';
export type { FeedContent, FeedRow } from './feeds';
export type { MonthView } from './month';
export type { PeopleView } from './people';
export type { TeamToday } from './today';
export { TOKEN_DAYS, type TokenRow } from './tokens';
export type { TrendView } from './trend';
export { TREND_MONTHS } from './trend';
export type { Visit } from './visit';
export type { TeamWeek } from './week';

/** What the pages ask of the app: who visits, what they may see, and what they do. */
export interface Office {
  /** How long a session lasts. */
  sessionMs: Millis;
  /** For how many months answers are kept. */
  retentionMonths: number;
  /** For visitors of whom nothing is known. */
  defaults(): { locale: Locale; today: Day };
  /** Whom a link is for; null: it is not good. It stays good. */
  invited(code: string): Promise<Visit | null>;
  /** Uses a link up, and returns the token of a session; null: the link is not good. */
  enter(code: string): Promise<string | null>;
  /** Who has this session; null: nobody. */
  visit(token: string): Promise<Visit | null>;
  signOut(token: string): Promise<void>;
  administersAll(visit: Visit): Promise<boolean>;
  ask(visit: Visit, intent: Intent): Promise<Reply>;
  press(visit: Visit, action: string): Promise<Reply>;
  /** Does what is written, as in the chat. */
  command(visit: Visit, text: string): Promise<Reply>;
  submit(visit: Visit, form: string, values: Readonly<Record<string, string>>): Promise<Reply>;
  teamsToday(visit: Visit): Promise<TeamToday[]>;
  /** `month`: as typed, else that of today. */
  monthOf(visit: Visit, month: string): Promise<MonthView>;
  /** `months`: how far back, one of `TREND_MONTHS`; else the first of them. */
  trendOf(visit: Visit, months: number): Promise<TrendView>;
  /** The polled days of a month or of a year, of all teams that the visitor may look into; both as typed. */
  days(visit: Visit, span: { month: string; year: string }): { name: string; days: AsyncIterable<TeamDay> };
  feedsOf(visit: Visit): Promise<FeedRow[]>;
  /** Where people reach the pages, without a slash at the end; '': at the address they are at. */
  at: string;
  offerFeed(visit: Visit, team: TeamId | null): Promise<string | null>;
  endFeed(visit: Visit, team: TeamId | null): Promise<void>;
  /** The calendar at a secret address; null: there is none. */
  feedAt(secret: string): Promise<FeedContent | null>;
  /** The visitor's tokens for programs; for administrators those of everybody. */
  tokensOf(visit: Visit): Promise<TokenRow[]>;
  makeToken: typeof makeToken;
  /** False: there is no such token for this visitor. */
  revokeToken(visit: Visit, id: string): Promise<boolean>;
  /** Null: the visitor does not administer the organisation. */
  allTeams(visit: Visit): Promise<AllTeams | null>;
  /** Null: the visitor does not administer the organisation. `page`: rows from this one on; null: all. */
  peopleOf(visit: Visit, page: number | null): Promise<PeopleView | null>;
  /** Null: there is no such team for this visitor. */
  weekOf(visit: Visit, asked: WeekAsked): Promise<TeamWeek | null>;
}

export function createOffice(core: Core, parse: Parse): Office {
  const { clock, defaults, webAccess } = core;
  return {
    sessionMs: SESSION_MS,
    retentionMonths: core.retentionMonths,
    defaults: () => ({ locale: defaults.language, today: dayAt(clock.now(), defaults.zone) }),
    invited: (code) => invited(core, code),
    enter: (code) => enter(core, code),
    visit: (token) => visit(core, token),
    signOut: (token) => webAccess.end(token),
    administersAll,
    ask,
    press,
    command: (visit, text) => command(visit, parse, text),
    submit,
    teamsToday,
    allTeams,
    at: core.pagesAt ?? '',
    feedsOf,
    offerFeed,
    endFeed,
    feedAt: (secret) => feedAt(core, secret),
    tokensOf,
    makeToken,
    revokeToken,
    peopleOf,
    weekOf,
    monthOf,
    trendOf,
    days: daysAsked,
  };
}

/** Of the year where one is named, else of the month. */
function daysAsked(visit: Visit, { month, year }: { month: string; year: string }) {
  const name = /^\d{4}$/.test(year) ? year : monthMeant(month, visit.today);
  const span = name === year ? { from: `${year}-01-01`, until: `${year}-12-31` } : daysOfMonth(name);
  return { name, days: daysOf(visit, span) };
}

async function* daysOf(visit: Visit, span: { from: Day; until: Day }): AsyncGenerator<TeamDay> {
  yield* teamDays(visit, await teamsShown(visit), span);
}
