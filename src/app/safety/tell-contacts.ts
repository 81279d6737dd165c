import type { Poll } from '../../domain/answers/poll';
import { languageOf } from '../../domain/people/language';
import type { PersonId } from '../../domain/people/person';
import {
  HELP_STANDS,
  isExercise,
  type SafetyCall,
  safetyAsked,
  safetyAskedAt,
  standing,
} from '../../domain/safety/safety';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, dayAt, type Millis, momentAt } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import { skipped } from '../../ports/reasons';
import type { Outcome, TaskKey } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { type ClaimedTask, type Delivered, type DeliveryNeeds, deliver } from '../delivery/deliver';
import type { PostNeeds } from '../delivery/post';
import { viewOfPoll } from '../figures/views';
import { nameOf, type SafetyDutyNeeds, safetyContacts } from './contacts';

/** The ports to tell a team's safety contacts. */
export type TellNeeds = PostNeeds | SafetyDutyNeeds | 'campaigns' | 'people' | 'polls' | 'safety';

/** Tells one contact, at any hour, that a person needs help, or needs it no longer. */
export async function tellCall(
  core: Ports<TellNeeds>,
  team: Team,
  { contact, call, day }: { contact: PersonId; call: number; day: Day },
  claim: ClaimedTask,
): Promise<Outcome> {
  const found = (await core.safety.calls(team.org, team.id, day)).find((one) => one.call === call);
  if (!found) return skipped('withdrawn');
  return tell(core, team, contact, await callMessage(core, team, found), claim);
}

async function callMessage(
  core: Ports<'people' | 'polls'>,
  team: Team,
  call: SafetyCall,
): Promise<MessageBody> {
  const { person, state, day } = call;
  const [member, poll] = await Promise.all([
    core.people.get(team.org, person),
    core.polls.get(team.org, team.id, day),
  ]);
  const name = member ? nameOf(member) : person;
  const at = momentAt(call.at, team.settings.zone);
  return { kind: 'safety-call', teamName: team.name, name, state, at, drill: isExercise(call, poll) };
}

/** Tells a contact now, as the task that the agenda has too. Null: it is told, or another process is at it. */
export function tellNow(
  core: Ports<DeliveryNeeds | TellNeeds>,
  team: Team,
  call: { contact: PersonId; call: number; day: Day },
): Promise<Delivered | null> {
  const key: TaskKey = { kind: 'safety-call', ...call, org: team.org, team: team.id, channel: 'first' };
  return deliver(core, key, (claim) => tellCall(core, team, call, claim));
}

/** Tells one contact at the end of the window who is silent. */
export async function tellSilent(
  core: Ports<TellNeeds>,
  team: Team,
  { contact, round, day }: { contact: PersonId; round: number; day: Day },
  claim: ClaimedTask,
): Promise<Outcome> {
  const poll = await core.polls.get(team.org, team.id, day);
  if (!poll || safetyAskedAt(poll) === null) return skipped('no-poll');
  if (poll.round !== round) return skipped('later-poll');
  const own = (await safetyContacts(core, team)).find(({ person }) => person === contact);
  if (!own) return skipped('withdrawn');
  return tell(core, team, contact, await safetyList(core, team, poll, own.since), claim);
}

async function tell(
  core: Ports<PostNeeds | 'people'>,
  team: Team,
  contact: PersonId,
  body: MessageBody,
  claim: ClaimedTask,
): Promise<Outcome> {
  const member = await core.people.get(team.org, contact);
  const today = dayAt(core.clock.now(), team.settings.zone);
  const card = core.present({ today, ...body }, member ? languageOf(member, team) : team.settings.language);
  return claim.send((key) => core.chat.direct(team.org, contact, card, key));
}

/** Who of the poll's members needs help and who is silent, for a contact; of answers before `from` nothing is told. */
export async function safetyList(
  core: Ports<'campaigns' | 'people' | 'polls' | 'safety'>,
  team: Team,
  poll: Poll,
  from: Millis,
): Promise<MessageBody> {
  const { org, day } = poll;
  const since: Millis = safetyAskedAt(poll) ?? 0;
  const asked = safetyAsked(poll);
  const [answers, silent, campaigns] = await Promise.all([
    core.safety.answers(org, addDays(day, -HELP_STANDS), day),
    core.polls.silentOnSafety(org, team.id, day, since, asked),
    core.campaigns.list(org),
  ]);
  const rows = await core.polls.members(org, team.id, day);
  const members = new Map(rows.map(({ member }) => [member.id, member]));
  const own = standing(answers, since).filter(({ person, at }) => members.has(person) && at >= from);
  const helped = own.filter(({ state }) => state === 'need-help');
  const unheard = silent.filter(({ id }) => helped.every(({ person }) => person !== id));
  const named = (persons: readonly PersonId[]) =>
    persons.flatMap((person) => {
      const member = members.get(person);
      return member && member.name !== '' ? [nameOf(member)] : [];
    });
  return {
    kind: 'safety-list',
    teamName: team.name,
    day: viewOfPoll(poll, campaigns),
    safe: own.length - helped.length,
    needHelp: { count: helped.length, names: named(helped.map(({ person }) => person)) },
    silent: { count: unheard.length, names: named(unheard.map(({ id }) => id)) },
    asked,
  };
}
