import type { Part } from '../domain/card';
import type { Message, MessageKind } from '../ports/messages';
import type { Words } from './words';

export type MessageOf<Kind extends MessageKind> = Extract<Message, { kind: Kind }>;

/** Turns one kind of message into parts. Pure. The summary is derived from the parts. */
export type Presenter<Kind extends MessageKind> = (message: MessageOf<Kind>, words: Words) => Part[];
