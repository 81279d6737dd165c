import type { Message } from '../ports/messages';
import { administratorSamples } from './samples/administrator';
import { TODAY } from './samples/data';
import { memberSamples } from './samples/member';
import { teamSamples } from './samples/team';

/** One message with what is special about it. */
export interface Sample {
  name: string;
  message: Message;
}

/**
 * Every message the bot can send, usual and awkward: nobody answered, one member, 10,000 members, 80-character
 * names, every refusal. For the gallery, and for the tests of whatever renders cards. `today` is 24 July 2018.
 */
export function samples(): Sample[] {
  return [...teamSamples(), ...memberSamples(), ...administratorSamples()].map(({ name, body }) => ({
    name,
    message: { today: TODAY, ...body },
  }));
}
