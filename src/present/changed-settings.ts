import { SETTING_KEYS } from '../domain/teams/change-settings';
import { settingLabel } from './setting-values';
import type { Words } from './words';

/** `Saved. Changed: Poll hours, Reminders`, in the order of the settings. */
export function changedKeys(changed: readonly string[], words: Words): string {
  const keys = SETTING_KEYS.filter((key) => changed.includes(key)).map((key) => settingLabel(key, words));
  return words.t('settings.changed', { keys: words.join(keys) });
}
