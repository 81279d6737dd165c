import type { Card } from '../../domain/card';
import { isRefusal } from '../../domain/refusal';
import type { Reply } from '../../ports/inbox';
import type { RequestContext, RequestResult } from '../context';
import { isConfidential } from './audience';
import { inputOf } from './form-settings';
import { offerIn, refusalShown } from './offer';

/** What a refusal says before its example. */
function firstText({ parts, summary }: Card): string {
  return parts.find((part) => part.kind === 'text')?.text ?? summary;
}

/**
 * The answer to a request, in the reader's language. `panel`: whether a refusal without answers to press shows the way to the person's panel.
 */
export function replyWith(
  context: RequestContext<'present'>,
  result: RequestResult,
  { panel }: { panel: boolean },
): Reply {
  const { core, actor, today, locale } = context;
  if (isRefusal(result)) {
    const shown = refusalShown(context, result);
    const offer = offerIn(context, shown);
    const refused = { kind: 'refused' as const, today, refusal: shown, prefix: actor.prefix };
    const leads = offer ? { offer } : panel && { panel: true as const };
    const card = core.present({ ...refused, ...leads }, locale);
    const faults = result.fields?.map(({ field, refusal }) => ({
      field: inputOf(field),
      text: firstText(core.present({ ...refused, refusal }, locale)),
    }));
    return { refused: true, card, ...(faults && { faults }) };
  }
  const card = core.present({ today, ...result }, result.kind === 'language-set' ? result.language : locale);
  if (result.kind === 'private-poll') return { refused: false, card, confidential: true, inPlace: true };
  return isConfidential(result) ? { refused: false, card, confidential: true } : { refused: false, card };
}
