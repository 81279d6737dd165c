import type { Campaign } from '../../src/domain/campaigns/campaign';
import { defaultSettings, type TeamSettings } from '../../src/domain/teams/settings';
import type { Team } from '../../src/domain/teams/team';
import type { Day } from '../../src/domain/time/calendar';

/** A team in Tokyo with default settings, but for what is given. */
export function aTeam(
  settings: Partial<TeamSettings> = {},
  team: Partial<Omit<Team, 'settings'>> = {},
): Team {
  const defaults = defaultSettings({ zone: 'Asia/Tokyo', language: 'en', country: 'JP' });
  return {
    org: 'org',
    id: 'team',
    place: 'place',
    name: 'General affairs',
    trouble: null,
    secondChannel: null,
    sharing: null,
    ...team,
    settings: { ...defaults, ...settings },
  };
}

export function aCampaign(
  days: readonly Day[],
  core: readonly Day[] = [],
  rest: Partial<Campaign> = {},
): Campaign {
  return {
    org: 'org',
    id: 'campaign',
    name: 'Telework Days',
    days: days.map((day) => ({ day, core: core.includes(day) })),
    target: null,
    ended: false,
    ...rest,
  };
}

/** The instant of an ISO 8601 text with its offset. */
export function at(iso: string): number {
  return Date.parse(iso);
}
