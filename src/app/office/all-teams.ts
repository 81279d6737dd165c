import type { Field } from '../../domain/card';
import type { TeamId } from '../../domain/people/person';
import type { TeamSettings } from '../../domain/teams/settings';
import { defaultSettings } from '../../domain/teams/settings';
import { departmentNames } from '../../domain/teams/structure';
import { byName, type Trouble } from '../../domain/teams/team';
import { administersAll } from './today';
import type { Visit } from './visit';

/** A team of the organisation with the settings that differ most. */
export interface TeamRow {
  team: TeamId;
  name: string;
  department: string | null;
  settings: TeamSettings;
  trouble: Trouble | null;
}

/** All teams of the organisation, and the inputs of their settings. */
export interface AllTeams {
  teams: TeamRow[];
  /** Filled in with the defaults. A team's own days are not among them. */
  fields: Field[];
}

const OF_A_TEAM: ReadonlySet<string> = new Set(['closed', 'open']);

/** Null: the visitor does not administer the organisation. */
export async function allTeams(visit: Visit): Promise<AllTeams | null> {
  if (!(await administersAll(visit))) return null;
  const { core, actor, locale, today } = visit;
  const [teams, structure] = await Promise.all([core.teams.list(actor.org), core.structures.get(actor.org)]);
  const departmentOf = departmentNames(structure);
  const settings = defaultSettings(core.defaults);
  const form = core.present(
    { today, kind: 'settings-form', team: '', teamName: '', settings, shared: false },
    locale,
  );
  const fields = form.parts.flatMap((part) => (part.kind === 'form' ? part.fields : []));
  return {
    teams: teams.sort(byName).map(({ id, name, settings, trouble, secondChannel }) => ({
      team: id,
      name,
      department: departmentOf.get(id) ?? null,
      settings,
      trouble: trouble ?? secondChannel?.trouble ?? null,
    })),
    fields: fields.filter(({ name }) => !OF_A_TEAM.has(name)),
  };
}
