import type { Right } from '../../domain/permissions';
import { isRefusal, type Refusal } from '../../domain/refusal';
import { applySettings } from '../../domain/teams/change-settings';
import { todayOf } from '../../domain/teams/settings';
import { byName, type Team } from '../../domain/teams/team';
import type { TeamChange } from '../../ports/organisation-messages';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { type ChangeNeeds, changeSettings } from '../teams/setup';
import { readTeamSettings } from './form-settings';
import { onRecord } from './trail';
import type { StateNeeds } from './trail-state';

type Needs = ChangeNeeds | StateNeeds | 'audit' | 'bindingCodes';

/**
 * Changes settings of several teams of the organisation, each as `setup` would in its channel and recorded as such: what
 * one team refuses does not stop the others. Teams that are not there are left out.
 */
export async function setUpTeams(
  context: RequestContext<Needs>,
  { teams: ids, values, preview }: IntentOf<'setup-teams'>,
  _right: Right<'set-up-teams'>,
): Promise<RequestResult> {
  const { core, actor } = context;
  const asked = new Set(ids);
  const teams = (await core.teams.list(actor.org)).filter(({ id }) => asked.has(id)).sort(byName);
  const changes: TeamChange[] = [];
  for (const team of teams)
    changes.push(await (preview ? judged(context, team, values) : changed(context, team, values)));
  const [first] = changes;
  // What every team refuses is wrong with the values.
  if (preview && first?.refusal && changes.every(({ refusal }) => refusal)) return first.refusal;
  return { kind: 'teams-changed', preview, teams: changes };
}

function judged({ now }: RequestContext, team: Team, values: Record<string, string>): TeamChange {
  const { settings: before } = team;
  const applied = applySettings(before, readTeamSettings(values, before), todayOf(before, now));
  return changeOf(team, applied);
}

async function changed(
  context: RequestContext<Needs>,
  team: Team,
  values: Record<string, string>,
): Promise<TeamChange> {
  const { settings } = team;
  const changes = readTeamSettings(values, settings);
  const within = { ...context, team, today: todayOf(settings, context.now) };
  let applied: Awaited<ReturnType<typeof changeSettings>> | null = null;
  const intent = { kind: 'setup' as const, team: team.id, changes };
  await onRecord(within, { intent, ofOrganisation: false }, async () => {
    // The team's own contact goes on to hear of it.
    applied = await changeSettings(within, team, changes, { becomesContact: false });
    return applied;
  });
  return changeOf(team, applied ?? { settings, changed: [] });
}

function changeOf(
  { name, settings: before }: Team,
  applied: (Pick<TeamChange, 'changed'> & { settings: Team['settings'] }) | Refusal,
): TeamChange {
  if (isRefusal(applied)) return { name, before, after: before, changed: [], refusal: applied };
  return { name, before, after: applied.settings, changed: applied.changed, refusal: null };
}
