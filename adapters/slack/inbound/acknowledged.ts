import type { Answered } from './answering';

/** Acknowledges a request, with an answer where its kind takes one. */
export type Ack = (answer?: object) => Promise<void>;

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
