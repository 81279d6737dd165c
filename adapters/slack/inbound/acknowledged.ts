import type { Millis } from '../../../src/domain/time/calendar';
import { ChatError } from '../../../src/ports/chat';
import type { After } from '../../../src/ports/clock';
import type { Answered } from './answering';
import { inTime } from './in-time';

/** Acknowledges a request, with an answer where its kind takes one. */
export type Ack = (answer?: object) => Promise<void>;

/**
 * The work's result in time. Null: acknowledge now, and answer when the work has ended, also where Slack did not answer
 * it. Other faults are Slack's to show, as nothing is acknowledged.
 */
export async function orLater<T>(work: Promise<T>, after: After, ms?: Millis): Promise<{ value: T } | null> {
  try {
    return await inTime(work, after, ms);
  } catch (error) {
    if (error instanceof ChatError) return null;
    throw error;
  }
}

/**
 * The result of a request that is acknowledged already. Slack shows nothing of a later failure: `report` does, and the
 * failure goes on.
 */
export async function reported(work: Promise<Answered>, report: () => Promise<void>): Promise<Answered> {
  try {
    return await work;
  } catch (error) {
    await report();
    throw error;
  }
}
