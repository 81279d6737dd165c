import { type ConfigFault, type Environment, givenSettings, loadConfig } from '.';
import type { Given } from './clash';
import type { Variable } from './variables';

/** `wrong`: its text cannot be used, or contradicts another setting. */
type SettingState = 'set' | 'missing' | 'wrong';

/** How far a platform is set up: each setting that it needs, never with its value. */
export interface PlatformSettings {
  platform: 'slack' | 'teams';
  settings: { name: Variable; state: SettingState; cure: string | null }[];
}

const WITH_ADDRESS = ['SLACK_SIGNING_SECRET', 'PUBLIC_URL'] as const;
const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'ENCRYPTION_KEY'] as const;

/** The settings that each platform needs, as the environment and the file `.env` have them now. */
export function platformSettings(env?: Environment, file?: string): PlatformSettings[] {
  const config = loadConfig(env, file);
  const faults = 'faults' in config ? config.faults : [];
  const given = givenSettings(env, file);
  const stateOf = (name: Variable) => settingState(name, given, faults);
  return [
    { platform: 'slack', settings: slackNeeds(given).map(stateOf) },
    { platform: 'teams', settings: teamsNeeds(given).map(stateOf) },
  ];
}

function slackNeeds(given: Given): Variable[] {
  if (given.SLACK_STATE_SECRET || (given.SLACK_CLIENT_ID && !given.SLACK_BOT_TOKEN))
    return given.SLACK_APP_TOKEN ? [...OAUTH, 'SLACK_APP_TOKEN', 'PUBLIC_URL'] : [...OAUTH, ...WITH_ADDRESS];
  if (given.SLACK_SIGNING_SECRET && !given.SLACK_APP_TOKEN) return ['SLACK_BOT_TOKEN', ...WITH_ADDRESS];
  return ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'];
}

function teamsNeeds({ MicrosoftAppType: type }: Given): Variable[] {
  return [
    'MicrosoftAppId',
    ...(type === 'UserAssignedMSI' ? [] : ['MicrosoftAppPassword' as const]),
    type === 'MultiTenant' ? 'TEAMS_ALLOWED_TENANTS' : 'MicrosoftAppTenantId',
    'PUBLIC_URL',
    'TEAMS_ADMINS',
  ];
}

function settingState(
  name: Variable,
  given: Given,
  faults: readonly ConfigFault[],
): PlatformSettings['settings'][number] {
  const value = given[name];
  const cure = faults.find(({ variable }) => variable === name)?.cure ?? null;
  if (value === undefined) return { name, state: 'missing', cure };
  // No platform sends anything to an address in the clear.
  const isOpen = name === 'PUBLIC_URL' && !value.startsWith('https:');
  return { name, state: cure !== null || isOpen ? 'wrong' : 'set', cure };
}
