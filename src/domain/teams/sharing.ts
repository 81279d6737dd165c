import type { Millis } from '../time/calendar';
import type { TeamSettings } from './settings';
import type { Team } from './team';

/*
 * Other organisations in a team's channel see everything that is posted there. So nothing is posted from the moment at
 * which that may be so, until an administrator who was told switches the polls on.
 */

/** What a platform says of other organisations in a channel; `unknown`: it may have changed, and is to be asked. */
export type SharingNews = boolean | 'unknown';

/** Whether anything may be posted in the team's channels. */
export function takesPosts({ sharing }: Pick<Team, 'sharing'>): boolean {
  return sharing === null || sharing.state === 'agreed';
}

/** Whether other organisations see the team's channels. */
export function isShared({ sharing }: Pick<Team, 'sharing'>): boolean {
  return sharing !== null && sharing.state !== 'unknown';
}

/** The settings of a channel that other organisations see: no polls until an administrator switches them on there. */
export function withoutPolls(settings: TeamSettings): TeamSettings {
  return { ...settings, polls: 'off' };
}

/** The team after such news. News of a channel that nothing is posted in because it is shared changes nothing. */
export function withNews(team: Team, news: SharingNews, now: Millis): Team {
  if (news === false) return { ...team, sharing: null };
  if (team.sharing?.state === 'silent') return team;
  if (news === 'unknown') return { ...team, sharing: { since: now, state: 'unknown' } };
  return { ...team, sharing: { since: now, state: 'silent' }, settings: withoutPolls(team.settings) };
}

/** The team with settings that an administrator chose: polls that are switched on are posted from then on. */
export function withChosen(team: Team, settings: TeamSettings): Team {
  const { sharing } = team;
  const agrees = sharing?.state === 'silent' && settings.polls !== 'off';
  return { ...team, settings, sharing: agrees ? { ...sharing, state: 'agreed' } : sharing };
}
