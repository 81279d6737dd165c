import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { LOCALES } from '../domain/people/person';
import type { Millis } from '../domain/time/calendar';
import { countryCode } from '../domain/time/holidays';
import { readLanguage } from '../domain/typed/language';
import { readSwitch } from '../domain/typed/switch';
import { readZone } from '../domain/typed/zone';
import { pairsOf } from './joined';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const LINKS = ['off', 'email'] as const;
export const TEAMS_APP_TYPES = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;

/** Simulated seconds a real second: more than a day. */
const FASTEST = 100_000;
/** Seconds. */
const LONGEST_DRAIN = 120;

/**
 * Every setting, each for itself: how its text is read, what stands in for it, and (described) the cure when
 * it is wrong. What settings mean together is judged in `chats.ts`.
 */
export const VARIABLES = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'does not begin with xoxb-')
    .optional()
    .describe('copy the "Bot User OAuth Token" (xoxb-…) of your Slack app'),
  SLACK_SIGNING_SECRET: z.string().optional().describe('copy the "Signing Secret" of your Slack app'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'does not begin with xapp-')
    .optional()
    .describe('make an "App-Level Token" (xapp-…) with connections:write in your Slack app'),
  SLACK_CLIENT_ID: z.string().optional().describe('copy the "Client ID" of your Slack app'),
  SLACK_CLIENT_SECRET: z.string().optional().describe('copy the "Client Secret" of your Slack app'),
  SLACK_STATE_SECRET: z.string().optional().describe('set a long random text of your own'),
  SLACK_API_URL: webAddress().optional().describe("unset it to use Slack's own address"),
  MicrosoftAppType: oneOf(TEAMS_APP_TYPES).default('SingleTenant').describe(choice(TEAMS_APP_TYPES)),
  MicrosoftAppId: z.string().optional().describe('copy the "Application (client) ID" of your bot'),
  MicrosoftAppPassword: z
    .string()
    .optional()
    .describe('make a client secret for your bot and copy its value'),
  MicrosoftAppTenantId: z.string().optional().describe('copy the "Directory (tenant) ID" of your bot'),
  TEAMS_ALLOWED_TENANTS: read(listOf, 'is no list')
    .optional()
    .describe('name the "Directory (tenant) IDs" that may use the bot, with commas between them'),
  TEAMS_ADMINS: read(listOf, 'is no list')
    .optional()
    .describe('name the "Object IDs" of people who may set up every team, with commas between them'),
  TEAMS_ENABLED: flag().optional().describe('use on or off; unset, credentials alone switch Teams on'),
  SANDBOX_ENABLED: flag()
    .or(z.literal('auto'))
    .default('auto')
    .describe('use on, off, or auto: on while neither Slack nor Teams is configured'),
  DATABASE_URL: read(databaseAddress, 'is no address of a PostgreSQL database')
    .optional()
    .describe(
      'use postgres://user:password@host:5432/database, special signs of the password as %XX; or unset it to keep ' +
        'everything in a SQLite file in DATA_DIR',
    ),
  DATABASE_POOL_SIZE: z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1, 'is no number of connections')
    .transform(Number)
    .default(10)
    .describe('use a number from 1 to 999: the connections one process holds at most'),
  DATA_DIR: z.string().default('./data').describe('name a folder in which this user may write'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is no host name or address')
    .default('127.0.0.1')
    .describe('use 127.0.0.1 to be reached from this machine alone, 0.0.0.0 from everywhere'),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'is no port')
    .transform(Number)
    .default(3000)
    .describe('use a number from 0 (any free port) to 65535'),
  PUBLIC_URL: webAddress()
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe('use the address at which others reach the bot, such as https://bot.example.com'),
  DRAIN_SECONDS: read(drainOf, 'is no number of seconds')
    .default(0)
    .describe('use the seconds from 0 to 120 that a load balancer needs to notice a stop'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'is too short')
    .optional()
    .describe('use a random text of 16 characters or more, or unset it'),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info').describe(choice(LOG_LEVELS)),
  DEFAULT_TIME_ZONE: read(readZone, 'is no time zone')
    .default('Asia/Tokyo')
    .describe('use an IANA name such as Asia/Tokyo or Europe/London'),
  DEFAULT_LOCALE: read(readLanguage, 'is no language of this bot').default('en').describe(choice(LOCALES)),
  DEFAULT_COUNTRY: read(countryCode, 'is no country')
    .default('JP')
    .describe('use an ISO 3166 code such as JP, GB, CN or TW'),
  SIMULATED_NOW: read(instantAt, 'is no instant')
    .optional()
    .describe('use an instant with its offset, such as 2018-07-24T06:55:00+09:00'),
  SIMULATED_SPEED: read(speedOf, 'is no speed')
    .optional()
    .describe(`use simulated seconds a real second, above 0 and up to ${FASTEST}`),
  ENCRYPTION_KEY: read(keysOf, 'is not 32 bytes in base64 or hexadecimal')
    .optional()
    .describe('make one with: openssl rand -base64 32'),
  JOINED_ORGANISATIONS: read(pairsOf, 'is no list of pairs of organisations')
    .optional()
    .describe(
      'name each pair as slack:<workspace id>=teams:<tenant id>, with commas between them; each organisation can be ' +
        'kept under one name',
    ),
  LINK_PEOPLE: oneOf(LINKS).default('off').describe(choice(LINKS)),
});

