import { isReplaced, type Task } from '../../domain/agenda';
import { type Poll, phaseOf } from '../../domain/answers/poll';
import { askUntil } from '../../domain/answers/reminding';
import type { Card } from '../../domain/card';
import { languageOf } from '../../domain/people/language';
import type { Member } from '../../domain/people/person';
import type { Team } from '../../domain/teams/team';
import { dayAt, type Millis } from '../../domain/time/calendar';
import { skipped } from '../../ports/reasons';
import { ANY_TEAM, type Outcome, type PrivatePollEntry } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { type ClaimedTask, deliver, type Later } from '../delivery/deliver';
import { editPosted, hasPost, type PostedEntry, shownMark } from '../delivery/edit-posted';
import { editRetryMs, isChatFault } from '../delivery/outcome';
import { RETRY_MS } from '../delivery/timing';
import { privatePoll } from '../figures/private-poll';
import { inLanes } from './lanes';
import { byNight, mayBeAsked, type RemindNeeds } from './remind';
import { silentIn } from './silent';

/** Questions of one turn: other teams' tasks come in between. */
const A_TURN = 100;
/** Edits of one turn, and how long the next one waits: the edits of polls share the platform's limits. */
const MOST_EDITS = 20;
const NEXT_EDITS_MS: Millis = 60_000;

/**
 * Puts the poll's question in private to the silent who want that, each once a day over all teams and as a task of its
 * own. Those in whose night that would be wait for their morning, where it still comes some time before the reminder.
 */
export async function askPrivately(
  core: Ports<RemindNeeds>,
  team: Team,
  task: Task,
): Promise<Outcome | 'partial' | Later> {
  const poll = await core.polls.get(team.org, team.id, task.day);
  if (!poll) return skipped('no-poll');
  if (isReplaced(task, poll)) return skipped('later-poll');
  const now = core.clock.now();
  const silent = await silentIn(core, poll);
  const wanted = silent.filter((member) => member.preferences.askPrivately && mayBeAsked(member, poll, team));
  const begun = await core.ledger.privatePolls(team.org, team.id, poll.day);
  const asked = new Set(begun.filter(isEnded).map(({ person }) => person));
  const left = wanted.filter(({ id }) => !asked.has(id));
  const { awake, held } = byNight(left, team, { closesAt: askUntil(poll) }, now);
  const turn = awake.slice(0, A_TURN);
  const { handled, putOff } = await inLanes(core, team, turn, (member) => askOne(core, team, poll, member));
  if (putOff) return later(putOff.afterMs, putOff.limited);
  if (awake.length > A_TURN && handled > 0) return 'partial';
  if (handled < turn.length) return later(RETRY_MS);
  return held.length > 0 ? later(Math.min(...held) - now) : { state: 'done', post: null };
}

function later(afterMs: Millis, limited = false): Later {
  return { state: 'later', afterMs, limited };
}

function isEnded({ state }: PrivatePollEntry): boolean {
  return state !== 'claimed' && state !== 'waiting';
}

async function askOne(core: Ports<RemindNeeds>, team: Team, poll: Poll, member: Member) {
  const { org, day } = poll;
  const body = await privatePoll(core, team, poll, { answer: null });
  const send = async (claim: ClaimedTask): Promise<Outcome> => {
    if (await core.answers.get(org, member.id, day)) return skipped('answered');
    const today = dayAt(core.clock.now(), team.settings.zone);
    const card = core.present({ today, ...body }, languageOf(member, team));
    return claim.send((key) => core.chat.direct(org, member.id, card, key));
  };
  const key = {
    kind: 'private-poll',
    person: member.id,
    org,
    team: ANY_TEAM,
    day,
    channel: 'first',
  } as const;
  return deliver(core, key, send, 'caller');
}

/**
 * At the end of the window the questions lose their buttons and show what was answered. A person of several teams keeps
 * them until the last of their polls has closed.
 */
export async function endPrivately(
  core: Ports<RemindNeeds>,
  team: Team,
  { day }: Task,
): Promise<Outcome | Later> {
  const poll = await core.polls.get(team.org, team.id, day);
  if (!poll) return skipped('no-poll');
  const posted = (await core.ledger.privatePolls(team.org, team.id, day)).filter(hasPost);
  const rows = posted.length === 0 ? [] : await core.polls.members(team.org, team.id, day);
  let edits = 0;
  for (const entry of posted) {
    const row = rows.find(({ member }) => member.id === entry.person);
    const card = row && (await closedCard(core, team, poll, row.member));
    if (!card || entry.shown === shownMark(card)) continue;
    if (edits === MOST_EDITS) return later(NEXT_EDITS_MS);
    edits += 1;
    const retryMs = await closeOne(core, entry, card);
    if (retryMs !== null) return later(retryMs);
  }
  return { state: 'done', post: null };
}

/** Null while another of the person's polls takes answers in time. */
async function closedCard(
  core: Ports<RemindNeeds>,
  team: Team,
  poll: Poll,
  member: Member,
): Promise<Card | null> {
  if (await isOpenElsewhere(core, poll, member)) return null;
  const answer = await core.answers.get(team.org, member.id, poll.day);
  const body = await privatePoll(core, team, poll, { answer });
  const today = dayAt(core.clock.now(), poll.zone);
  return core.present({ today, ...body }, languageOf(member, team));
}

/** When to try again; null: it is done, or cannot be. */
async function closeOne(core: Ports<RemindNeeds>, entry: PostedEntry, card: Card): Promise<Millis | null> {
  try {
    await editPosted(core, entry, card);
    return null;
  } catch (fault) {
    core.log.debug({ err: fault, day: entry.day }, 'private question not edited');
    return isChatFault(fault) ? editRetryMs(fault) : RETRY_MS;
  }
}

async function isOpenElsewhere(core: Ports<'clock' | 'polls'>, { org, day }: Poll, { id }: Member) {
  const now = core.clock.now();
  return (await core.polls.of(org, id, day)).some((poll) => phaseOf(poll, now) === 'open');
}
