import type { Team } from '../teams/team';
import type { Locale, Member } from './person';

/** Private messages speak the person's language: their choice, else the platform's, else the team's. */
export function languageOf(
  { preferences, locale }: Pick<Member, 'preferences' | 'locale'>,
  team: Pick<Team, 'settings'> | null,
  fallback: Locale = 'en',
): Locale {
  return preferences.language ?? locale ?? team?.settings.language ?? fallback;
}
