import type { DefaultWeek, Preferences } from '../../domain/people/person';
import { refuse } from '../../domain/refusal';
import { addDays, daySpan } from '../../domain/time/calendar';
import { DEFAULT_WINDOW } from '../../domain/time/window';
import type { MessageBody } from '../../ports/messages';
import type { RecordNeeds } from '../answers/record-answer';
import { followWeek } from '../answers/usual-today';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { agreeWith, type UnheardNeeds, unheardTeams } from '../teams/agreeing';
import { clearStatus } from './status';

/* What a person sets for themselves. */

/** Teams that ask within so many days are told of where a default week does not count in them. */
const WEEK_AHEAD_DAYS = 14;

type WeekNeeds = UnheardNeeds | RecordNeeds;

/** Changes what the person has chosen by now, not what they had chosen when they were read. */
function prefer(
  { core, actor, member }: RequestContext<'people'>,
  change: (chosen: Preferences) => Partial<Preferences>,
): Promise<Preferences> {
  return core.people.changePreferences(actor.org, member.id, (chosen) => ({
    ...chosen,
    ...change(chosen),
  }));
}

/** Shows, changes or clears the default week: the answers a member gives unless they say otherwise. */
export async function changeWeek(
  context: RequestContext<WeekNeeds>,
  { change }: IntentOf<'week'>,
): Promise<MessageBody> {
  if (change === null)
    return {
      kind: 'week',
      week: context.member.preferences.week,
      weekStart: context.weekStart,
      saved: false,
      already: null,
      unheard: [],
    };
  return saveWeek(context, (old) => (change === 'clear' ? {} : { ...old, ...change }));
}

export function replaceWeek(
  context: RequestContext<WeekNeeds>,
  { week }: IntentOf<'save-week'>,
): Promise<MessageBody> {
  return saveWeek(context, () => week);
}

/** The default week to be filled in; off-peak arrivals are offered from the end of the team's window. */
export function showWeekForm({ member, team, weekStart }: RequestContext): MessageBody {
  const { until } = team?.settings.window ?? DEFAULT_WINDOW;
  return { kind: 'week-form', week: member.preferences.week, weekStart, until };
}

async function saveWeek(
  context: RequestContext<WeekNeeds>,
  change: (old: DefaultWeek) => DefaultWeek,
): Promise<MessageBody> {
  const { team, member, today, weekStart } = context;
  let old = member.preferences.week;
  const { week } = await prefer(context, (chosen) => {
    old = chosen.week;
    return { week: change(old) };
  });
  const already = await followWeek(context, old, week);
  const saved = { kind: 'week', week, weekStart, saved: true, already } as const;
  if (Object.keys(week).length === 0) return { ...saved, unheard: [] };
  if (team) await agreeWith(context, team);
  return { ...saved, unheard: await unheardTeams(context, daySpan(today, addDays(today, WEEK_AHEAD_DAYS))) };
}

export async function setReminders(
  context: RequestContext<'people'>,
  { on }: IntentOf<'remind'>,
): Promise<MessageBody> {
  await prefer(context, () => ({ remind: on }));
  return { kind: 'reminders-set', on };
}

/** Turns the private question on or off; the reminder keeps its own switch. */
export async function setAsking(
  context: RequestContext<'people'>,
  { on }: IntentOf<'ask-privately'>,
): Promise<MessageBody> {
  const { remind } = await prefer(context, () => ({ askPrivately: on }));
  return { kind: 'asking-set', on, remind };
}

export async function setLanguage(
  context: RequestContext<'people' | 'statuses'>,
  { language }: IntentOf<'language'>,
): Promise<MessageBody> {
  const { core, actor, member } = context;
  await prefer(context, () => ({ language }));
  await core.statuses.wake(actor.org, member.id);
  return { kind: 'language-set', language };
}

/** Forgetting cannot be undone, so it is asked once more. */
export function askToForget({
  core,
  member,
}: RequestContext<'retentionMonths'>): Extract<MessageBody, { kind: 'forget-ask' }> {
  return {
    kind: 'forget-ask',
    person: member.id,
    name: member.name,
    months: core.retentionMonths,
    again: false,
  };
}

/**
 * A button that another person was shown, or one of which that is not known, forgets nobody. Where others are, the person
 * is asked a second time, alone: such a button may be pressed by a person who takes it for another's.
 */
export async function forget(
  context: RequestContext<'chat' | 'clock' | 'people' | 'polls' | 'refresh' | 'retentionMonths' | 'statuses'>,
  { person, sure }: IntentOf<'forget'>,
): Promise<RequestResult> {
  const { core, actor, member, today, now } = context;
  if (person !== member.id) return refuse('forget-not-yours');
  if (actor.place !== null && !sure) return { ...askToForget(context), again: true };
  const polls = await core.polls.of(actor.org, member.id, today);
  await clearStatus(core, actor.org, member.id);
  // First: by which ids a platform knows the person is forgotten with them.
  await core.chat.forget(actor.org, member.id);
  await core.people.forget(actor.org, member.id, now);
  for (const poll of polls) core.refresh.touch(poll.org, poll.team, poll.day);
  return { kind: 'forgotten', months: core.retentionMonths };
}
