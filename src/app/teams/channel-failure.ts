import { ownerAt } from '../../domain/people/addresses';
import { languageOf } from '../../domain/people/language';
import type { OrgId, PersonId } from '../../domain/people/person';
import { type ChannelSlot, placeAt, slotsOf, troubleAt, withTrouble } from '../../domain/teams/channels';
import type { Team, Trouble } from '../../domain/teams/team';
import { addDays, dayAt, type Millis } from '../../domain/time/calendar';
import type { Place } from '../../ports/chat';
import type { Outcome, TaskKey } from '../../ports/store/ledger';
import type { Memory } from '../../ports/store/memory';
import type { Core } from '../core';
import { type ClaimedTask, deliver } from '../delivery/deliver';

/*
 * A place that refuses the bot is told of once, privately, to whoever set the team up: again only when it was
 * reachable in between. The ledger elects who tells, over restarts and among processes; the memory keeps since when
 * it is so, which names the task.
 */

const TEN_YEARS: Millis = 10 * 366 * 24 * 3_600_000;
const TROUBLE = 'trouble|';
const STEWARD = 'steward|';

/** Since when which teams cannot be served, as far as that was noticed: one query for a whole round. */
export type KnownTroubles = ReadonlyMap<string, string>;

export async function knownTroubles(core: Core): Promise<KnownTroubles> {
  const entries = await memoryOf(core).list(TROUBLE);
  return new Map(entries.map(({ key, value }) => [key, value]));
}

/** Tells of a team's trouble unless that is done; forgets one that is over. Resolves with when to try again, or null. */
export async function followTrouble(core: Core, team: Team, known: KnownTroubles): Promise<Millis | null> {
  const again: Millis[] = [];
  for (const slot of slotsOf(team)) {
    const later = await followAt(core, team, slot, known);
    if (later !== null) again.push(later);
  }
  return again.length === 0 ? null : Math.min(...again);
}

async function followAt(
  core: Core,
  team: Team,
  slot: ChannelSlot,
  known: KnownTroubles,
): Promise<Millis | null> {
  const key = `${TROUBLE}${team.org}|${team.id}${slot === 'second' ? '@also' : ''}`;
  const since = known.get(key);
  const trouble = troubleAt(team, slot);
  if (trouble !== null)
    return tellOnce(core, team, { slot, trouble, since: since ?? (await begin(core, key)) });
  if (since !== undefined) await memoryOf(core).remove(key);
  return null;
}

/** What is wrong with which of a team's places; `since` (epoch ms) names it. */
interface Told {
  slot: ChannelSlot;
  trouble: Trouble;
  since: string;
}

/**
 * Serves a place again, by `change`: the messages of its polls show what could not be shown meanwhile. The polls are
 * read first, so that nothing is left to fail after it.
 */
export async function servingAgain<T>(
  core: Core,
  { org, id, settings }: Team,
  change: () => Promise<T>,
): Promise<T> {
  const today = dayAt(core.clock.now(), settings.zone);
  const polls = await core.polls.list(org, id, addDays(today, -1), today);
  try {
    return await change();
  } finally {
    for (const { day } of polls) core.refresh.touch(org, id, day);
  }
}

/** Who has set a team up, or changed it last: the one to turn to when something is wrong with its place. */
export async function rememberSteward(core: Core, team: Team, person: PersonId): Promise<void> {
  await memoryOf(core).put(stewardKey(team), person, null);
}

/** Who brought the bot to a place is turned to until somebody sets its team up. */
export async function rememberInviter(core: Core, org: OrgId, place: Place, person: PersonId): Promise<void> {
  const team = await core.teams.at(org, place);
  if (team && (await memoryOf(core).get(stewardKey(team))) === null)
    await rememberSteward(core, team, person);
}

/** The bot was removed from an organisation: nothing is posted in its places until the bot is back there. */
export async function organisationLost(core: Core, org: OrgId, part: OrgId): Promise<void> {
  for (const { id } of await core.teams.list(org)) {
    await core.teams.change(org, id, (team) => {
      const lost = slotsOf(team).filter((slot) => ownerAt(org, placeAt(team, slot)) === part);
      return lost.reduce((now, slot) => withTrouble(now, slot, 'gone'), team);
    });
  }
}

function memoryOf(core: Core): Memory {
  return core.memory('core');
}

function stewardKey({ org, id }: Team): string {
  return `${STEWARD}${org}|${id}`;
}

async function begin(core: Core, key: string): Promise<string> {
  const now = core.clock.now();
  await memoryOf(core).claim(key, String(now), now + TEN_YEARS);
  return (await memoryOf(core).get(key)) ?? String(now);
}

async function tellOnce(core: Core, team: Team, told: Told): Promise<Millis | null> {
  const since = Number(told.since);
  const day = dayAt(since, team.settings.zone);
  const key: TaskKey = { org: team.org, team: team.id, kind: 'trouble', since, day, channel: told.slot };
  const result = await deliver(core, key, (task) => tell(core, team, told.trouble, task));
  return result?.state === 'put-off' ? core.clock.now() + result.afterMs : null;
}

async function tell(core: Core, team: Team, trouble: Trouble, task: ClaimedTask): Promise<Outcome> {
  const contact = await memoryOf(core).get(stewardKey(team));
  const member = contact === null ? null : await core.people.get(team.org, contact);
  if (!member) {
    core.log.warn(
      { team: team.id, trouble },
      'a channel cannot be reached, and the team has no contact to tell',
    );
    return { state: 'skipped', reason: 'nobody is known' };
  }
  const today = dayAt(core.clock.now(), team.settings.zone);
  const card = core.present(
    { kind: 'trouble', today, teamName: team.name, trouble },
    languageOf(member, team),
  );
  return task.send((key) => core.chat.direct(team.org, member.id, card, key));
}
