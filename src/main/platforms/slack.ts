import { randomUUID } from 'node:crypto';
import { createSlack } from '../../../adapters/slack';
import type { OwnPermissions } from '../../../adapters/slack/statuses';
import type { Config, SlackConfig } from '../../config';
import { translate } from '../../i18n/translate';
import { identifyBy } from '../identify';
import type { NetworkParts, Platform } from './platform';

export async function openSlack(slack: SlackConfig, parts: NetworkParts): Promise<Platform> {
  const { config, inbox } = parts;
  const oauth = await openOAuth(slack, parts);
  const own = await openStatuses(slack, parts);
  const platform = createSlack({
    ...parts,
    config: slack,
    language: config.defaults.language,
    fetch,
    translate,
    identify: identifyBy(config),
    ...(oauth ? { installations: oauth.installations } : {}),
    own,
    withoutAddress: config.http.publicUrl === null,
  });
  return {
    name: 'slack',
    chat: platform.chat,
    routes: [...(oauth ? [oauth.router] : []), ...(own ? [own.router] : [])],
    posts: platform.posts(inbox),
    open: false,
    start: () => platform.start(inbox),
    afterReady: async () => {},
    stop: () => platform.stop(),
    fault: () => platform.fault(),
    isConnected: () => platform.isConnected(),
  };
}

async function openOAuth(
  { auth, apiUrl }: SlackConfig,
  { config, inbox, memory, clock, after, log }: NetworkParts,
) {
  const { encryptionKey, http, joined }: Config = config;
  if (auth.kind !== 'oauth' || encryptionKey === null || http.publicUrl === null) return null;
  const { createOAuth } = await import('../../../adapters/slack/install/index.js');
  const oauth = createOAuth({
    ...auth,
    ...{ memory, clock, after, log, fetch, encryptionKey, apiUrl },
    newId: randomUUID,
    publicUrl: http.publicUrl,
    emails: joined.linkBy === 'email',
    onInstalled: (org, person, seen) => inbox.installed(org, person, seen),
    translate,
  });
  // A wrong key must stop the start, not fail the first message.
  await oauth.installations.verify();
  return oauth;
}

/** Where people give their own permission to set their status; null: nowhere. */
async function openStatuses(
  { statuses, apiUrl }: SlackConfig,
  { config, inbox, memory, clock, after, log }: NetworkParts,
): Promise<OwnPermissions | null> {
  const { encryptionKey, http }: Config = config;
  if (!statuses || encryptionKey === null || http.publicUrl === null) return null;
  const { createOwnPermissions } = await import('../../../adapters/slack/statuses/index.js');
  return createOwnPermissions({
    ...statuses,
    ...{ memory, clock, after, log, fetch, encryptionKey, apiUrl, translate },
    newId: randomUUID,
    publicUrl: http.publicUrl,
    onGranted: (org, person) => inbox.statusAccessChanged(org, person),
  });
}
