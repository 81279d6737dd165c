/**
 * Why a database operation failed.
 * `newer`: the schema is of a later version; `foreign`: the database is not the bot's; `locked`: another process uses
 * it; `conflict`: rolled back repeatedly in favour of other sessions; `constraint`: the data was refused, so that
 * repeating does not help; `exists`: the target already exists; `unavailable`: anything else.
 */
export type StoreFault =
  | 'full'
  | 'read-only'
  | 'corrupt'
  | 'busy'
  | 'locked'
  | 'newer'
  | 'foreign'
  | 'conflict'
  | 'constraint'
  | 'closed'
  | 'exists'
  | 'unavailable';

/**
 * A fault of the database. The message is for operators: it names the database and the cure. Nothing was committed;
 * only after an `unavailable` from a server this is unknown.
 */
export class StoreError extends Error {
  constructor(
    readonly kind: StoreFault,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
