import type { Answer, Poll } from '../../domain/answers/poll';
import type { TallyGroup } from '../../domain/answers/tally';
import type { Choice, WorkStyle } from '../../domain/answers/work-style';
import type { Member, OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { Day, Millis } from '../../domain/time/calendar';

/** One member of a poll when it opens. */
export interface PollMember {
  person: PersonId;
  /** False: not scheduled that day, outside the denominator. */
  scheduled: boolean;
  /** The answer their default week gives, recorded unless they have answered for the day. */
  usual: Choice | null;
}

export interface PollStore {
  /**
   * Opens the poll with its roster and the default weeks' answers, in one transaction. A poll that exists
   * already stays as it is, and is returned.
   */
  open(poll: Poll, members: readonly PollMember[], now: Millis): Promise<Poll>;
  get(org: OrgId, team: TeamId, day: Day): Promise<Poll | null>;
  /** Makes a poll that exists that of a drill. */
  declareDrill(org: OrgId, team: TeamId, day: Day, reason: string): Promise<void>;
  /** Polls of the team on days in the closed span, by day. */
  list(org: OrgId, team: TeamId, from: Day, until: Day): Promise<Poll[]>;
  /** The poll of the team's last Telework Day before the day, drills included; plain workdays are passed over. */
  previous(org: OrgId, team: TeamId, before: Day): Promise<Poll | null>;
  /** The polls of the day that list the person, scheduled or not. */
  of(org: OrgId, person: PersonId, day: Day): Promise<Poll[]>;
  /** Scheduled members, then answers grouped by style, arrival and lateness (`at >= lateFrom`). */
  count(
    org: OrgId,
    team: TeamId,
    day: Day,
    lateFrom: Millis,
  ): Promise<{ members: number; groups: TallyGroup[] }>;
  /** The instants of the members' first answers. */
  firstAnswers(org: OrgId, team: TeamId, day: Day): Promise<Millis[]>;
  /** Members of the poll with their answers, by name: for `who`, which shows people. */
  members(
    org: OrgId,
    team: TeamId,
    day: Day,
  ): Promise<{ member: Member; scheduled: boolean; answer: Answer | null }[]>;
  /** Scheduled members without an answer. */
  silent(org: OrgId, team: TeamId, day: Day): Promise<Member[]>;
  /** Over the polls of the team on these days: distinct members who teleworked, and telework answers. */
  reach(org: OrgId, team: TeamId, days: readonly Day[]): Promise<{ people: number; personDays: number }>;
  /**
   * Over all polls of the organisation on these days: distinct members who teleworked, and answers by style. Who is
   * in two teams counts once a day.
   */
  totals(org: OrgId, days: readonly Day[]): Promise<{ people: number; byStyle: Record<WorkStyle, number> }>;
}
