import { platformOf } from '../../domain/people/addresses';
import type { PollKey } from '../../ports/store/edits';
import type { PollRefresh, Ports } from '../core';
import { Upkeep, type UpkeepNeeds } from './upkeep';

/**
 * Coalesces edits: changes gather for a moment, then each poll touched is edited once, from the store, so that
 * the last state is always the one sent. Polls do not wait for each other: a platform may take its time with one.
 * Processes that share the database take turns at a poll, and leave it when another has shown their change. What is
 * in memory here is only a hint: `catchUp` finds what a process that died has left.
 */
export function createRefresh(ports: Ports<UpkeepNeeds>): PollRefresh {
  const polls = new Map<string, Upkeep>();
  /** The history up to here was looked through; later entries still have the process that made them. */
  let checked = 0;
  let last: number | null = null;

  function touch(poll: PollKey): void {
    const key = `${poll.org}|${poll.team}|${poll.day}`;
    const upkeep = polls.get(key) ?? new Upkeep(ports, poll, () => polls.delete(key));
    polls.set(key, upkeep);
    upkeep.touch();
  }

  const ended = () => Promise.all([...polls.values()].map((upkeep) => upkeep.ended()));

  return {
    touch(org, team, day) {
      ports.metrics.count({ what: 'edit-asked', platform: platformOf(org) });
      touch({ org, team, day });
    },
    async settle() {
      await ended();
      for (const upkeep of polls.values()) upkeep.flush();
      await ended();
    },
    async catchUp() {
      const unseen = await ports.edits.unseen(ports.clock.now(), checked, last);
      for (const poll of unseen.polls) touch(poll);
      checked = last ?? unseen.latest;
      last = unseen.latest;
    },
  };
}
