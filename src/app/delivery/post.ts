import type { Team } from '../../domain/teams/settings';
import { dayAt, type Millis } from '../../domain/time/calendar';
import type { PostKey } from '../../ports/chat';
import type { MessageBody } from '../../ports/messages';
import type { Outcome, TaskKey, TaskKind } from '../../ports/store/ledger';
import type { Core } from '../core';
import type { Claimed } from '../schedule/tasks';
import { placeAt, spotIn } from '../teams/channels';

/** The key under which a platform may find the post of a task again. Opaque: it names no person and no day in words. */
export function postKeyOf({ org, team, kind, day, subject }: TaskKey): string {
  return [org, team, kind, day, subject].join('/');
}

/** Posts a message in the team's channel, the one its task is for, in the team's language. */
export async function postToTeam(
  core: Core,
  team: Team,
  body: MessageBody,
  claimed: Claimed,
): Promise<Outcome> {
  const today = dayAt(core.clock.now(), team.settings.zone);
  const card = core.present({ today, ...body }, team.settings.language);
  const spot = spotIn(claimed.key.subject);
  const key = { id: postKeyOf(claimed.key), again: claimed.again };
  await beforeSending(core, claimed.key, claimed.attempt);
  return { state: 'done', post: await core.chat.post(team.org, placeAt(team, spot), card, key) };
}

const LEASE: Millis = 45_000;

/**
 * The last statement before the platform is asked: only who dies after it leaves it unknown whether it was. Throws
 * where the task is in other hands by now.
 */
export async function beforeSending({ ledger }: Pick<Core, 'ledger'>, key: TaskKey, attempt: number) {
  if (await ledger.sending(key, attempt, LEASE)) return;
  throw new Error('this took too long: the task is in other hands by now');
}

/**
 * What is tried again even when the first attempt may have arrived. A poll: its buttons carry the poll's key, so a
 * double can neither split nor lose votes, while a missing poll loses them all. The end of a day only edits, which is
 * safe to repeat. Nothing else is risked twice.
 */
export function mayRepeat(kind: TaskKind): boolean {
  return kind === 'open' || kind === 'end';
}

/** Whether a second post under this key does no harm; for platforms which cannot look an earlier post up. */
export function isRepeatable({ id }: PostKey): boolean {
  return mayRepeat(id.split('/')[2] as TaskKind);
}
