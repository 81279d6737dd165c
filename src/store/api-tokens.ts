import { type Selectable, sql } from 'kysely';
import type { OrgId, PersonId } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import {
  type ApiToken,
  type ApiTokenStore,
  type EarlierWrite,
  type KeyedWrite,
  SCOPES,
} from '../ports/store/api-tokens';
import type { ApiTokenTable } from './access-tables';
import type { Backend } from './backend';
import { hashOf } from './hash';
import type { Trx } from './schema';
import { inTransaction } from './transaction';

const MINUTE: Millis = 60_000;
const DAY: Millis = 24 * 60 * MINUTE;

type Database = Pick<Backend, 'db' | 'now'>;

export function createApiTokens(backend: Database): ApiTokenStore {
  return { ...tokens(backend), ...writes(backend) };
}

function tokens({ db, now }: Database): Pick<ApiTokenStore, 'add' | 'use' | 'list' | 'revoke'> {
  return {
    async add(secret, { scopes, ...token }, lifeMs) {
      await db
        .insertInto('api_tokens')
        .values({
          ...token,
          hash: hashOf(secret),
          scopes: scopes.join(' '),
          made_at: sql<Millis>`${now()}`,
          until: sql<Millis>`${now()} + ${lifeMs}`,
          used_at: null,
        })
        .execute();
    },
    async use(secret) {
      const hash = hashOf(secret);
      const row = await db
        .selectFrom('api_tokens')
        .selectAll()
        .where('hash', '=', hash)
        .where('until', '>', now())
        .executeTakeFirst();
      if (!row) return null;
      // Once a minute: a program that reads all day must not write as often.
      await db
        .updateTable('api_tokens')
        .set({ used_at: sql<Millis>`${now()}` })
        .where('hash', '=', hash)
        .where((eb) =>
          eb.or([eb('used_at', 'is', null), eb('used_at', '<', sql<Millis>`${now()} - ${MINUTE}`)]),
        )
        .execute();
      return tokenOf(row);
    },
    async list(org, person) {
      const rows = await db
        .selectFrom('api_tokens')
        .selectAll()
        .where('org', '=', org)
        .$if(person !== null, (query) => query.where('person', '=', person ?? ''))
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(tokenOf);
    },
    async revoke(org, person, id) {
      const revoked = await db
        .deleteFrom('api_tokens')
        .where('org', '=', org)
        .where('id', '=', id)
        .$if(person !== null, (query) => query.where('person', '=', person ?? ''))
        .returning('id')
        .execute();
      return revoked.length > 0;
    },
  };
}

function writes({ db, now }: Database): Pick<ApiTokenStore, 'beginWrite' | 'endWrite' | 'dropWrite'> {
  const after = (lifeMs: Millis) => sql<Millis>`${now()} + ${lifeMs}`;
  return {
    beginWrite: (write) =>
      inTransaction(db, (trx) => beginWrite(trx, write, { now: now(), until: after(MINUTE) })),
    async endWrite({ org, person, key }, { status, body }) {
      await db
        .updateTable('api_writes')
        .set({ status, body, until: after(DAY) })
        .where('org', '=', org)
        .where('person', '=', person)
        .where('key', '=', key)
        .execute();
    },
    async dropWrite({ org, person, key }) {
      await db
        .deleteFrom('api_writes')
        .where('org', '=', org)
        .where('person', '=', person)
        .where('key', '=', key)
        .where('status', 'is', null)
        .execute();
    },
  };
}

type Moment = ReturnType<typeof sql<Millis>>;

async function beginWrite(
  trx: Trx,
  { org, person, key, request }: KeyedWrite,
  { now, until }: { now: ReturnType<Backend['now']>; until: Moment },
): Promise<EarlierWrite> {
  await trx
    .deleteFrom('api_writes')
    .where('org', '=', org)
    .where('person', '=', person)
    .where('until', '<=', now)
    .execute();
  const made = await trx
    .insertInto('api_writes')
    .values({ org, person, key, request, status: null, body: null, until })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .execute();
  if (made.length > 0) return { state: 'new' };
  const {
    request: earlier,
    status,
    body,
  } = await trx
    .selectFrom('api_writes')
    .selectAll()
    .where('org', '=', org)
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (earlier !== request) return { state: 'other' };
  return status === null ? { state: 'running' } : { state: 'done', status, body: body ?? '' };
}

function tokenOf({
  id,
  org,
  person,
  name,
  scopes,
  made_at,
  until,
  used_at,
}: Selectable<ApiTokenTable>): ApiToken {
  const known = scopes.split(' ');
  return {
    ...{ id, org, person, name, until, madeAt: made_at, usedAt: used_at },
    scopes: SCOPES.filter((scope) => known.includes(scope)),
  };
}

/** Ends the tokens of the person, or of everybody in the organisation. */
export async function endApiTokens(
  trx: Trx,
  { org, person }: { org: OrgId; person: PersonId | null },
): Promise<void> {
  for (const table of ['api_tokens', 'api_writes'] as const)
    await trx
      .deleteFrom(table)
      .where('org', '=', org)
      .$if(person !== null, (query) => query.where('person', '=', person ?? ''))
      .execute();
}
