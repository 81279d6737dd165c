import { namesApart } from '../../domain/people/namesakes';
import type { OrgId, PersonId } from '../../domain/people/person';
import { momentAt } from '../../domain/time/calendar';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import type { IntentOf } from '../intent';

/** Entries of one page. */
const A_PAGE = 15;

/** Values that are ids of teams. */
const OF_TEAMS = /^(department .*|organisation-channel)$/s;

/** What administrators did, newest first. Names are looked up now; the record has ids. */
export async function showTrail(
  { core, actor, team }: RequestContext<'audit' | 'people' | 'teams' | 'defaults'>,
  { before }: IntentOf<'audit'>,
): Promise<RequestResult> {
  const { org } = actor;
  const zone = team?.settings.zone ?? core.defaults.zone;
  const entries = await core.audit.list(org, before ?? null, A_PAGE + 1);
  const shown = entries.slice(0, A_PAGE);
  const names = await namesOf(core, org, new Set(shown.map(({ person }) => person)));
  const teams = new Map((await core.teams.list(org)).map(({ id, name }) => [id, name]));
  const inNames = (key: string, value: string | undefined) =>
    value === undefined || !OF_TEAMS.test(key)
      ? (value ?? null)
      : value
          .split(' ')
          .map((one) => teams.get(one) ?? one)
          .join(', ');
  const rows = shown.map(({ person, team: id, at, intent, before: from, after: to, done }) => ({
    at: momentAt(at, zone),
    who: names.get(person) || person,
    team: id === null ? null : (teams.get(id) ?? null),
    intent,
    done,
    changes: [...new Set([...Object.keys(from), ...Object.keys(to)])].map((key) => {
      return { key, from: inNames(key, from[key]), to: inNames(key, to[key]) };
    }),
  }));
  const older = entries.length > A_PAGE ? (shown.at(-1)?.seq ?? null) : null;
  return { kind: 'audit', rows, older, zone };
}

async function namesOf(
  { people }: Ports<'people'>,
  org: OrgId,
  persons: ReadonlySet<PersonId>,
): Promise<ReadonlyMap<PersonId, string>> {
  const members = await Promise.all([...persons].map((person) => people.get(org, person)));
  return namesApart(members.filter((member) => member !== null));
}
