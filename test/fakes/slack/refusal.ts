export type Json = Record<string, unknown>;

/** What Slack answers with `ok: false`; `details` stand next to the error in the response. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Json = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** HTTP 429, with the seconds of Retry-After. */
export class RateLimited extends Refusal {
  constructor(readonly retryAfterS: number) {
    super('ratelimited');
    this.name = 'RateLimited';
  }
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
