import { shownAs } from '../../domain/answers/work-style';
import { languageOf } from '../../domain/people/language';
import type { Member, OrgId, PersonId } from '../../domain/people/person';
import { isSameStatus, type Status, type StatusState } from '../../domain/people/status';
import { slotsOf, troubleAt } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, dayAt, dayStart, type Millis } from '../../domain/time/calendar';
import type { StatusTurn } from '../../ports/store/statuses';
import type { Ports } from '../core';
import { isChatFault, statusRetryMs } from '../delivery/outcome';

/*
 * A person's answer of today in their status. What is shown follows what is stored: each beat finds the people whose
 * answer is another one than was shown last, however it came about, so that no answer has to tell of itself.
 */

/** The ports to bring statuses up to date. */
export type StatusNeeds =
  | 'answers'
  | 'chat'
  | 'clock'
  | 'defaults'
  | 'log'
  | 'newId'
  | 'people'
  | 'present'
  | 'statusWords'
  | 'statuses'
  | 'teams';

/** People who are served at once, and in one beat. */
const AT_ONCE = 8;
/** What would end sooner is not worth showing. */
const SHORTEST_MS: Millis = 60_000;

/** Brings every status up to date that is not. One that fails stops no other. Throws the database's fault. */
export async function showStatuses(core: Ports<StatusNeeds>, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    const turns = await core.statuses.due(core.clock.now(), AT_ONCE);
    await Promise.all(turns.map((turn) => serveSafely(core, turn)));
    if (turns.length < AT_ONCE) return;
  }
}

/** Of a turn that throws, the lease runs out by itself. */
async function serveSafely(core: Ports<StatusNeeds>, turn: StatusTurn): Promise<void> {
  await serve(core, turn).catch((err: unknown) => core.log.error({ err }, 'status not followed'));
}

/** What a turn is for: the person's day, what is to be shown of it and in which language they are written to. */
interface Aim {
  day: Day;
  seen: Awaited<ReturnType<Ports<'answers'>['answers']['get']>>;
  wanted: Status | null;
  /** When their day ends. */
  until: Millis;
  member: Member | null;
  team: Team | null;
  leaving: boolean;
}

async function serve(core: Ports<StatusNeeds>, turn: StatusTurn): Promise<void> {
  const aim = await aimOf(core, turn);
  const now = core.clock.now();
  // What has expired stands there no more: the same words are the person's own now.
  const ours = turn.written.filter(({ until }) => until > now);
  try {
    const state = await bring(core, turn, aim.wanted, ours);
    if (state !== null) await end(core, turn, aim, state);
  } catch (fault) {
    const retryMs = statusRetryMs(fault, turn.tries);
    core.log.warn({ err: fault, again: retryMs !== null }, 'status not set');
    if (retryMs === null) await end(core, turn, aim, 'failed');
    else await core.statuses.putOff(turn, now + retryMs);
  }
}

/** Null: another process has taken over. */
async function bring(
  core: Ports<'chat' | 'statuses'>,
  turn: StatusTurn,
  wanted: Status | null,
  ours: readonly Status[],
): Promise<StatusState | null> {
  if (wanted === null && ours.length === 0) return 'none';
  const written = wanted ? [...ours.filter((one) => !isSameStatus(one, wanted)), wanted] : ours;
  // Before it is written: a process that dies then still knows its own words.
  if (!(await core.statuses.writing(turn, written))) return null;
  const state = await core.chat.setStatus(turn.org, turn.person, wanted, written);
  return state === 'shown' && wanted === null ? 'none' : state;
}

async function end(
  core: Ports<StatusNeeds>,
  turn: StatusTurn,
  { day, seen, wanted, until, leaving, member, team }: Aim,
  state: StatusState,
): Promise<void> {
  const { org, person } = turn;
  if (leaving) {
    await core.chat.dropStatusAccess(org, person).catch(unlessChatFault);
    return core.statuses.remove(turn);
  }
  const lost = state === 'connect' && turn.state !== 'connect';
  const written = wanted && state === 'shown' ? [wanted] : keptAfter(state, turn.written, wanted);
  await core.statuses.finish(turn, { day, seen: seen?.style ?? null, written, state, nextAt: until });
  if (lost && member) await tellLost(core, turn, { member, team });
}

/** What a platform that was not reached may still show. */
function keptAfter(state: StatusState, written: readonly Status[], wanted: Status | null): readonly Status[] {
  if (state === 'own' || state === 'none' || state === 'shown') return [];
  return wanted ? [...written, wanted] : written;
}

async function aimOf(core: Ports<StatusNeeds>, { org, person, leaving }: StatusTurn): Promise<Aim> {
  const [member, ids] = await Promise.all([core.people.get(org, person), core.people.teamsOf(org, person)]);
  const teams = (await Promise.all(ids.map((id) => core.teams.get(org, id)))).filter((one) => one !== null);
  const team = teams.find(isServed) ?? teams[0] ?? null;
  const zone = member?.timeZone ?? team?.settings.zone ?? core.defaults.zone;
  const now = core.clock.now();
  const day = dayAt(now, zone);
  const until = dayStart(addDays(day, 1), zone);
  const leaves = leaving || member === null || ids.length === 0;
  const seen = leaves ? null : await core.answers.get(org, person, day);
  const shows = member !== null && seen !== null && until - now >= SHORTEST_MS && teams.some(isServed);
  const locale = member ? languageOf(member, team, core.defaults.language) : core.defaults.language;
  const wanted = shows ? { ...core.statusWords(shownAs(seen.style), locale), until } : null;
  return { day, seen, wanted, until, member, team, leaving: leaves };
}

/** Once the bot is removed from every channel of a person, it shows nothing of them until it is back. */
function isServed(team: Team): boolean {
  return slotsOf(team).some((slot) => troubleAt(team, slot) !== 'gone');
}

/** Told at most once: `status` says it, too. */
async function tellLost(
  core: Ports<StatusNeeds>,
  { org, person }: StatusTurn,
  { member, team }: { member: Member; team: Team | null },
): Promise<void> {
  const today = dayAt(core.clock.now(), core.defaults.zone);
  const card = core.present({ kind: 'status-lost', today }, languageOf(member, team, core.defaults.language));
  const key = { id: core.newId(), mayHaveBeenSent: false, repeatable: false };
  await core.chat.direct(org, person, card, key).catch((err: unknown) => {
    if (!isChatFault(err)) throw err;
    core.log.warn({ err }, 'a person was not told that their status is no longer set');
  });
}

/**
 * Clears what the bot has shown of a person who is forgotten, as far as the platform answers now: else it ends with the
 * day.
 */
export async function clearStatus(
  core: Ports<'chat' | 'clock' | 'statuses'>,
  org: OrgId,
  person: PersonId,
): Promise<void> {
  const record = await core.statuses.get(org, person);
  const now = core.clock.now();
  const ours = record?.written.filter(({ until }) => until > now) ?? [];
  if (ours.length > 0) await core.chat.setStatus(org, person, null, ours).catch(unlessChatFault);
}

function unlessChatFault(fault: unknown): void {
  if (!isChatFault(fault)) throw fault;
}
