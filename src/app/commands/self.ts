import type { DefaultWeek, Locale, Preferences } from '../../domain/people';
import type { MessageBody } from '../messages';
import type { Said, Scene } from '../scene';
import type { Command } from './command';

/* What a person sets for themselves. */

async function prefer({ core, actor, member }: Scene, change: Partial<Preferences>): Promise<void> {
  await core.store.people.setPreferences(actor.org, member.id, { ...member.preferences, ...change });
}

/** Shows, changes or clears the default week: the answers a member gives unless they say otherwise. */
export async function week(
  scene: Scene,
  change: Extract<Command, { name: 'week' }>['change'],
): Promise<MessageBody> {
  const old = scene.member.preferences.week;
  if (change === null) return { kind: 'week', week: old, saved: false };
  return saveWeek(scene, change === 'clear' ? {} : { ...old, ...change });
}

export async function saveWeek(scene: Scene, next: DefaultWeek): Promise<MessageBody> {
  await prefer(scene, { week: next });
  return { kind: 'week', week: next, saved: true };
}

export async function setReminders(scene: Scene, on: boolean): Promise<MessageBody> {
  await prefer(scene, { remind: on });
  return { kind: 'reminders-set', on };
}

export async function setLanguage(scene: Scene, language: Locale): Promise<MessageBody> {
  await prefer(scene, { language });
  return { kind: 'language-set', language };
}

/** Forgetting cannot be undone, so it is asked once more. */
export function askToForget(): MessageBody {
  return { kind: 'forget-ask' };
}

export async function forget({ core, actor, member, today }: Scene): Promise<Said> {
  const polls = await core.store.polls.of(actor.org, member.id, today);
  await core.store.people.forget(actor.org, member.id, today);
  for (const poll of polls) core.refresh.touch(poll.org, poll.team, poll.day);
  return { kind: 'forgotten' };
}
