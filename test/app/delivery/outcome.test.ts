import {
  editRetryMs,
  type FailedAttempt,
  isChatFault,
  isElsewhereWorthTrying,
  isLimited,
  isPutOff,
  isRepeatable,
  type RetriedBy,
  type Retry,
  verdictOf,
} from '../../../src/app/delivery/outcome';
import { ChatError, type ChatFault } from '../../../src/ports/chat';
import type { Outcome, TaskKind } from '../../../src/ports/store/ledger';

const POSTED = ['announce', 'open', 'close', 'report'] as const satisfies TaskKind[];
const PRIVATE = ['reminder', 'trouble'] as const satisfies TaskKind[];
const KINDS: readonly TaskKind[] = [...POSTED, 'remind', 'end', 'roll-up-end', ...PRIVATE];
const FAULTS: readonly ChatFault[] = [
  'rate-limited',
  'unreachable',
  'uncertain',
  'gone',
  'forbidden',
  'invalid',
];

const fault = (kind: ChatFault, retryAfterMs: number | null = null) =>
  new ChatError(kind, kind, retryAfterMs);

function verdict(kind: TaskKind, cause: unknown, change: Partial<FailedAttempt> = {}): Retry | Outcome {
  return verdictOf(cause, {
    ...{ kind, attempt: 1, mayHaveBeenSent: false, asked: true, retriedBy: 'ledger' },
    ...change,
  });
}

const retry = (change: Partial<Retry>): Retry => ({
  ...{ state: 'retry', afterMs: 0, mayHaveBeenSent: false, limited: false, refusal: null },
  ...change,
});

describe('a message in a channel', () => {
  test.each(POSTED)('%s: what the platform did not take is tried again', (kind) => {
    expect(verdict(kind, fault('rate-limited', 1_234))).toEqual(retry({ afterMs: 1_234, limited: true }));
    expect(verdict(kind, fault('rate-limited'))).toEqual(retry({ afterMs: 30_000, limited: true }));
    expect(verdict(kind, fault('unreachable'))).toEqual(retry({ afterMs: 15_000 }));
  });

  test.each(POSTED)('%s: a channel that refuses the bot is waited for', (kind) => {
    expect(verdict(kind, fault('gone'))).toEqual(retry({ refusal: 'gone' }));
    expect(verdict(kind, fault('forbidden'))).toEqual(retry({ refusal: 'forbidden', afterMs: 3_600_000 }));
  });

  test.each(POSTED)('%s: what the platform cannot draw is never tried again', (kind) => {
    expect(verdict(kind, fault('invalid'))).toEqual({ state: 'failed', reason: 'invalid' });
  });

  test('only a poll and the end of a day are repeated where the first attempt may have arrived', () => {
    expect(KINDS.filter(isRepeatable)).toEqual(['open', 'end', 'roll-up-end']);
    for (const kind of KINDS) {
      expect(verdict(kind, fault('uncertain'))).toEqual(
        isRepeatable(kind)
          ? retry({ afterMs: 15_000, mayHaveBeenSent: true })
          : { state: 'unknown', reason: 'uncertain' },
      );
    }
  });
});

describe('a message to one person', () => {
  test.each(PRIVATE)('%s: what the platform refuses is final', (kind) => {
    for (const each of ['gone', 'forbidden', 'invalid'] as const)
      expect(verdict(kind, fault(each))).toEqual({ state: 'failed', reason: each });
    expect(verdict(kind, fault('invalid'), { retriedBy: 'caller' })).toMatchObject({ state: 'failed' });
  });

  test('a reminder waits as long as the platform wants', () => {
    const limited = verdict('reminder', fault('rate-limited', 99), { attempt: 9, retriedBy: 'caller' });
    expect(limited).toEqual(retry({ afterMs: 99, limited: true }));
  });

  test('the notice to a contact is tried five times, a quarter of an hour apart', () => {
    for (const each of ['rate-limited', 'unreachable'] as const) {
      const limited = each === 'rate-limited';
      expect(verdict('trouble', fault(each, 5), { attempt: 4 })).toEqual(
        retry({ afterMs: 900_000, limited }),
      );
      expect(verdict('trouble', fault(each, 5), { attempt: 5 })).toEqual({ state: 'failed', reason: each });
    }
  });
});

describe('what tries again', () => {
  test('the caller gets back everything that surely was not sent', () => {
    const kinds = (by: RetriedBy) =>
      FAULTS.map((each) => verdict('announce', fault(each), { retriedBy: by }).state);
    expect(kinds('ledger')).toEqual(['retry', 'retry', 'unknown', 'retry', 'retry', 'failed']);
    expect(kinds('caller')).toEqual(['retry', 'retry', 'unknown', 'retry', 'retry', 'retry']);
    expect(kinds('nothing')).toEqual(['failed', 'failed', 'unknown', 'failed', 'failed', 'failed']);
  });
});

describe('a fault which is not of the platform', () => {
  const away = new Error('the database is away');

  test.each(KINDS)('%s: it is tried again, and may have been sent only if the platform was asked', (kind) => {
    for (const retriedBy of ['ledger', 'caller', 'nothing'] as const)
      expect(verdict(kind, away, { asked: false, retriedBy })).toEqual(retry({ afterMs: 15_000 }));
    expect(verdict(kind, away)).toEqual(retry({ afterMs: 15_000, mayHaveBeenSent: true }));
  });
});

test('what an earlier attempt left open stays open until it is known', () => {
  const before = { mayHaveBeenSent: true };
  for (const each of ['rate-limited', 'unreachable', 'gone', 'forbidden'] as const)
    expect(verdict('close', fault(each), before)).toMatchObject(before);
  expect(verdict('close', new Error('away'), { ...before, asked: false })).toMatchObject(before);
});

test.each<[string, (fault: unknown) => unknown, unknown[]]>([
  ['put off', isPutOff, [true, true, false, false, false, false]],
  ['limited', isLimited, [true, false, false, false, false, false]],
  ['worth trying elsewhere', isElsewhereWorthTrying, [false, true, false, true, true, true]],
  ['edited again after', editRetryMs, [30_000, 5_000, 5_000, null, null, null]],
  ['of the platform', isChatFault, [true, true, true, true, true, true]],
])('faults are %s', (_, judge, wanted) => {
  expect(FAULTS.map((kind) => judge(fault(kind)))).toEqual(wanted);
  expect(judge(new Error('other'))).toBe(judge === editRetryMs ? null : false);
});

test('an edit waits as long as the platform says', () => {
  expect(editRetryMs(fault('rate-limited', 7))).toBe(7);
});
