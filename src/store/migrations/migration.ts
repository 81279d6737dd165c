import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely, RawBuilder, Transaction } from 'kysely';
import type { Millis } from '../../domain/time/calendar';

/** What databases write differently in a table's definition. Each dialect's folder has one. */
export interface Shape {
  /** Compared sign by sign, whatever the language. */
  text: 'text' | RawBuilder<string>;
  /** Holds milliseconds and other integers up to 2^53. */
  integer: 'integer' | 'bigint';
  real: 'real' | 'double precision';
  /** Keeps rows in the order of the primary key where the database can. */
  byKey<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T>;
  /** May be empty after a crash of the database: written often, worth little. */
  fleeting<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T>;
  /** Numbers rows as they are appended; a number never comes twice. */
  appended<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T>;
  sequence(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
}

/**
 * One step of the schema, from `number - 1` to `number`, inside a transaction. A step that was released is never
 * edited: the next change is a new one.
 */
export interface Migration {
  number: number;
  name: string;
  up(trx: Transaction<MigrationTables>, shape: Shape): Promise<void>;
}

/** What is known of a database while its schema changes: which steps it has taken. */
export type MigrationTables = {
  migrations: { number: number; name: string; applied_at: Millis };
};

export type MigrationDb = Kysely<MigrationTables>;
