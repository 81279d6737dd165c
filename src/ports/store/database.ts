import type { Millis } from '../../domain/time/calendar';

/** The database as a whole. Every method that returns a promise throws a StoreError when the database fails. */
export interface Database {
  /** Resolves if the database answers and, after a refused write, can be written again. */
  ping(): Promise<void>;
  /** The database's own time in epoch ms: the one clock all processes share; leases expire by it. */
  time(): Promise<Millis>;
  /** Call when the database's clock was set back: ends leases and waits that now end more than 15 minutes ahead. */
  clockWentBack(): Promise<void>;
  /** This process's connections to the database server; null: the database is a file. */
  connections(): Connections | null;
  /** Commits pending votes, then closes. Later calls throw a StoreError of kind `closed`. */
  close(): Promise<void>;
}

/** Counts of connections; `waiting` counts the queries that wait for one. */
export interface Connections {
  open: number;
  idle: number;
  waiting: number;
}
