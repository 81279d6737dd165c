import type { OrgId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { type Refusal, refuse } from '../../domain/refusal';
import { defaultSettings, type TeamSettings } from '../../domain/teams/settings';
import { type SharingNews, withNews, withoutPolls } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import { cleanName } from '../../domain/text';
import type { Place } from '../../ports/chat';
import type { RequestContext } from '../context';
import type { Ports } from '../core';
import { type RosterNeeds, syncRoster } from './roster';
import { followSharing, type SharingNeeds } from './shared-channel';

/** The ports to know what a new team begins with. */
export type FirstNeeds = 'defaults' | 'structures';

/** The ports to create a team. */
export type MakeTeamNeeds = RosterNeeds | FirstNeeds | 'teams' | 'newId' | 'clock';

/** The ports to find the team that an administrator sets up. */
export type OwnTeamNeeds = MakeTeamNeeds | SharingNeeds | 'polls' | 'refresh';

/**
 * The team in question, for an administrator. In a place without one it is created with the default settings. Refused
 * with `no-team` in private, and with `try-again` while the platform does not say who sees the team's channel.
 */
export async function ownTeam(
  { core, actor, team }: RequestContext<OwnTeamNeeds>,
  _right: Right<'set-up-team' | 'change-campaigns'>,
): Promise<Team | Refusal> {
  if (team) return whenSharingIsKnown(core, team);
  if (actor.place === null) return refuse('no-team');
  const { org, place, placeName: name, shared = false } = actor;
  return whenSharingIsKnown(core, await createTeam(core, { org, place, name, shared }));
}

async function whenSharingIsKnown(core: Ports<SharingNeeds>, team: Team): Promise<Team | Refusal> {
  if (team.sharing?.state !== 'unknown') return team;
  const { team: known } = await followSharing(core, team);
  return known.sharing?.state === 'unknown' ? refuse('try-again') : known;
}

/** A place that has no team yet. `shared`: with other organisations. */
interface NewPlace {
  org: OrgId;
  place: Place;
  name: string;
  shared?: SharingNews;
}

/** What a place is served with before anything is set: the defaults, and what the organisation set for new teams. */
export async function firstSettings(
  { defaults, structures }: Ports<FirstNeeds>,
  org: OrgId,
  shared: boolean,
): Promise<TeamSettings> {
  const { template } = await structures.get(org);
  const settings = { ...defaultSettings(defaults), ...template };
  return shared ? withoutPolls(settings) : settings;
}

/** The team of a place, created where there is none; `made` is false where another request was faster. */
export async function makeTeam(
  core: Ports<MakeTeamNeeds>,
  { org, place, name, shared = false }: NewPlace,
): Promise<{ team: Team; made: boolean }> {
  const settings = await firstSettings(core, org, shared === true);
  const team: Team = {
    org,
    id: core.newId(),
    place,
    name: cleanName(name),
    settings,
    trouble: null,
    secondChannel: null,
    sharing: null,
  };
  const there = await core.teams.create(withNews(team, shared, core.clock.now()));
  if (there.id !== team.id) return { team: there, made: false };
  await syncRoster(core, there);
  return { team: there, made: true };
}

export async function createTeam(core: Ports<MakeTeamNeeds>, place: NewPlace): Promise<Team> {
  return (await makeTeam(core, place)).team;
}
