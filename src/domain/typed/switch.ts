import { fold, politely } from './fold';
import { NONE, SWITCH } from './words';

/** On (true) or off (false) as typed: `on`, `yes`, `オン`, `关`; words for nothing (`none`, `なし`) are off. */
export function readSwitch(text: string): boolean | null {
  const typed = politely(fold(text));
  if (typed === '') return null;
  if (isNone(typed)) return false;
  return SWITCH.exact(typed) === 'on' ? true : null;
}

/** Whether a value that can be absent is typed as absent: empty, or a word for off or nothing. */
export function isNone(text: string): boolean {
  const typed = fold(text);
  return typed === '' || NONE.exact(typed) !== null || SWITCH.exact(typed) === 'off';
}
