import { z } from 'zod';
import { LOCALES } from '../domain/people/person';
import { readCountry } from '../domain/time/country';
import { readLanguage } from '../domain/typed/language';
import { readSwitch } from '../domain/typed/switch';
import { readZone } from '../domain/typed/zone';
import {
  areUnguessable,
  databaseAddress,
  drainOf,
  FASTEST,
  hasOwnPassword,
  instantAt,
  keysOf,
  listOf,
  monthsOf,
  pairsOf,
  speedOf,
  teamsOf,
  webAddressOf,
} from './readers';
import { MIN_SECRET_LENGTH, weaknessOf } from './secrets';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LINKS = ['off', 'email'] as const;
export const TEAMS_APP_TYPES = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;
/** Secrets of other makers: only what cannot be one of theirs is refused. */
const MIN_COPIED_LENGTH = 16;
/** Shorter than other secrets, since tokens open figures and a demonstration alone. */
const MIN_TOKEN_LENGTH = 16;
const MAKE_SECRET = 'make one with: openssl rand -hex 32';

/**
 * Every setting by itself: how its text is read, its default, and (its description) the cure when it is wrong.
 * Contradictions between settings are found in `chats.ts` and `joined.ts`.
 */
export const VARIABLES = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'does not begin with xoxb-')
    .optional()
    .describe('copy the "Bot User OAuth Token" (xoxb-…) of your Slack app'),
  SLACK_SIGNING_SECRET: secret(MIN_COPIED_LENGTH)
    .optional()
    .describe('copy the "Signing Secret" of your Slack app, which has 32 characters'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'does not begin with xapp-')
    .optional()
    .describe('make an "App-Level Token" (xapp-…) with connections:write in your Slack app'),
  SLACK_CLIENT_ID: z.string().optional().describe('copy the "Client ID" of your Slack app'),
  SLACK_CLIENT_SECRET: z.string().optional().describe('copy the "Client Secret" of your Slack app'),
  SLACK_STATE_SECRET: secret().optional().describe(MAKE_SECRET),
  SLACK_ALLOWED_TEAMS: read(teamsOf, 'is not a list of Slack ids')
    .optional()
    .describe(
      'name the ids of the workspaces (T…) or Enterprise organisations (E…) that may use the bot, with commas between ' +
        'them; or unset it to serve every workspace that installs the app',
    ),
  SLACK_STATUSES: flag()
    .default(false)
    .describe('use on or off: whether people may have their day shown in their Slack status'),
  SLACK_COMMAND: z
    .string()
    .regex(/^\/[a-z\d_-]{1,31}$/, 'is not a slash command')
    .default('/telework')
    .describe('give the slash command of your Slack app, in small letters: /telework'),
  SLACK_API_URL: webAddress().optional().describe("unset it to use Slack's own address"),
  MicrosoftAppType: oneOf(TEAMS_APP_TYPES).default('SingleTenant').describe(choice(TEAMS_APP_TYPES)),
  MicrosoftAppId: z.string().optional().describe('copy the "Application (client) ID" of your bot'),
  MicrosoftAppPassword: z
    .string()
    .optional()
    .describe('make a client secret for your bot and copy its value'),
  MicrosoftAppTenantId: z.string().optional().describe('copy the "Directory (tenant) ID" of your bot'),
  TEAMS_ALLOWED_TENANTS: read(listOf, 'is not a list')
    .optional()
    .describe('name the "Directory (tenant) IDs" that may use the bot, with commas between them'),
  TEAMS_ADMINS: read(listOf, 'is not a list')
    .optional()
    .describe('name the "Object IDs" of people who may set up every team, with commas between them'),
  TEAMS_ENABLED: flag().optional().describe('use on or off; unset, credentials alone switch Teams on'),
  TEAMS_STATUSES: flag()
    .default(false)
    .describe('use on or off: whether people may have their day shown in their Teams status message'),
  SANDBOX_ENABLED: flag()
    .or(z.literal('auto'))
    .default('auto')
    .describe(
      'use off, or auto (on while neither Slack nor Teams is configured); run the sandbox beside a platform as a ' +
        'process of its own, with a DATA_DIR of its own',
    ),
  SANDBOX_PAST_DAYS: flag()
    .default(true)
    .describe('use on or off: whether the demo team has six weeks of past days'),
  SANDBOX_TOKEN: secret(MIN_TOKEN_LENGTH).optional().describe(`${MAKE_SECRET}; or unset it`),
  DATABASE_URL: read(databaseAddress, 'is not an address of a PostgreSQL database')
    .refine(hasOwnPassword, 'has the password of an example')
    .optional()
    .describe(
      'use postgres://user:password@host:5432/database, special signs of the password as %XX; or unset it to keep ' +
        'everything in a SQLite file in DATA_DIR',
    ),
  DATABASE_POOL_SIZE: z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1, 'is not a number of connections')
    .transform(Number)
    .default(10)
    .describe('use a number from 1 to 999: the connections one process holds at most'),
  DATA_DIR: z.string().default('./data').describe('name a folder in which this user may write'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is not a host name or address')
    .default('127.0.0.1')
    .describe('use 127.0.0.1 to be reached from this machine alone, 0.0.0.0 from everywhere'),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'is not a port')
    .transform(Number)
    .default(3000)
    .describe('use a number from 0 (any free port) to 65535'),
  PUBLIC_URL: webAddress()
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe('use the address at which others reach the bot, such as https://bot.example.com'),
  DRAIN_SECONDS: read(drainOf, 'is not a number of seconds')
    .default(0)
    .describe('use the seconds from 0 to 120 that a load balancer needs to notice a stop'),
  METRICS_TOKEN: secret(MIN_TOKEN_LENGTH).optional().describe(`${MAKE_SECRET}; or unset it`),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info').describe(choice(LOG_LEVELS)),
  DEFAULT_TIME_ZONE: read(readZone, 'is not a time zone')
    .default('Asia/Tokyo')
    .describe('use an IANA name such as Asia/Tokyo or Europe/London'),
  DEFAULT_LOCALE: read(readLanguage, 'is not a language of this bot').default('en').describe(choice(LOCALES)),
  DEFAULT_COUNTRY: read(readCountry, 'is not a country')
    .default('JP')
    .describe('use an ISO 3166 code such as JP, GB, CN or TW'),
  SIMULATED_NOW: read(instantAt, 'is not an instant')
    .optional()
    .describe('use an instant with its offset, such as 2018-07-24T06:55:00+09:00'),
  SIMULATED_SPEED: read(speedOf, 'is not a speed')
    .optional()
    .describe(`use simulated seconds a real second, above 0 and up to ${FASTEST}`),
  RETENTION_MONTHS: read(monthsOf, 'is not a number of months')
    .default(13)
    .describe('use the months from 1 to 60 for which answers and the record of administrators are kept'),
  ENCRYPTION_KEY: read(keysOf, 'is not 32 bytes in base64 or hexadecimal')
    .refine(
      areUnguessable,
      'is an example, or has a key that repeats itself or counts up, so that it can be guessed',
    )
    .optional()
    .describe(MAKE_SECRET),
  JOINED_ORGANISATIONS: read(pairsOf, 'is not a list of pairs of organisations')
    .optional()
    .describe(
      'name each pair as slack:<workspace id>=teams:<tenant id>, with commas between them; each organisation can be ' +
        'kept under one name',
    ),
  LINK_PEOPLE: oneOf(LINKS).default('off').describe(choice(LINKS)),
});

