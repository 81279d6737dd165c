/** Ids of the workspaces and Enterprise organisations that are served; null: every one that installs the app. */
export type AllowedTeams = readonly string[] | null;

interface Ids {
  teamId: string | null;
  enterpriseId: string | null;
}

/** Whether a workspace is served, by its own id or by that of its Enterprise organisation. */
export function isAllowed(allowed: AllowedTeams, { teamId, enterpriseId }: Ids): boolean {
  if (allowed === null) return true;
  return [teamId, enterpriseId].some((id) => id !== null && allowed.includes(id));
}
