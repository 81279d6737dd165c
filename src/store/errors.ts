/**
 * Why the database did not do something.
 * `newer`: made by a later version; `foreign`: not a database of this bot; `locked`: another process uses it;
 * `conflict`: gave way to another session, time and again; `constraint`: the data itself was refused, repeating does not help;
 * `exists`: the backup's target is there already; `unavailable`: anything else.
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
 * A fault of the database, for operators: the message names the file and the cure. Nothing was committed; only where a
 * server could not be heard any more (`unavailable`), it may have been.
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
