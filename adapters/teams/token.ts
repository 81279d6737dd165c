import { z } from 'zod';
import { parseObject } from '../../src/ports/post';

/* What can be told of a token without Microsoft's keys. The SDK verifies the rest. */

const BEARER = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/;
/** The issuer of the tokens with which Teams sends. Those of the Bot Framework Emulator have another. */
const ISSUER = 'https://api.botframework.com';
const HEADER = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) });
const CLAIMS = z.object({ iss: z.literal(ISSUER), aud: z.string(), serviceurl: z.string() });

/** Whether an Authorization header has a token that claims to be from Teams, for the bot `appId`. */
export function seemsFromTeams(header: string | undefined, appId: string): boolean {
  const [, head = '', payload = ''] = BEARER.exec(header ?? '') ?? [];
  if (!HEADER.safeParse(decode(head)).success) return false;
  return CLAIMS.safeParse(decode(payload)).data?.aud === appId;
}

function decode(part: string): Record<string, unknown> | null {
  return parseObject(Buffer.from(part, 'base64url').toString('utf8'));
}
