/** What the bot may do in a workspace: the bot scopes of manifest.json, asked for at an install by OAuth. */
export const BOT_SCOPES: readonly string[] = [
  'channels:read',
  'chat:write',
  'commands',
  'groups:read',
  'usergroups:read',
  'users:read',
];

/** What tells who somebody is on another platform, too; asked for only where people are linked by it. */
export const EMAIL_SCOPE = 'users:read.email';

export function scopesFor({ emails = false }: { emails?: boolean }): readonly string[] {
  return emails ? [...BOT_SCOPES, EMAIL_SCOPE] : BOT_SCOPES;
}
