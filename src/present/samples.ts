import type { Message, MessageKind } from '../ports/messages';
import { administratorSamples } from './samples/administrator';
import { announcementSamples } from './samples/announcements';
import { TODAY } from './samples/data';
import { effectSamples } from './samples/effects';
import { followSamples } from './samples/following';
import { memberSamples } from './samples/member';
import { safetySamples } from './samples/safety';
import type { SamplesOf } from './samples/sample';
import { surveySamples } from './samples/surveys';
import { teamSamples } from './samples/team';

/** One message; the name says what is special about it. */
export interface Sample {
  name: string;
  message: Message;
}

/**
 * Every message the bot can send, usual and awkward: no answers, one member, 10,000 members, 80-character
 * names, every refusal. For the gallery, and for the tests of whatever renders cards. `today` is 24 July 2018.
 * A kind of message without samples does not compile.
 */
export function samples(): Sample[] {
  const byKind: SamplesOf<MessageKind> = {
    ...announcementSamples(),
    ...teamSamples(),
    ...memberSamples(),
    ...followSamples(),
    ...administratorSamples(),
    ...safetySamples(),
    ...effectSamples(),
    ...surveySamples(),
  };
  return Object.values(byKind)
    .flat()
    .map(({ name, body }) => ({ name, message: { today: TODAY, ...body } }));
}
