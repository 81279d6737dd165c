import { may } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import type { MessageBody } from '../../ports/messages';
import type { RequestContext } from '../context';

/** What one can ask for; administrators see their commands, too. */
export async function showHelp({ roles, actor }: RequestContext): Promise<MessageBody> {
  const admin = !isRefusal(may(await roles(), 'set-up-team'));
  return { kind: 'help', admin, prefix: actor.prefix };
}