export type Variable = keyof typeof VARIABLES.shape;
export type Values = z.infer<typeof VARIABLES>;

const EMPTY_ADDRESS = new URL('about:blank');

/** Settings whose wrong value may be repeated to the operator; every other may be, or hold, a secret. */
export const SHOWN: ReadonlySet<Variable> = new Set<Variable>([
  'MicrosoftAppType',
  'TEAMS_ENABLED',
  'SANDBOX_ENABLED',
  'DATABASE_POOL_SIZE',
  'HOST',
  'PORT',
  'DRAIN_SECONDS',
  'LOG_LEVEL',
  'DEFAULT_TIME_ZONE',
  'DEFAULT_LOCALE',
  'DEFAULT_COUNTRY',
  'SIMULATED_NOW',
  'SIMULATED_SPEED',
  'JOINED_ORGANISATIONS',
  'LINK_PEOPLE',
]);

export function cureOf(variable: Variable): string {
  return VARIABLES.shape[variable].description ?? '';
}

/** A text which `reader` turns into a value, or null when it cannot. */
function read<T>(reader: (text: string) => T | null, wrong: string) {
  return z.string().transform((text, context): T => {
    const value = reader(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });
}

function listOf(text: string): string[] | null {
  const items = text.split(',').map((item) => item.trim().toLowerCase());
  return items.every((item) => /^[0-9a-z-]+$/.test(item)) ? items : null;
}

function flag() {
  return read(readSwitch, 'is neither on nor off');
}

function oneOf<const Names extends readonly string[]>(names: Names) {
  return z.enum(names, 'is unknown');
}

function choice(names: readonly string[]): string {
  return `use one of ${names.join(', ')}`;
}

function webAddress() {
  return read((text) => {
    const scheme = URL.canParse(text) ? new URL(text).protocol : '';
    return scheme === 'http:' || scheme === 'https:' ? text : null;
  }, 'is no http or https address');
}

function databaseAddress(text: string): string | null {
  const { protocol, pathname, host, searchParams } = URL.canParse(text) ? new URL(text) : EMPTY_ADDRESS;
  const named = pathname.length > 1 && (host !== '' || searchParams.has('host'));
  return /^postgres(ql)?:$/.test(protocol) && named ? text : null;
}

function instantAt(text: string): Millis | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

function drainOf(text: string): Millis | null {
  return /^\d{1,3}$/.test(text) && Number(text) <= LONGEST_DRAIN ? Number(text) * 1_000 : null;
}

function speedOf(text: string): number | null {
  const speed = Number(text);
  return speed > 0 && speed <= FASTEST ? speed : null;
}

/** One key, or the new one before older ones, by commas: what they encrypted stays readable. */
function keysOf(text: string): string | null {
  const keys = text.split(',').map((each) => keyOf(each.trim()));
  return keys.includes(null) ? null : keys.join(',');
}

function keyOf(text: string): string | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  const bytes = Buffer.from(text, 'base64');
  return /^[\w+/-]{43}=?$/.test(text) && bytes.length === 32 ? bytes.toString('hex') : null;
}
