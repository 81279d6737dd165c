import { ChatError } from '../../src/ports/chat';

/** This platform has no such place, person, message or organisation. */
export function gone(what: string): ChatError {
  return new ChatError('gone', `The sandbox has no such ${what}.`);
}

/** The platform does not take this card; `fault` names the part, never its text. */
export function invalid(fault: string): ChatError {
  return new ChatError('invalid', `The sandbox refuses this card: ${fault}`);
}

/** A wrong request to the API, with the HTTP status of its answer. */
class BadRequest extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'BadRequest';
  }
}

export function fail(status: number, message: string): never {
  throw new BadRequest(status, message);
}
