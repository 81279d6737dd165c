import fc from 'fast-check';
import type { WorkStyle } from '../../src/domain/answers/work-style';
import type { Millis } from '../../src/domain/time/calendar';
import type { ChatFault } from '../../src/ports/chat';

/* What goes wrong, and what people do at the same time: plain data, so that a failure shrinks to the least of it. */

/** What becomes of one call. `after`: it is done first, and the caller does not learn of it. */
export type Fault =
  | { is: 'fails'; after: boolean }
  | { is: 'chat'; kind: ChatFault; after: boolean; retryAfterMs: Millis | null }
  /** Never answers, until the time limit of the one who asked. */
  | { is: 'silent'; after: boolean }
  | { is: 'slow'; ms: Millis }
  /** The process dies. */
  | { is: 'dies'; after: boolean };

/** Faults of one kind, for some calls from a moment on. */
export interface Spell {
  /** Index of `MOMENTS`, and seconds after it. */
  moment: number;
  second: number;
  /** How long it may last. */
  lasts: number;
  /** A method (`ledger.finish`), a part (`ledger`), `store`, or `chat`. */
  where: string;
  /** Index of an organisation; null: any. */
  org: number | null;
  /** Calls that go well first, then of so many calls one fails, so many times. */
  skip: number;
  every: number;
  times: number;
  fault: Fault;
}

export interface Act {
  moment: number;
  second: number;
  room: number;
  /** Index of the person who acts. */
  who: number;
  what: 'answer' | 'say' | 'undo' | 'clear' | 'plan' | 'look' | Declared | 'end' | Moved | Changed;
  /** Which work style, zone or window, as far as the act has one. */
  style: number;
}

/** What becomes of a person on the platform. `return`: they are a member of the organisation again. */
export type Moved = 'leave' | 'join' | 'deactivate' | 'guest' | 'return' | 'travel';

/** Settings of the team that its administrator changes. */
export type Changed = 'zone' | 'window';

/** Commands of the team's administrator which open or declare today's poll. */
export type Declared = 'drill' | 'emergency' | 'poll-now';

/** The process is stopped, and started again so much later. */
export interface Away {
  moment: number;
  /** Minutes after the moment; negative: before it. */
  minute: number;
  minutes: number;
}

export interface Jump {
  moment: number;
  second: number;
  minutes: number;
}

export interface Plan {
  spells: Spell[];
  acts: Act[];
  jumps: Jump[];
  away: Away[];
}

export const DAY = '2018-07-24';
export const NEXT_DAY = '2018-07-25';
export const STYLES = ['home', 'satellite', 'mobile', 'leave', 'office'] as const satisfies WorkStyle[];

/** West and east of Tokyo, by little enough for everything to fall due before the end. */
export const TEAM_ZONES = ['Asia/Kolkata', 'Australia/Sydney', 'Asia/Tokyo'] as const;
export const WINDOWS = ['06:00-09:00', '08:00-12:00', '07:00-10:30'] as const;
/** In the first it is night when Tokyo is reminded, in the second the night ends in time for a late reminder. */
export const HOMES = ['Europe/London', 'Asia/Kathmandu', 'Asia/Tokyo'] as const;

/** When something happens; faults begin soon after one of them. */
export const MOMENTS = [
  '2018-07-23T09:00:00+09:00',
  '2018-07-24T07:00:00+09:00',
  '2018-07-24T08:00:00+09:00',
  '2018-07-24T09:00:00+09:00',
  '2018-07-24T09:48:00+09:00',
  '2018-07-24T10:30:00+09:00',
  '2018-07-24T12:00:00+09:00',
  '2018-07-25T00:00:00+09:00',
].map((iso) => Date.parse(iso));

/** Of which part of the store which methods are called in a day, and what else is there. */
const STORE_METHODS = [
  ...[
    'teams.get',
    'teams.at',
    'teams.list',
    'teams.change',
    'wakeQueue.due',
    'wakeQueue.sleep',
    'wakeQueue.wake',
  ],
  ...['wakeQueue.several', 'people.save', 'people.get', 'people.changePreferences', 'people.setRoster'],
  ...[
    'people.roster',
    'people.teamsOf',
    'people.join',
    'people.leave',
    'campaigns.list',
    'campaigns.change',
    'polls.open',
  ],
  ...['polls.get', 'polls.list', 'polls.previous', 'polls.of', 'polls.count', 'polls.firstAnswers'],
  ...['polls.silent', 'polls.members', 'polls.openAgain', 'answers.record', 'answers.get', 'answers.list'],
  ...['answers.history', 'answers.planned', 'ledger.claim', 'ledger.finish', 'ledger.renew'],
  ...['ledger.sending', 'ledger.release', 'ledger.reopen', 'ledger.list', 'ledger.recover', 'links.ids'],
  ...['contacts.get', 'contacts.set', 'channelFailures.list', 'channelFailures.begin', 'tokenBuckets.take'],
  ...['agreements.add', 'agreements.of', 'absences.alive', 'absences.list'],
  ...['books.due', 'books.close', 'books.dueDays', 'books.closeDay'],
  ...['edits.begin', 'edits.end', 'edits.unseen', 'ping', 'time', 'clockWentBack'],
];
/** What decides over posts and votes. */
const VITAL = [
  ...['ledger.claim', 'ledger.sending', 'ledger.finish', 'ledger.release', 'ledger.list', 'answers.record'],
  ...[
    'answers.get',
    'polls.open',
    'polls.get',
    'polls.silent',
    'wakeQueue.due',
    'wakeQueue.sleep',
    'teams.change',
  ],
];
const PARTS = [
  'teams',
  'people',
  'polls',
  'answers',
  'ledger',
  'contacts',
  'channelFailures',
  'books',
  'edits',
  'store',
];
const WRITING = ['chat.post', 'chat.edit', 'chat.direct'];
const READING = ['chat.roster', 'chat.group', 'chat.mayManage', 'chat.forget'];

