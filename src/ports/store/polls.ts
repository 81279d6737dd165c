import type { Answer, Poll, Responses } from '../../domain/answers/poll';
import type { ResponseCurve } from '../../domain/answers/tally';
import type { Counted } from '../../domain/answers/visibility';
import type { Choice } from '../../domain/answers/work-style';
import type { CampaignId } from '../../domain/campaigns/campaign';

import type { Member, OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { SafetyAsked } from '../../domain/safety/safety';
import type { Day, Millis } from '../../domain/time/calendar';

/** A member of a poll as it opens. */
export interface PollMember {
  person: PersonId;
  /** False: the person does not work that day, and counts only with an answer. */
  scheduled: boolean;
  /** The answer of the default week; recorded unless the person has already answered for the day. */
  usual: Choice | null;
}

/** The counts of a poll whose day is over, as they were corrected last. */
export interface Book extends Counted {
  curve: ResponseCurve;
  /** Answers behind the counts are gone, because of a person who is forgotten, or of their age. */
  sealed: boolean;
}

/** Some days of a team in a campaign. */
export interface Reach {
  org: OrgId;
  team: TeamId;
  campaign: CampaignId;
  days: readonly Day[];
}

/** A poll that lists a person. `here`: whether they count in it, as they agreed to what it shows. */
interface ListingPoll extends Poll {
  here: boolean;
}

/** Polls, one per team and day, and their counts. Every method throws a StoreError when the database fails. */
export interface PollStore {
  /**
   * Opens the poll with its members and the answers of their default weeks, in one transaction. If the poll already
   * exists, it stays as it is and is returned.
   */
  open(poll: Poll, members: readonly PollMember[], now: Millis): Promise<Poll>;
  get(org: OrgId, team: TeamId, day: Day): Promise<Poll | null>;
  /** Moves the end of the window of an existing poll to a later instant; an end that is later already stays. */
  prolong(poll: Pick<Poll, 'org' | 'team' | 'day' | 'round' | 'window' | 'closesAt'>): Promise<void>;
  /**
   * Notes that an administrator asks to remind the silent of this poll at once, from `at` on, and wakes the team. False: it was asked before, or
   * another poll of the day has taken its place.
   */
  remindNow(poll: Pick<Poll, 'org' | 'team' | 'day' | 'round'>, at: Millis): Promise<boolean>;
  /**
   * Puts a later poll in the place of the day's poll, with the members who have joined since; answers stay. False:
   * another caller did so, and nothing was changed.
   */
  openAgain(poll: Poll, members: readonly PollMember[]): Promise<boolean>;
  /** The team's polls from `from` to `until`, both included, by day. */
  list(org: OrgId, team: TeamId, from: Day, until: Day): Promise<Poll[]>;
  /**
   * The poll of the team's last Telework Day or call at short notice before the day; polls of plain workdays are skipped.
   * `drill`: of its last drill or emergency.
   */
  previous(org: OrgId, team: TeamId, before: Day, which?: 'drill'): Promise<Poll | null>;
  /** The day's polls that list the person, scheduled or not. */
  of(org: OrgId, person: PersonId, day: Day): Promise<ListingPoll[]>;
  /** The book of a poll; null: there is none, and its counts are made from the answers. */
  book(org: OrgId, team: TeamId, day: Day): Promise<Book | null>;
  /** The books of the team's polls from `from` to `until`, both included. */
  books(org: OrgId, team: TeamId, from: Day, until: Day): Promise<Map<Day, Book>>;
  /** The members and their answers; `late`: at or after `lateFrom`. Of a poll that has a book, what the book says. */
  count(org: OrgId, team: TeamId, day: Day, lateFrom: Millis): Promise<Counted>;
  /**
   * When each member who counts in it and whose answer is kept first answered, in epoch ms, in no order; `to`: first
   * responded so, with those who said whether they are safe.
   */
  firstAnswers(org: OrgId, team: TeamId, day: Day, to?: Responses): Promise<Millis[]>;
  /**
   * The poll's members who are kept, by name, with the answers that its counts are made from; those who do not count in
   * it (`here` false) as scheduled and silent.
   */
  members(
    org: OrgId,
    team: TeamId,
    day: Day,
  ): Promise<{ member: Member; scheduled: boolean; here: boolean; answer: Answer | null }[]>;
  /**
   * Scheduled members without an answer, wherever it was given, by name: to remind them, never to be shown. `since`: who
   * have given none from that instant on.
   */
  silent(org: OrgId, team: TeamId, day: Day, since?: Millis | null): Promise<Member[]>;
  /** Members who are asked and have given no safety answer from `since` on, by name: never to be shown in a channel. */
  silentOnSafety(org: OrgId, team: TeamId, day: Day, since: Millis, asked: SafetyAsked): Promise<Member[]>;
  /** How many of the poll's members have given a safety answer from `since` on. */
  safetyAnswers(org: OrgId, team: TeamId, day: Day, since: Millis): Promise<number>;
  /** Over the team's polls on these days: distinct members who teleworked, and the number of telework answers. */
  reach(of: Reach): Promise<{ people: number; personDays: number }>;
  /** When the last poll of each of these days ends, over all teams of the organisation; days without polls are left out. */
  ends(org: OrgId, days: readonly Day[]): Promise<Map<Day, Millis>>;
}
