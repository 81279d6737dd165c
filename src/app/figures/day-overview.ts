import { type Answer, isLate, type Poll, phaseOf } from '../../domain/answers/poll';
import {
  type ResponseCurve,
  responseCurve,
  type Tally,
  type TallyGroup,
  tallyOf,
} from '../../domain/answers/tally';
import { shownStyles, visibilityOf } from '../../domain/answers/visibility';
import { type Choice, isWork, SHOWN_STYLES, shownAs } from '../../domain/answers/work-style';
import { namesApart } from '../../domain/people/namesakes';
import type { Locale, Member, PersonId } from '../../domain/people/person';
import { usualOn } from '../../domain/people/roster';
import { plannedDays, planOf } from '../../domain/planned-days';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt, type Millis, type Time } from '../../domain/time/calendar';
import { windowOn } from '../../domain/time/window';
import type { PollStore } from '../../ports/store/polls';
import type { DayPhase, DayView, WhoGroup, WhoNames } from '../../ports/views';
import type { Ports } from '../core';
import { curveOfPoll, viewOfPlan, viewOfPoll } from './views';

/** A team's day, polled, still to come, or never polled: who answers what, as far as the team may be shown it. */
export interface DayPicture {
  view: DayView;
  phase: DayPhase;
  tally: Tally;
  curve: ResponseCurve;
  /** The local end of the commuting peak. */
  peakUntil: Time;
  /**
   * Null: answers of the day are gone, and only its counts are shown. Names next to them would tell who is missing, and
   * thereby what that person answered.
   */
  members: PicturedMember[] | null;
}

interface PicturedMember {
  member: Member;
  choice: Choice | null;
  /** False: the person does not work that day, and has not answered. */
  scheduled: boolean;
  /** Whether they agreed to what the team shows; else they are scheduled and silent here, and not named. */
  here: boolean;
}

/** The repositories that a day's picture is read from. */
export type PictureNeeds = 'campaigns' | 'polls' | 'people' | 'answers' | 'agreements';

export async function pictureOf(
  core: Ports<PictureNeeds>,
  team: Team,
  day: Day,
  now: Millis,
): Promise<DayPicture> {
  const poll = await core.polls.get(team.org, team.id, day);
  return poll ? pictureOfPoll(core, poll, now) : pictureOfPlan(core, team, day, now);
}

async function pictureOfPoll(
  core: Ports<'campaigns' | 'polls'>,
  poll: Poll,
  now: Millis,
): Promise<DayPicture> {
  const [campaigns, book, rows] = await Promise.all([
    core.campaigns.list(poll.org),
    core.polls.book(poll.org, poll.team, poll.day),
    core.polls.members(poll.org, poll.team, poll.day),
  ]);
  const [view, phase] = [viewOfPoll(poll, campaigns), phaseOf(poll, now)];
  if (book) {
    const { peakUntil } = poll;
    const tally = tallyOf(book.members, book.groups, peakUntil, book.unheard);
    return {
      view,
      phase,
      tally,
      curve: book.curve,
      peakUntil,
      members: book.sealed ? null : picturedIn(rows),
    };
  }
  const answers = rows.flatMap(({ answer }) => (answer && isWork(answer) ? [answer] : []));
  const groups = answers.map(({ style, arrival, at }) => ({
    style,
    arrival,
    count: 1,
    late: isLate(at, poll) ? 1 : 0,
  }));
  return {
    view,
    phase,
    peakUntil: poll.peakUntil,
    tally: tallyOf(scheduledIn(rows), groups, poll.peakUntil, unheardIn(rows)),
    curve: await curveOfPoll(core, poll, scheduledIn(rows)),
    members: picturedIn(rows),
  };
}

function picturedIn(rows: Awaited<ReturnType<PollStore['members']>>): PicturedMember[] {
  return rows.map(({ member, answer, ...rest }) => ({ member, choice: answer, ...rest }));
}

function scheduledIn(members: readonly { scheduled: boolean }[]): number {
  return members.filter(({ scheduled }) => scheduled).length;
}

function unheardIn(members: readonly { here: boolean }[]): number {
  return members.filter(({ here }) => !here).length;
}

/**
 * Before the poll opens: the roster of now, plans, and what the default weeks will say. They say nothing of a day
 * without a poll: there the plans stand alone, and what was planned for a day gone by is not shown as if it had been.
 * Only plans and default weeks of members who agreed with the team are shown.
 */
