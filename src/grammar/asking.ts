import type { Intent } from '../app/intent';
import { ASKING } from './words';

/** Says nothing more of where one wants to be asked. */
const HOW_OFTEN =
  /(?:,? ?(?:every (?:morning|day|time)|each (?:morning|day)|from now on|in future)|^(?:毎朝|毎日|毎回|今後は?|これからは?|以后|以後|今后|今後|每天(?:早上)?|每次|请|請|往后)[、, ]?)/gu;

/** Where one wants to be asked: in private, too, or in the channel alone. `text`: folded, the whole line. */
export function parseAsking(text: string): Intent | null {
  const asked = ASKING.exact(text.replace(HOW_OFTEN, '').trim());
  return asked ? { kind: 'ask-privately', on: asked === 'ask-on' } : null;
}
