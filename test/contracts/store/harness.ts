import type { Poll } from '../../../src/domain/answers/poll';
import type { Choice, WorkStyle } from '../../../src/domain/answers/work-style';
import type { Campaign } from '../../../src/domain/campaigns/campaign';
import type { Person } from '../../../src/domain/people/person';
import { defaultSettings } from '../../../src/domain/teams/settings';
import type { Team } from '../../../src/domain/teams/team';
import type { Millis } from '../../../src/domain/time/calendar';
import type { Vote } from '../../../src/ports/store/answers';
import type { LedgerWork, TaskKey } from '../../../src/ports/store/ledger';
import type { PollMember } from '../../../src/ports/store/polls';
import type { Store } from '../../../src/store/store';

/** A fresh, empty store of one kind, and how to come back to it. */
interface Subject {
  store: Store;
  /** Another process on the same database; the same where only one may have it open. */
  other: Store;
  /** Whether one process at a time uses the database. */
  alone: boolean;
  /** Closes the store and opens the same database again. */
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

export type Factory = (now: () => Millis) => Promise<Subject>;

/** What a contract's tests hold: the store of the running test, and its clock. */
export interface Bench {
  readonly store: Store;
  readonly other: Store;
  readonly alone: boolean;
  now: Millis;
  reopen(): Promise<void>;
}

export const ORG = 'org';
export const TEAM = 'team';
export const DAY = '2018-07-24';
/** 7:00, 10:30 and the end of that day in Tokyo. */
export const OPENS = Date.UTC(2018, 6, 23, 22);
export const CLOSES = Date.UTC(2018, 6, 24, 1, 30);
export const ENDS = Date.UTC(2018, 6, 24, 15);

/** Opens a store before each test and disposes of it afterwards. */
export function useStore(factory: Factory): Bench {
  let subject: Subject | null = null;
  const bench = {
    now: OPENS,
    get store(): Store {
      if (!subject) throw new Error('no test is running');
      return subject.store;
    },
    get other(): Store {
      if (!subject) throw new Error('no test is running');
      return subject.other;
    },
    get alone(): boolean {
      return subject?.alone ?? false;
    },
    async reopen() {
      if (subject) subject.store = await subject.reopen();
    },
  };
  beforeEach(async () => {
    bench.now = OPENS;
    subject = await factory(() => bench.now);
  });
  afterEach(async () => {
    await subject?.dispose();
    subject = null;
  });
  return bench;
}

export function aTeam(id: string = TEAM, change: Partial<Team> = {}): Team {
  const settings = defaultSettings({ zone: 'Asia/Tokyo', language: 'ja', country: 'JP' });
  return {
    ...{ org: ORG, id, place: `place of ${id}`, name: `Team ${id}` },
    ...{ settings, trouble: null, secondChannel: null, sharing: null },
    ...change,
  };
}

export function aPerson(id: string, change: Partial<Person> = {}): Person {
  return { id, name: `Name ${id}`, locale: 'ja', timeZone: 'Asia/Tokyo', kind: 'person', ...change };
}

export function aPoll(change: Partial<Poll> = {}): Poll {
  return {
    org: ORG,
    team: TEAM,
    day: DAY,
    zone: 'Asia/Tokyo',
    window: { from: '07:00', until: '10:30' },
    opensAt: OPENS,
    closesAt: CLOSES,
    endsAt: ENDS,
    remindAt: null,
    campaign: null,
    core: false,
    drill: null,
    names: false,
    openedAt: change.opensAt ?? OPENS,
    awaySince: null,
    peakUntil: '10:30',
    round: 0,
    ...change,
  };
}

export function aCampaign(change: Partial<Campaign> = {}): Campaign {
  const days = [
    { day: '2018-07-23', core: false },
    { day: DAY, core: true },
  ];
  return { org: ORG, id: 'td', name: 'Telework Days', days, target: 0.7, ended: false, ...change };
}

export function scheduled(...persons: string[]): PollMember[] {
  return persons.map((person) => ({ person, scheduled: true, usual: null }));
}

export function choice(style: WorkStyle, arrival: string | null = null): Choice {
  return { style, arrival };
}

/** A press of `home` in the team's poll on the day, unless changed. */
export function aVote(person: string, change: Partial<Vote> = {}): Vote {
  return {
    org: ORG,
    person,
    day: DAY,
    choice: choice('home'),
    at: OPENS,
    source: 'button',
    agrees: 'counts',
    team: TEAM,
    ...change,
  };
}

/** They have answered in the team before, and agreed to what it showed. */
export async function agreed(store: Store, persons: readonly string[], team: string = TEAM): Promise<void> {
  for (const person of persons)
    await store.agreements.add({ org: ORG, team, person, agrees: 'counts', day: null });
}

/** The opening of the team's poll, unless changed. */
export function aTask(
  change: Partial<Omit<TaskKey, 'kind'>> | (Partial<TaskKey> & LedgerWork) = {},
): TaskKey {
  const work: LedgerWork = 'kind' in change ? change : { kind: 'open' };
  return { org: ORG, team: TEAM, day: DAY, channel: 'first', ...change, ...work };
}
