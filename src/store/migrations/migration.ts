import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely, RawBuilder, Transaction } from 'kysely';
import type { Millis } from '../../domain/time/calendar';

/** Differences between the databases in table definitions; each database's folder has its own. */
export interface Shape {
  /** Compared by code point, independent of language. */
  text: 'text' | RawBuilder<string>;
  /** For milliseconds and other integers up to 2^53. */
  integer: 'integer' | 'bigint';
  real: 'real' | 'double precision';
  /** Stores rows in the order of the primary key, if the database can. */
  byKey<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T>;
  /** May be empty after a crash of the database: for rows written often and worth little. */
  fleeting<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T>;
  /** Numbers rows as they are appended; no number is used twice. */
  appended<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T>;
  sequence(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
}

/**
 * One change of the schema, from version `number - 1` to `number`, inside a transaction. Never edit a released
 * migration: add a new one.
 */
export interface Migration {
  number: number;
  name: string;
  up(trx: Transaction<MigrationTables>, shape: Shape): Promise<void>;
}

/** The only table known while the schema changes: the migrations that ran. */
export type MigrationTables = {
  migrations: { number: number; name: string; applied_at: Millis };
};

export type MigrationDb = Kysely<MigrationTables>;
