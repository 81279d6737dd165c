/** The bot scopes of manifest.json, requested at an install by OAuth. */
export const BOT_SCOPES: readonly string[] = [
  'app_mentions:read',
  'channels:read',
  'chat:write',
  'commands',
  'groups:read',
  'im:history',
  'usergroups:read',
  'users:read',
];

/** For the e-mail addresses by which people are linked across platforms; asked for only where they are. */
export const EMAIL_SCOPE = 'users:read.email';

export function scopesFor({ emails = false }: { emails?: boolean }): readonly string[] {
  return emails ? [...BOT_SCOPES, EMAIL_SCOPE] : BOT_SCOPES;
}
