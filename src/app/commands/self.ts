import type { DefaultWeek, Locale, Preferences } from '../../domain/people';
import type { MessageBody } from '../messages';
import type { Said, Scene } from '../scene';
import type { Command } from './command';

/* What a person sets for themselves. */

/** Changes what the person has chosen by now, not what they had chosen when they were read. */
function prefer(
  { core, actor, member }: Scene,
  change: (chosen: Preferences) => Partial<Preferences>,
): Promise<Preferences> {
  return core.store.people.changePreferences(actor.org, member.id, (chosen) => ({
    ...chosen,
    ...change(chosen),
  }));
}

/** Shows, changes or clears the default week: the answers a member gives unless they say otherwise. */
export async function week(
  scene: Scene,
  change: Extract<Command, { name: 'week' }>['change'],
): Promise<MessageBody> {
  if (change === null) return { kind: 'week', week: scene.member.preferences.week, saved: false };
  return saveWeek(scene, (old) => (change === 'clear' ? {} : { ...old, ...change }));
}

export async function saveWeek(
  scene: Scene,
  change: (old: DefaultWeek) => DefaultWeek,
): Promise<MessageBody> {
  const { week } = await prefer(scene, (chosen) => ({ week: change(chosen.week) }));
  return { kind: 'week', week, saved: true };
}

export async function setReminders(scene: Scene, on: boolean): Promise<MessageBody> {
  await prefer(scene, () => ({ remind: on }));
  return { kind: 'reminders-set', on };
}

export async function setLanguage(scene: Scene, language: Locale): Promise<MessageBody> {
  await prefer(scene, () => ({ language }));
  return { kind: 'language-set', language };
}

/** Forgetting cannot be undone, so it is asked once more. */
export function askToForget(): MessageBody {
  return { kind: 'forget-ask' };
}

export async function forget({ core, actor, member, today }: Scene): Promise<Said> {
  const polls = await core.store.polls.of(actor.org, member.id, today);
  // First: by which ids a platform knows the person is forgotten with them.
  await core.chat.forget(actor.org, member.id);
  await core.store.people.forget(actor.org, member.id, today);
  for (const poll of polls) core.refresh.touch(poll.org, poll.team, poll.day);
  return { kind: 'forgotten' };
}
