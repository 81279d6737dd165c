import type { OrgId, PersonId } from '../../domain/people/person';
import type { Identified, LinkStore } from '../../ports/store/links';
import type { Backend } from '../backend';
import { chunks } from '../chunks';
import { StoreError } from '../errors';
import { aliasesOfForgotten, forgottenAmong, leaveMarks, markOf } from '../forgotten';
import { lookup } from '../prepared';
import type { Db, Trx } from '../schema';
import { inTransaction } from '../transaction';
import { adopt } from './adopt';
import { link } from './link';

type Found = { person: PersonId; via: PersonId; hash: string };

/** Few enough that identifying a whole organisation does not delay votes for long. */
const AT_ONCE = 100;

export function createLinks(backend: Backend): LinkStore {
  const { db } = backend;
  const find = lookup<{ org: OrgId; alias: PersonId }, Found>(backend, ['org', 'alias'], (value) =>
    linked(db, value('org')).where('l.alias', '=', value('alias')),
  );
  return {
    async find(org, alias) {
      const [row] = await find({ org, alias });
      return row ?? null;
    },
    async identify(org, asked) {
      const given = await withoutForgotten(db, org, asked);
      const persons = await personsOf(db, org, given);
      const news = given.filter(({ id, identity }) => persons.get(id)?.hash !== (identity ?? undefined));
      for (let next = 0; next < news.length; next += AT_ONCE) {
        const some = news.slice(next, next + AT_ONCE);
        await inTransaction(db, async (trx) => {
          for (const { id, identity } of some) await link(trx, org, id, identity).catch(giveWay);
        });
      }
      const now = news.length === 0 ? persons : await personsOf(db, org, given);
      return new Map(asked.map(({ id }) => [id, now.get(id)?.person ?? id]));
    },
    async ids(org, person) {
      const rows = await linked(db, org).where('i.person', '=', person).select('l.alias').execute();
      const last = ({ alias, via }: (typeof rows)[number]) => (alias === via ? 0 : 1);
      return rows.sort((a, b) => last(a) - last(b) || (a.alias < b.alias ? -1 : 1)).map(({ alias }) => alias);
    },
    async use(org, alias) {
      await db
        .updateTable('identities')
        .set({ via: alias })
        .where('org', '=', org)
        .where('hash', '=', ({ selectFrom }) =>
          selectFrom('links').select('hash').where('org', '=', org).where('alias', '=', alias),
        )
        .execute();
    },
    clear: () =>
      inTransaction(db, async (trx) => {
        await trx.deleteFrom('links').execute();
        await trx.deleteFrom('identities').execute();
      }),
    adopt: (from, into, prefix) => inTransaction(db, (trx) => adopt(trx, { from, into, prefix })),
  };
}

/**
 * Leaves out ids of people who are forgotten. An id that is new, with the identity of a forgotten person, is another id
 * of that person: it is marked, too.
 */
async function withoutForgotten(db: Db, org: OrgId, asked: readonly Identified[]): Promise<Identified[]> {
  const gone = await forgottenAmong(
    db,
    org,
    asked.map(({ id }) => id),
  );
  const others = asked.filter(({ id }) => !gone.has(id));
  const aliases = await aliasesOfForgotten(db, org, others);
  if (aliases.size === 0) return others;
  await inTransaction(db, async (trx) => {
    for (const [id, group] of aliases) await leaveMarks(trx, org, group, [markOf(org, id)]);
  });
  return others.filter(({ id }) => !aliases.has(id));
}

/** Another session has just written the same row, for the same id or an answer under it: that is a conflict. */
function giveWay(error: unknown): never {
  if (!(error instanceof StoreError) || error.kind !== 'constraint') throw error;
  throw new StoreError('conflict', error.message, { cause: error });
}

/** The ids that have an identity, each with the person it stands for. */
function linked(db: Db | Trx, org: OrgId) {
  return db
    .selectFrom('links as l')
    .innerJoin('identities as i', (join) => join.onRef('i.org', '=', 'l.org').onRef('i.hash', '=', 'l.hash'))
    .where('l.org', '=', org)
    .select(['i.person', 'i.via', 'l.hash']);
}

async function personsOf(db: Db, org: OrgId, given: readonly Identified[]) {
  const found = new Map<PersonId, Pick<Found, 'person' | 'hash'>>();
  for (const some of chunks(given)) {
    const ids = some.map(({ id }) => id);
    const rows = await linked(db, org).select('l.alias').where('l.alias', 'in', ids).execute();
    for (const { alias, person, hash } of rows) found.set(alias, { person, hash });
  }
  return found;
}