async function pictureOfPlan(
  core: Ports<PictureNeeds>,
  team: Team,
  day: Day,
  now: Millis,
): Promise<DayPicture> {
  const { org, id, settings } = team;
  const { zone } = settings;
  const shows = visibilityOf(settings);
  const [campaigns, roster, answers, here] = await Promise.all([
    core.campaigns.list(org),
    core.people.roster(org, id),
    day < dayAt(now, zone) ? [] : core.answers.planned(org, id, day, shows),
    core.agreements.within(org, id, shows),
  ]);
  const [plan] = plannedDays(team, campaigns, day, day);
  const planned = planOf(team, campaigns, day);
  const { window, peakUntil } = planned;
  const opens = plan !== undefined && now < windowOn(day, window, zone).closesAt;
  const plans = new Map(answers.map((answer) => [answer.person, answer]));
  const members = roster.map((member) =>
    here.has(member.id)
      ? { ...plannedBy(member, plans, day, opens), here: true }
      : { member, answer: null, scheduled: true, here: false },
  );
  const groups: TallyGroup[] = members.flatMap(({ answer }) =>
    answer && isWork(answer) ? [{ ...answer, count: 1, late: 0 }] : [],
  );
  return {
    view: viewOfPlan(planned, team),
    phase: opens ? 'planned' : 'none',
    peakUntil,
    tally: tallyOf(scheduledIn(members), groups, peakUntil, unheardIn(members)),
    curve: responseCurve([], 0),
    members: members
      .filter(({ answer }) => opens || answer !== null)
      .map(({ member, answer, ...rest }) => ({ member, choice: answer, ...rest })),
  };
}

/** A member's plan. Not scheduled are those whose default week says they are off, unless they have answered. */
function plannedBy(member: Member, answers: ReadonlyMap<PersonId, Answer>, day: Day, opens: boolean) {
  const usual = usualOn(member.preferences.week, day);
  const answer: Choice | null = answers.get(member.id) ?? null;
  if (answer && !isWork(answer)) return { member, answer: null, scheduled: false };
  if (usual === 'off') return { member, answer, scheduled: answer !== null };
  return { member, answer: answer ?? (opens ? usual : null), scheduled: true };
}

/** The picture of those of the members who may be named; null: the day is shown by its counts alone. */
export function pictureWithin(picture: DayPicture, persons: ReadonlySet<PersonId>): DayPicture | null {
  if (!picture.members) return null;
  const members = picture.members.filter(({ member, here }) => here && persons.has(member.id));
  const groups = members.flatMap(({ choice }) =>
    choice && isWork(choice) ? [{ ...choice, count: 1, late: 0 }] : [],
  );
  return { ...picture, members, tally: tallyOf(scheduledIn(members), groups, picture.peakUntil) };
}

/**
 * Members by what others see of their day, for `who`, counted as in the tally: without those who are not scheduled, who
 * are named with the others who are away. Nothing else tells a day off from leave.
 */
export function whoGroups({
  members,
  tally,
  view,
}: Pick<DayPicture, 'members' | 'tally' | 'view'>): WhoGroup[] {
  if (!members) {
    const silent = { style: 'no-answer' as const, count: tally.members - tally.answered };
    return [...shownStyles(tally), silent].filter(({ count }) => count > 0);
  }
  const named = view.names && members.some(isOff) ? 'away' : null;
  return STYLES.map((style) => ({
    style,
    count: members.filter((member) => styleOf(member) === style && !isOff(member)).length,
  })).filter(({ style, count }) => count > 0 || style === named);
}

/** At most so many names at once: what the narrowest platform takes. */
export const NAMES_A_PAGE = 100;

/** A page of the members' names, in the order of the reader's language. */
export function whoNames(
  members: NonNullable<DayPicture['members']>,
  wanted: number,
  locale: Locale,
): WhoNames {
  const known = members.filter(isNamed);
  const names = namesApart(known.map(({ member }) => member));
  const named = known.map((each) => {
    return { name: names.get(each.member.id) ?? each.member.name, style: styleOf(each) };
  });
  const total = named.length;
  const last = Math.max(0, Math.ceil(total / NAMES_A_PAGE) - 1);
  const from = Math.min(Math.floor(wanted / NAMES_A_PAGE), last) * NAMES_A_PAGE;
  const order = new Map(STYLES.map((style, index) => [style, index]));
  const { compare } = NAME_ORDER[locale];
  const sorted = named.sort(
    (a, b) => (order.get(a.style) ?? 0) - (order.get(b.style) ?? 0) || compare(a.name, b.name),
  );
  return { from, total, unnamed: members.length - total, shown: sorted.slice(from, from + NAMES_A_PAGE) };
}

/** Whether others may read the member's name next to the day. */
export function isNamed({ member, here }: Pick<PicturedMember, 'member' | 'here'>): boolean {
  return here && member.name !== '';
}

const STYLES: readonly WhoGroup['style'][] = [...SHOWN_STYLES, 'no-answer'];
/** How each language sorts names. */
export const NAME_ORDER = {
  en: new Intl.Collator('en'),
  ja: new Intl.Collator('ja'),
  'zh-CN': new Intl.Collator('zh-CN'),
  'zh-TW': new Intl.Collator('zh-TW'),
} satisfies Record<Locale, Intl.Collator>;

/** Whether the person is not scheduled that day, and in no count of it. */
function isOff({ choice, scheduled }: Pick<PicturedMember, 'choice' | 'scheduled'>): boolean {
  return choice === null && !scheduled;
}

/** What others see of a member's day. */
export function styleOf({
  choice,
  scheduled,
}: Pick<PicturedMember, 'choice' | 'scheduled'>): WhoGroup['style'] {
  if (choice) return shownAs(choice.style);
  return scheduled ? 'no-answer' : 'away';
}
