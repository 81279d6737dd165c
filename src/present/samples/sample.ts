import type { MessageBody, MessageKind } from '../../ports/messages';

/** One message of a kind, with what is special about it. */
export interface SampleOf<Kind extends MessageKind> {
  name: string;
  body: Extract<MessageBody, { kind: Kind }>;
}

/** A list for each of the kinds. */
export type SamplesOf<Kinds extends MessageKind> = { [Kind in Kinds]: readonly SampleOf<Kind>[] };
