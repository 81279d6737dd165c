import { encodeAction } from '../../../src/app/requests/actions';
import { isRefusal } from '../../../src/domain/refusal';
import { parseCommand } from '../../../src/grammar/parse';
import type { Actor } from '../../../src/ports/inbox';

export const SETTINGS_ACTION = encodeAction({ kind: 'form', form: 'settings' });

/** Any day will do: no setting depends on it. */
const SOME_DAY = '2018-07-24';

/** Whether the command is a bare `setup`, in any language: an administrator gets the form with everything. */
export function asksForSettings(text: string, { admin, prefix }: Actor): boolean {
  if (!admin) return false;
  const command = parseCommand(text, { today: SOME_DAY, prefix });
  return !isRefusal(command) && command.name === 'setup' && Object.keys(command.changes).length === 0;
}
