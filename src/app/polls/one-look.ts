import type { Ports } from '../core';

/** The ports that announcements and polls are drawn from. */
type Drawn = Ports<'answers' | 'campaigns' | 'ledger' | 'people' | 'polls'>;

/**
 * The same ports for one look at the store: what is asked for twice is read once. To draw messages by, from the moment on
 * at which their edit began: what changes later is shown by a later edit.
 */
export function oneLook<Given extends Drawn>(core: Given): Given {
  const known = new Map<string, Promise<unknown>>();
  const once =
    <Args extends unknown[], Found>(name: string, read: (...given: Args) => Promise<Found>) =>
    (...given: Args): Promise<Found> => {
      const key = JSON.stringify([name, ...given]);
      const found = (known.get(key) as Promise<Found> | undefined) ?? read(...given);
      known.set(key, found);
      return found;
    };
  const { answers, campaigns, ledger, people, polls } = core;
  return {
    ...core,
    answers: { ...answers, plans: once('plans', answers.plans) },
    campaigns: { ...campaigns, list: once('campaigns', campaigns.list) },
    people: { ...people, countRoster: once('roster', people.countRoster) },
    polls: {
      ...polls,
      get: once('poll', polls.get),
      list: once('polls', polls.list),
      count: once('count', polls.count),
      book: once('book', polls.book),
      previous: once('previous', polls.previous),
    },
    ledger: {
      ...ledger,
      announcements: once('announcements', ledger.announcements),
      // Another message announces the campaign from now on.
      postLost: (...lost) => ledger.postLost(...lost).finally(() => known.clear()),
    },
  };
}
