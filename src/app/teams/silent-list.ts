import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';

/** Whether the organisation's administrators are listed who has not answered for long. Each member's panel says so. */
export async function setSilentList(
  { core, actor }: RequestContext<'structures'>,
  { on }: IntentOf<'silent-list'>,
  _right: Right<'see-silent-people'>,
): Promise<RequestResult> {
  const changed = await core.structures.change(actor.org, (now) => ({ ...now, listsSilent: on }));
  return isRefusal(changed) ? changed : { kind: 'silent-list', on };
}
