import type { FileFault } from '../file-fault';
import type { TeamId } from '../people/person';
import { matchKey } from '../text';
import { type Columns, type FileBounds, readCsv } from '../typed/csv';
import { lexicon } from '../typed/lexicon';
import { slotAt } from './channels';
import type { Team } from './team';

/** The columns of a file of departments, as each language calls them. */
export const DEPARTMENT_COLUMNS: Columns<'team' | 'department'> = {
  words: lexicon({
    team: ['team', 'teams', 'channel', 'チーム', 'チャンネル', '团队', '频道', '團隊', '頻道'],
    department: ['department', 'dept', 'division', '部門', '部署', '部门'],
  }),
  needed: ['team', 'department'],
  example: 'departments',
};

/** A team, and the department it is put into; null: none. */
export interface Assignment {
  team: TeamId;
  department: string | null;
}

/** Names of teams that a fault shows. */
const MOST_NAMES = 10;

/** Reads which team belongs to which department; a fault anywhere, and nothing is read. */
export function readDepartments(
  text: string,
  teams: readonly Team[],
  bounds: FileBounds,
): Assignment[] | { faults: FileFault[] } {
  const table = readCsv(text, DEPARTMENT_COLUMNS, bounds);
  if (Array.isArray(table)) return { faults: table };
  const faults: FileFault[] = [];
  const lines = new Map<TeamId, number>();
  const column = table.names.get('team') ?? null;
  const known = teams.slice(0, MOST_NAMES).map(({ name }) => name);
  const found = table.rows.flatMap(({ line, cells }): Assignment[] => {
    const named = teamsNamed(teams, cells.team);
    const [team] = named;
    const earlier = team && lines.get(team.id);
    const fault = { line, column, found: cells.team };
    if (cells.team === '')
      faults.push({ ...fault, what: 'no-value', right: known[0] ?? { example: 'channel' } });
    else if (!team || named.length > 1)
      faults.push({ ...fault, what: 'unknown-name', right: known.join(', ') });
    else if (earlier !== undefined) faults.push({ ...fault, what: 'twice', right: earlier });
    if (!team) return [];
    lines.set(team.id, line);
    return [{ team: team.id, department: cells.department || null }];
  });
  return faults.length > 0 ? { faults } : found;
}

/** How Slack writes that a channel is mentioned: its address, and its name where people may see it. */
const MENTION = /^<#(?<place>[^|>]+)(?:\|(?<name>[^>]*))?>$/u;

/** The team of a channel, by its address or name; several where they have the same name. */
export function teamsNamed(teams: readonly Team[], text: string): Team[] {
  const { place = text, name = text } = MENTION.exec(text)?.groups ?? {};
  const at = teams.find((team) => slotAt(team, place));
  if (at) return [at];
  const key = keyOf(name || place);
  return key === '' ? [] : teams.filter((team) => keyOf(team.name) === key);
}

function keyOf(name: string): string {
  return matchKey(name.replace(/^[#＃]/u, ''));
}
