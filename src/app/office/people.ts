import { namesApart } from '../../domain/people/namesakes';
import { addDays, type Day } from '../../domain/time/calendar';
import { encodeButton } from '../requests/button';
import { administersAll } from './today';
import type { Visit } from './visit';

/** How far back is looked. */
const LOOK_BACK_DAYS = 28;
/** One day without an answer is none to speak of. */
const AT_LEAST = 2;
const A_PAGE = 50;

/** One person who does not answer. */
interface SilentRow {
  name: string;
  /** On how many of the days that asked them since their last answer, of how many in all. */
  silent: number;
  asked: number;
  /** Null: none of the last four weeks. */
  last: Day | null;
}

/** Who does not answer, and who cannot be reached, as administrators may read it. */
export interface PeopleView {
  /** False: the organisation does not list who is silent, and `silent` is empty. */
  lists: boolean;
  silent: SilentRow[];
  /** The number of the first row that is shown, and of all. */
  from: number;
  total: number;
  before: number | null;
  after: number | null;
  unreached: { name: string; day: Day; reason: 'gone' | 'forbidden' }[];
  /** The action of the button that turns the list on, or off. */
  switch: string;
}

/** Null: the visitor does not administer the organisation. `page`: rows from this one on; null: all. */
export async function peopleOf(visit: Visit, page: number | null): Promise<PeopleView | null> {
  if (!(await administersAll(visit))) return null;
  const { core, actor, today } = visit;
  const { org } = actor;
  const from = addDays(today, -LOOK_BACK_DAYS);
  const { listsSilent = false } = await core.structures.get(org);
  // Today's polls may still be open.
  const span = { from, until: addDays(today, -1) };
  const [all, unreached] = await Promise.all([
    listsSilent ? core.silence.silent(org, span, AT_LEAST) : [],
    core.silence.unreached(org, from),
  ]);
  const first = page === null ? 0 : Math.min(page - (page % A_PAGE), Math.max(0, all.length - 1));
  const start = first - (first % A_PAGE);
  const shown = page === null ? all : all.slice(start, start + A_PAGE);
  const names = namesApart(
    [...all, ...unreached].map(({ person: id, name, handle }) => ({
      id,
      name,
      ...(handle !== null && { handle }),
    })),
  );
  const nameOf = (person: string, name: string) => names.get(person) || name || '?';
  return {
    lists: listsSilent,
    silent: shown.map(({ person, name, asked, silent, last }) => ({
      name: nameOf(person, name),
      asked,
      silent,
      last,
    })),
    from: start,
    total: all.length,
    before: page !== null && start > 0 ? start - A_PAGE : null,
    after: page !== null && start + A_PAGE < all.length ? start + A_PAGE : null,
    unreached: unreached.map(({ person, name, day, reason }) => ({
      name: nameOf(person, name),
      day,
      reason,
    })),
    switch: encodeButton({ kind: 'silent-list', on: !listsSilent }),
  };
}
