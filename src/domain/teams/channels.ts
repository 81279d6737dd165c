import type { Task } from '../agenda';
import { takesPosts } from './sharing';
import type { SecondChannel, Team, Trouble } from './team';

/*
 * A team has one channel, or two on different platforms. What is posted for it is posted in each, as a task of its own
 * in the ledger: a channel that cannot be reached does not stop the other.
 */

/** One of a team's channels. */
export type ChannelSlot = 'first' | 'second';

/** Whether a task posts in every channel; the others are done once a team. */
const IN_EVERY_CHANNEL: Record<Task['kind'], boolean> = {
  announce: true,
  open: true,
  remind: false,
  close: true,
  end: false,
  report: true,
  missed: false,
  digest: true,
  'digest-lead': false,
  'office-bounds': false,
  'roll-up': true,
  'roll-up-end': false,
  'remind-now': false,
  'follow-up': false,
  ask: false,
  'ask-end': false,
  snoozed: false,
  survey: false,
  'survey-close': false,
  'safety-call': false,
  'safety-list': false,
};

/** The team with a second channel. Its people agreed to be named in the first one only, so names are off. */
export function boundTo(team: Team, place: Team['place']): Team {
  return {
    ...team,
    settings: { ...team.settings, names: false },
    secondChannel: { place, trouble: null },
  };
}

export function slotsOf({ secondChannel }: Team): ChannelSlot[] {
  return secondChannel ? ['first', 'second'] : ['first'];
}

/** The channels that take posts now; none while other organisations may see them and nobody has agreed to that. */
export function openSlots(team: Team): ChannelSlot[] {
  if (!takesPosts(team)) return [];
  return slotsOf(team).filter((slot) => troubleAt(team, slot) === null);
}

/** The channels a task of this kind is for, each its own task in the ledger, whether they take posts now or not. */
export function channelsOf(team: Team, kind: Task['kind']): ChannelSlot[] {
  return IN_EVERY_CHANNEL[kind] ? slotsOf(team) : ['first'];
}

/**
 * Whether the task is not tried for now. A channel that refuses posts is tried with each, as no event may tell that it
 * takes them again; one that is gone is not. Other work needs a channel that is open, but a call for help needs none.
 */
export function isStopped(team: Team, kind: Task['kind'], slot: ChannelSlot): boolean {
  if (kind === 'safety-call' || kind === 'safety-list') return false;
  if (!takesPosts(team)) return true;
  return IN_EVERY_CHANNEL[kind] ? troubleAt(team, slot) === 'gone' : openSlots(team).length === 0;
}

/** The channels in which a task of this kind is tried now. */
export function slotsFor(team: Team, kind: Task['kind']): ChannelSlot[] {
  return channelsOf(team, kind).filter((slot) => !isStopped(team, kind, slot));
}

/** The platform's address of a channel; of the first where the team has no second one. */
export function placeAt({ place, secondChannel }: Team, slot: ChannelSlot): string {
  return slot === 'second' && secondChannel ? secondChannel.place : place;
}

/** The team's channel at this address; null: none of them. */
export function slotAt({ place, secondChannel }: Team, at: string | null): ChannelSlot | null {
  if (at === null) return null;
  if (place === at) return 'first';
  return secondChannel?.place === at ? 'second' : null;
}

export function troubleAt({ trouble, secondChannel }: Team, slot: ChannelSlot): Trouble | null {
  return slot === 'first' ? trouble : (secondChannel?.trouble ?? null);
}

/** The team with other trouble in one of its channels. */
export function withTrouble(team: Team, slot: ChannelSlot, trouble: Trouble | null): Team {
  if (slot === 'first') return { ...team, trouble };
  const { secondChannel } = team;
  return { ...team, secondChannel: secondChannel && ({ ...secondChannel, trouble } satisfies SecondChannel) };
}
