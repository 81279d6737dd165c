/** The workspace that the bot serves (null: every one of the organisation), and its Enterprise organisation, if any. */
export interface HomeWorkspace {
  teamId: string | null;
  enterpriseId: string | null;
}

export type Belonging = 'ours' | 'outsider' | 'unknown';

/** What tells where a user belongs. `enterpriseId` null: in no Enterprise organisation; undefined: not told. */
interface Membership {
  teamId: string | null | undefined;
  enterpriseId: string | null | undefined;
  /** The workspaces of their Enterprise organisation that they are in. */
  teams?: readonly string[] | undefined;
}

/**
 * Whether a user belongs to the organisation: to the workspace, or to another one of its Enterprise organisation. What
 * Slack calls a stranger does not tell: in a shared channel, people of other companies are none.
 */
function belongingOf({ teamId, enterpriseId, teams = [] }: Membership, home: HomeWorkspace): Belonging {
  if (home.teamId !== null && [teamId, ...teams].includes(home.teamId)) return 'ours';
  // On Enterprise Grid, Slack also gives the organisation in place of the workspace.
  if (home.enterpriseId !== null && [teamId, enterpriseId].includes(home.enterpriseId)) return 'ours';
  if (!teamId && !enterpriseId) return 'unknown';
  return home.enterpriseId !== null && enterpriseId === undefined ? 'unknown' : 'outsider';
}

/** What a user object of Slack's tells of it. */
interface WorkspaceUser {
  team_id?: string | undefined;
  enterprise_user?: { enterprise_id?: string | undefined; teams?: string[] | undefined } | undefined;
}

/** Where a user object of Slack's says that the user belongs. */
export function belongingOfUser({ team_id, enterprise_user }: WorkspaceUser, home: HomeWorkspace): Belonging {
  return belongingOf(
    { teamId: team_id, enterpriseId: enterprise_user?.enterprise_id ?? null, teams: enterprise_user?.teams },
    home,
  );
}

/** Where the payload of a request says that its user belongs. It does not name their Enterprise organisation. */
export function belongingInPayload(teamId: string | null, home: HomeWorkspace): Belonging {
  return belongingOf({ teamId, enterpriseId: undefined }, home);
}