export type Variable = keyof typeof VARIABLES.shape;
export type Values = z.infer<typeof VARIABLES>;

/** Settings whose wrong value may be shown to the operator; any other may be or contain a secret. */
export const SHOWN: ReadonlySet<Variable> = new Set<Variable>([
  'MicrosoftAppType',
  'SLACK_STATUSES',
  'TEAMS_STATUSES',
  'TEAMS_ENABLED',
  'SANDBOX_ENABLED',
  'SANDBOX_PAST_DAYS',
  'DATABASE_POOL_SIZE',
  'HOST',
  'PORT',
  'DRAIN_SECONDS',
  'LOG_LEVEL',
  'DEFAULT_TIME_ZONE',
  'DEFAULT_LOCALE',
  'DEFAULT_COUNTRY',
  'RETENTION_MONTHS',
  'SIMULATED_NOW',
  'SIMULATED_SPEED',
  'JOINED_ORGANISATIONS',
  'LINK_PEOPLE',
  'SLACK_ALLOWED_TEAMS',
]);

export function cureOf(variable: Variable): string {
  return VARIABLES.shape[variable].description ?? '';
}

/** A setting read by `reader`, which returns null for a text it does not take. */
function read<T>(reader: (text: string) => T | null, wrong: string) {
  return z.string().transform((text, context): T => {
    const value = reader(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });
}

/** A secret that must not be guessed; its length is in characters. */
function secret(minLength = MIN_SECRET_LENGTH) {
  return z.string().superRefine((text, context) => {
    const message = weaknessOf(text, minLength);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
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
  return read(webAddressOf, 'is not an http or https address');
}
