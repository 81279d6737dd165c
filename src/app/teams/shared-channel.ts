import { placeAt, slotsOf } from '../../domain/teams/channels';
import { type SharingNews, withNews } from '../../domain/teams/sharing';
import type { Team } from '../../domain/teams/team';
import { dayAt, type Millis } from '../../domain/time/calendar';
import type { TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { DeliveryNeeds } from '../delivery/deliver';
import type { NextTryNeeds } from '../delivery/next-try';
import { isChatFault } from '../delivery/outcome';
import { RETRY_MS } from '../delivery/timing';
import { type ContactNeeds, tellContactOnce } from './contact';

/*
 * What is heard of other organisations in a team's channels is kept with the team before anything else is done: a
 * process that dies leaves it to the next check. Until the platform has said what it means, it is asked again.
 */

/** The ports to follow who sees a team's channels. */
export type SharingNeeds = DeliveryNeeds | NextTryNeeds | ContactNeeds | 'teams';

/** Keeps the news with the team. */
export async function heardOfSharing(
  core: Ports<'clock' | 'teams'>,
  team: Team,
  news: SharingNews,
): Promise<Team> {
  const now = core.clock.now();
  return (await core.teams.change(team.org, team.id, (current) => withNews(current, news, now))) ?? team;
}

/**
 * Asks the platform what it has not said yet, and tells the team's contact, once and in private, that the channel is
 * shared; the channel itself gets nothing. `retryAt`: when to try again what failed; null: nothing did.
 */
export async function followSharing(
  core: Ports<SharingNeeds>,
  given: Team,
): Promise<{ team: Team; retryAt: Millis | null }> {
  const team = given.sharing?.state === 'unknown' ? await asked(core, given) : given;
  const { sharing } = team;
  if (sharing === null || sharing.state === 'agreed') return { team, retryAt: null };
  if (sharing.state === 'unknown') return { team, retryAt: core.clock.now() + RETRY_MS };
  const { org, id, settings } = team;
  const { since } = sharing;
  const day = dayAt(since, settings.zone);
  const key: TaskKey = { kind: 'sharing', since, org, team: id, day, channel: 'first' };
  const body = { kind: 'shared-channel' as const, team: id, teamName: team.name };
  return { team, retryAt: await tellContactOnce(core, team, body, key) };
}

/** The team with the platform's answer; as it was where the platform gives none. */
async function asked(core: Ports<'chat' | 'clock' | 'log' | 'teams'>, team: Team): Promise<Team> {
  try {
    const answers = await Promise.all(
      slotsOf(team).map((slot) => core.chat.isShared(team.org, placeAt(team, slot))),
    );
    return await heardOfSharing(core, team, answers.includes(true));
  } catch (error) {
    if (!isChatFault(error)) throw error;
    core.log.warn(
      { err: error, team: team.id },
      'not known whether a channel is shared with other organisations; nothing is posted there until it is',
    );
    return team;
  }
}
