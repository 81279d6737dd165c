/** What a person allows with their own token; the user scopes of manifest.json. */
export const USER_SCOPES: readonly string[] = ['users.profile:read', 'users.profile:write'];

export function missingScopes(granted: readonly string[]): string[] {
  return USER_SCOPES.filter((scope) => !granted.includes(scope));
}
