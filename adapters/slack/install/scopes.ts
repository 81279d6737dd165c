/** What the bot may do in a workspace: the bot scopes of manifest.json, asked for at an install by OAuth. */
export const BOT_SCOPES: readonly string[] = [
  'channels:read',
  'chat:write',
  'commands',
  'groups:read',
  'usergroups:read',
  'users:read',
];
