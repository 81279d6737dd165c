import { CHOICE_PURPOSES, type ChoicePurpose } from '../../../src/domain/card';

/* What a button carries besides the core's action. Both are written and read here only. */

const PAGE_PREFIX = 'page|';

/** The `action_id` of a button: its purpose, and a number that is unique in the message or view. */
export function actionIdOf(purpose: string, index: number): string {
  return `${purpose}-${index}`;
}

/** The purpose in an `action_id`; buttons of earlier versions have none. */
export function purposeOf(actionId: string): ChoicePurpose {
  const [name] = actionId.split('-');
  return CHOICE_PURPOSES.find((purpose) => purpose === name) ?? 'other';
}

/** The value of a button that turns to a page, from 0. */
export function pageValueOf(page: number): string {
  return PAGE_PREFIX + page;
}

/** The page to which a button of this value turns; null for any other button. */
export function pageOf(value: string): number | null {
  return value.startsWith(PAGE_PREFIX) ? Number(value.slice(PAGE_PREFIX.length)) : null;
}
