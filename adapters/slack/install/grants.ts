import { z } from 'zod';
import type { Memory } from '../../../src/ports/store/memory';
import type { BotInstallation, InstallationQuery } from '../installations';
import { memoryKeys } from '../memory-keys';
import { SealError, type Sealer } from './seal';

const schema = z.object({
  botToken: z.string(),
  botId: z.string(),
  botUserId: z.string(),
  teamId: z.string().nullable(),
  enterpriseId: z.string().nullable(),
  scopes: z.array(z.string()),
  /** Milliseconds since the epoch. Null, together with the refresh token, where the token does not expire. */
  expiresAt: z.number().nullable(),
  refreshToken: z.string().nullable(),
});

/** An install as Slack granted it. */
export type Grant = z.infer<typeof schema> & BotInstallation;

/** Grants in the database, each encrypted as a whole, under a key of `grantKey`. */
export interface Grants {
  /** Throws a SealError. `old`: encrypted with an older key. */
  get(key: string): Promise<{ grant: Grant; old: boolean } | null>;
  /** Committed when it resolves. */
  put(key: string, grant: Grant): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** The key of a grant: by workspace, or by Enterprise organisation. Null where the query names neither. */
export function grantKey({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery): string | null {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  return id ? memoryKeys.install(id) : null;
}

export function createGrants(memory: Memory, sealer: Sealer): Grants {
  return {
    async get(key) {
      const sealed = await memory.get(key);
      if (sealed === null) return null;
      return { grant: read(sealer.open(sealed, key)), old: sealer.isOld(sealed) };
    },
    put: (key, grant) =>
      memory.put(key, sealer.seal(JSON.stringify(grant), key), null, memoryKeys.orgOfInstall(key)),
    remove: (key) => memory.remove(key),
    async keys() {
      return (await memory.list(memoryKeys.installPrefix)).map(({ key }) => key);
    },
  };
}

function read(text: string): Grant {
  const { data } = schema.safeParse(JSON.parse(text));
  if (!data)
    throw new SealError('damaged', 'A stored Slack install is of another version: install the app again');
  return data;
}
