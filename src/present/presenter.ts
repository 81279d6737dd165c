import type { Part } from '../domain/card';
import type { Message, MessageKind } from '../ports/messages';
import type { Words } from './words';

export type MessageOf<Kind extends MessageKind> = Extract<Message, { kind: Kind }>;

/** One message in one language: pure. The summary is derived from the parts afterwards. */
export type Presenter<Kind extends MessageKind> = (message: MessageOf<Kind>, words: Words) => Part[];
