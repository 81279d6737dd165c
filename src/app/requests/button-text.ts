/** Buttons of the first version are still in channels: they held commands and the names of forms. */
const FIRST_VERSION: readonly (readonly [RegExp, string])[] = [
  [/^run\|(me|help)$/, '$1'],
  [/^run\|campaign list$/, 'campaign-list'],
  [/^run\|campaign use ([^|]+)$/, 'campaign-use|$1|start'],
  [/^run\|(remind|language) (\S+)$/, '$1|$2'],
  [/^form\|(week|campaign|settings)(\|.+)?$/, '$1-form$2'],
];

/** A button's text of the first version as it is written now; any other text as it is. */
export function inPresentForm(text: string): string {
  const [pattern, form] = FIRST_VERSION.find(([old]) => old.test(text)) ?? [];
  return pattern && form !== undefined ? text.replace(pattern, form) : text;
}

/** A text that fits between the separators of a button; null: nothing. */
export function encoded(text: string | null): string[] {
  return text === null ? [] : [encodeURIComponent(text)];
}

/** What `encoded` wrote; null for any other text. Ids of joined organisations hold the separator. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