const when = {
  // Most happens when polls open and close.
  moment: fc.oneof(fc.nat(MOMENTS.length - 1), fc.constantFrom(1, 4, 5)),
  second: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(20), fc.nat(600)),
};

const scope = {
  ...when,
  lasts: fc.oneof(fc.constant(900), fc.constant(900), fc.nat(900)),
  org: fc.oneof(fc.constant(null), fc.constant(null), fc.nat(2)),
  skip: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(8)),
  every: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 3 })),
  times: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 6 }), fc.constant(200)),
};

const after = fc.boolean();
const slow = fc.record({ is: fc.constant('slow' as const), ms: fc.integer({ min: 1, max: 50_000 }) });
const dies = fc.record({ is: fc.constant('dies' as const), after });
const fails = fc.record({ is: fc.constant('fails' as const), after });
const silent = fc.record({ is: fc.constant('silent' as const), after });
const slowQuery = fc.record({ is: fc.constant('slow' as const), ms: fc.integer({ min: 1, max: 3_000 }) });

function refusal(kinds: readonly ChatFault[]) {
  return fc.record({
    is: fc.constant('chat' as const),
    kind: fc.constantFrom(...kinds),
    after: fc.constant(false),
    retryAfterMs: fc.option(fc.integer({ min: 1, max: 60_000 })),
  });
}

const uncertain = fc.record({
  is: fc.constant('chat' as const),
  kind: fc.constant('uncertain' as const),
  after,
  retryAfterMs: fc.constant(null),
});
const REFUSALS: readonly ChatFault[] = ['rate-limited', 'gone', 'forbidden', 'unreachable', 'invalid'];

const storeSpell: fc.Arbitrary<Spell> = fc.record({
  ...scope,
  where: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...STORE_METHODS) },
    { weight: 3, arbitrary: fc.constantFrom(...VITAL) },
    { weight: 2, arbitrary: fc.constantFrom(...PARTS) },
  ),
  fault: fc.oneof(
    { weight: 6, arbitrary: fails },
    { weight: 1, arbitrary: slowQuery },
    { weight: 1, arbitrary: dies },
  ),
});

/** What the platform does to one organisation, or to all. */
const chatSpell: fc.Arbitrary<Spell> = fc.oneof(
  fc.record({
    ...scope,
    where: fc.constantFrom(...WRITING),
    fault: fc.oneof(refusal(REFUSALS), uncertain, fails, slow, silent, dies),
  }),
  fc.record({
    ...scope,
    where: fc.constantFrom(...READING),
    fault: fc.oneof(refusal(REFUSALS), fails, slow),
  }),
);

const act: fc.Arbitrary<Act> = fc.record({
  moment: fc.integer({ min: 0, max: 6 }),
  second: fc.nat(900),
  room: fc.nat(3),
  who: fc.nat(2),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constant('answer' as const) },
    { weight: 4, arbitrary: fc.constantFrom('say' as const, 'undo', 'clear', 'plan', 'look', 'drill') },
    { weight: 1, arbitrary: fc.constantFrom('emergency' as const, 'poll-now', 'end') },
  ),
  style: fc.nat(4),
});

/** People come and go at any time, the end of the day included. */
const move: fc.Arbitrary<Act> = fc.record({
  moment: fc.oneof(fc.nat(MOMENTS.length - 1), fc.constantFrom(0, 1, 2)),
  second: fc.nat(900),
  room: fc.nat(3),
  who: fc.nat(5),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('leave' as const, 'join') },
    { weight: 2, arbitrary: fc.constantFrom('deactivate' as const, 'guest', 'return', 'travel') },
  ),
  style: fc.nat(2),
});

const setting: fc.Arbitrary<Act> = fc.record({
  moment: fc.integer({ min: 0, max: 6 }),
  second: fc.nat(900),
  room: fc.nat(3),
  who: fc.constant(0),
  what: fc.constantFrom('zone' as const, 'window'),
  style: fc.nat(2),
});

const HOUR = 60;
/** Over the opening, the window, the day, and two days; or for as long as an update takes. */
const away: fc.Arbitrary<Away> = fc.record({
  moment: fc.constantFrom(0, 1, 1, 1, 4, 5, 6),
  minute: fc.integer({ min: -20, max: 20 }),
  minutes: fc.oneof(
    fc.constantFrom(5, 40, 3 * HOUR, 4 * HOUR, 17 * HOUR, 24 * HOUR, 27 * HOUR, 47 * HOUR),
    fc.integer({ min: 1, max: 300 }),
  ),
});

const jump: fc.Arbitrary<Jump> = fc.record({ ...when, minutes: fc.integer({ min: -12, max: 12 }) });

export const plan: fc.Arbitrary<Plan> = fc.record({
  spells: fc.array(fc.oneof(storeSpell, chatSpell), { maxLength: 12, size: 'max' }),
  acts: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: act },
      { weight: 4, arbitrary: move },
      { weight: 1, arbitrary: setting },
    ),
    { maxLength: 20, size: 'max' },
  ),
  jumps: fc.array(jump, { maxLength: 2 }),
  // Most plans have no absence: what is due is done at its time.
  away: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Away[]>([]) },
    { weight: 1, arbitrary: fc.array(away, { minLength: 1, maxLength: 1 }) },
  ),
});
