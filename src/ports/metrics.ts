import type { Source } from '../domain/answers/poll';
import type { Millis } from '../domain/time/calendar';
import type { ChatFault } from './chat';
import type { Outcome, TaskKind } from './store/ledger';

/* What operators may see counted. No label names a person, a team or an organisation, so the number of series does not
   grow with the number of users. */

/** Something that happened at one moment. */
export type Happening =
  | { what: 'vote'; platform: string; source: Source; late: boolean }
  /** A poll changed, and its messages are to say so. */
  | { what: 'edit-asked'; platform: string }
  /** Its messages were brought up to date, whatever number of changes that shows. */
  | { what: 'edit-sent'; platform: string }
  /** A task has its outcome; `put-off`: it could not be done yet, and is tried again. */
  | { what: 'task'; kind: TaskKind; outcome: Outcome['state'] | 'put-off' }
  /** A team's task was finished so long after it was due. */
  | { what: 'lateness'; kind: TaskKind; lateMs: Millis };

type ChatOutcome = 'done' | ChatFault;

/** Something that takes time, and what may become of it. */
export interface Spans {
  /** A person waits for an answer. */
  request: {
    at: { platform: string; kind: 'press' | 'command' | 'form' };
    end: 'accepted' | 'refused' | 'fault';
  };
  /** Votes that share a commit. */
  commit: { at: { votes: number }; end: 'done' | 'fault' };
  /** A call waits for the platform's rate limits. */
  lane: { at: { platform: string; method: string }; end: 'passed' | 'refused' };
  /** A call of a platform's API. */
  call: { at: { platform: string; method: string }; end: ChatOutcome };
}

/** Tells how what began has ended; called once. */
export type End<Name extends keyof Spans> = (end: Spans[Name]['end']) => void;

/** Where the parts report what they do. It never throws and never waits. */
export interface Metrics {
  count(happening: Happening): void;
  begin<Name extends keyof Spans>(name: Name, at: Spans[Name]['at']): End<Name>;
}

/** The work, measured: `endOf` says what a failure means. */
export async function measure<Name extends keyof Spans, T>(
  end: End<Name>,
  work: () => Promise<T>,
  done: Spans[Name]['end'],
  endOf: (error: unknown) => Spans[Name]['end'],
): Promise<T> {
  try {
    const result = await work();
    end(done);
    return result;
  } catch (error) {
    end(endOf(error));
    throw error;
  }
}

/** Counts nothing: for tests, measurements and commands of their own. */
export const silentMetrics: Metrics = { count() {}, begin: () => () => {} };
