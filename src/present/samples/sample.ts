import type { MessageBody, MessageKind } from '../../ports/messages';

/** One message of a kind; the name says what is special about it. */
export interface SampleOf<Kind extends MessageKind> {
  name: string;
  body: Extract<MessageBody, { kind: Kind }>;
}

/** A list of samples for each kind. */
export type SamplesOf<Kinds extends MessageKind> = { [Kind in Kinds]: readonly SampleOf<Kind>[] };
