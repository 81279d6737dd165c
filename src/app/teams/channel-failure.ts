import { ownerAt } from '../../domain/people/addresses';
import type { OrgId } from '../../domain/people/person';
import { type ChannelSlot, placeAt, slotsOf, troubleAt, withTrouble } from '../../domain/teams/channels';
import type { Team } from '../../domain/teams/team';
import { addDays, dayAt, type Millis } from '../../domain/time/calendar';
import type { ChannelFailure } from '../../ports/store/channel-failures';
import type { TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import type { DeliveryNeeds } from '../delivery/deliver';
import type { NextTryNeeds } from '../delivery/next-try';
import { type ContactNeeds, tellContactOnce } from './contact';

/*
 * The contact of a team is told once, privately, that a channel refuses the bot; again only when the channel was
 * reachable in between. The ledger makes sure of it, over restarts and among processes: since when the channel fails
 * is part of the task's name.
 */

/** The ports to tell a team's contact that a channel fails. */
export type FailureNeeds = DeliveryNeeds | NextTryNeeds | ContactNeeds | 'channelFailures';

/** The ports to serve a channel again. */
export type ServingNeeds = 'clock' | 'ledger' | 'polls' | 'refresh';

/** Tells of a team's failing channels what is not told yet, and forgets those that work. Null, or when to try again. */
export async function followFailures(
  core: Ports<FailureNeeds>,
  team: Team,
  known: readonly ChannelFailure[],
): Promise<Millis | null> {
  const retries: Millis[] = [];
  for (const channel of slotsOf(team)) {
    const before = known.find(
      (one) => one.org === team.org && one.team === team.id && one.channel === channel,
    );
    const retryAt = await followChannel(core, team, channel, before);
    if (retryAt !== null) retries.push(retryAt);
  }
  return retries.length === 0 ? null : Math.min(...retries);
}

async function followChannel(
  core: Ports<FailureNeeds>,
  team: Team,
  channel: ChannelSlot,
  before: ChannelFailure | undefined,
): Promise<Millis | null> {
  const { org, id } = team;
  const trouble = troubleAt(team, channel);
  if (trouble === null) {
    if (before) await core.channelFailures.end(org, id, channel);
    return null;
  }
  const since =
    before?.since ?? (await core.channelFailures.begin({ org, team: id, channel, since: core.clock.now() }));
  const key: TaskKey = {
    kind: 'trouble',
    since,
    org,
    team: id,
    day: dayAt(since, team.settings.zone),
    channel,
  };
  return tellContactOnce(core, team, { kind: 'trouble', teamName: team.name, trouble }, key);
}

/**
 * Serves a channel again, by `change`: the messages of its polls then show what could not be shown before. The polls
 * are read first, so that nothing is left to fail after the change.
 */
export async function servingAgain<T>(
  core: Ports<ServingNeeds>,
  { org, id, settings }: Team,
  change: () => Promise<T>,
): Promise<T> {
  const today = dayAt(core.clock.now(), settings.zone);
  const polls = await core.polls.list(org, id, addDays(today, -1), today);
  try {
    await core.ledger.hurry(org, id);
    return await change();
  } finally {
    for (const { day } of polls) core.refresh.touch(org, id, day);
  }
}

/** Serves a channel of the team again that had failed. */
export async function serveAgain(
  core: Ports<ServingNeeds | 'teams'>,
  team: Team,
  slot: ChannelSlot,
): Promise<Team> {
  const change = () => core.teams.change(team.org, team.id, (now) => withTrouble(now, slot, null));
  return (await servingAgain(core, team, change)) ?? team;
}

/** The bot was removed from an organisation: nothing is posted in its channels until the bot is back there. */
export async function organisationLost(core: Ports<'teams'>, org: OrgId, part: OrgId): Promise<void> {
  for (const { id } of await core.teams.list(org)) {
    await core.teams.change(org, id, (team) => {
      const lost = slotsOf(team).filter((slot) => ownerAt(org, placeAt(team, slot)) === part);
      return lost.reduce((now, slot) => withTrouble(now, slot, 'gone'), team);
    });
  }
}
