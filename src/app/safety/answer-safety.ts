import type { Poll } from '../../domain/answers/poll';
import { refuse } from '../../domain/refusal';
import { isExercise, safetyAskedAt, takesSafety } from '../../domain/safety/safety';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day, type Millis } from '../../domain/time/calendar';
import type { LedgerEntry } from '../../ports/store/ledger';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import type { DeliveryNeeds } from '../delivery/deliver';
import type { IntentOf } from '../intent';
import { namesOf, type SafetyDutyNeeds, safetyContacts } from './contacts';
import { safetyList, type TellNeeds, tellNow } from './tell-contacts';

type AnswerNeeds = DeliveryNeeds | TellNeeds | SafetyDutyNeeds | 'refresh' | 'teams';

/**
 * Records that a person is safe or needs help. The contacts are told at once where help is needed, or needed no longer:
 * the answer and their tasks are committed before that, so that the ledger tells them if this process cannot.
 */
export async function answerSafety(
  context: RequestContext<AnswerNeeds>,
  { team: named, day, state }: IntentOf<'safety-answer'>,
): Promise<RequestResult> {
  const { core, actor, member, now } = context;
  const poll = await pollAsking(context, named === undefined ? null : day);
  const since = poll && safetyAskedAt(poll);
  const team = poll && (await core.teams.get(actor.org, poll.team));
  if (!poll || !team || since === null) return refuse('no-safety-question');
  if (!takesSafety(poll, now)) return refuse('poll-over', { day: { day: poll.day } });
  const { org, team: id } = poll;
  const given = { org, team: id, day: poll.day, person: member.id, state, at: now, since };
  const call = await core.safety.answer(given);
  core.refresh.touch(org, id, poll.day);
  const told = call === null ? null : await tellAll(core, team, { call, day: poll.day, person: member.id });
  const drill = isExercise({ at: now }, poll);
  return { kind: 'safety-recorded', team: id, teamName: team.name, day: poll.day, state, told, drill };
}

/** The poll of a button; without one the poll of the place, in private the one that asked last. */
async function pollAsking(
  { core, actor, member, team, today, now }: RequestContext<'polls'>,
  day: Day | null,
): Promise<Poll | null> {
  if (day !== null) return team && core.polls.get(team.org, team.id, day);
  const days = [today, addDays(today, -1), addDays(today, -2), addDays(today, 1)];
  const listing = await Promise.all(days.map((each) => core.polls.of(actor.org, member.id, each)));
  const asking = listing.flat().filter((poll) => takesSafety(poll, now));
  const here = actor.place === null ? [] : asking.filter((poll) => poll.team === team?.id);
  const latest = (here.length > 0 ? here : asking).toSorted(
    (a, b) => (safetyAskedAt(b) ?? 0) - (safetyAskedAt(a) ?? 0),
  );
  return latest[0] ?? null;
}

/** Who has been told, who could not be, and who will be. Never throws: the answer is recorded. */
async function tellAll(
  core: Ports<AnswerNeeds>,
  team: Team,
  { call, day, person }: { call: number; day: Day; person: string },
) {
  const contacts = (await safetyContacts(core, team)).flatMap((contact) =>
    contact.person === person ? [] : [contact.person],
  );
  const states = await Promise.all(
    contacts.map(async (contact) => {
      try {
        await tellNow(core, team, { contact, call, day });
      } catch (err) {
        core.log.error({ err, team: team.id }, 'a safety contact is not told yet; trying again');
      }
      return { contact, state: await stateOf(core, team, { contact, call, day }) };
    }),
  );
  const those = (matches: (state: LedgerEntry['state'] | null) => boolean) =>
    namesOf(
      core,
      team,
      states.filter(({ state }) => matches(state)).map(({ contact }) => contact),
    );
  return {
    done: await those((state) => state === 'done'),
    failed: await those((state) => state === 'failed' || state === 'skipped'),
    coming: await those(
      (state) => state === null || state === 'claimed' || state === 'waiting' || state === 'unknown',
    ),
  };
}

async function stateOf(
  { ledger }: Ports<'ledger'>,
  { org, id }: Team,
  { contact, call, day }: { contact: string; call: number; day: Day },
): Promise<LedgerEntry['state'] | null> {
  const entries = await ledger.list(org, id, day, 'safety-call');
  const own = entries.find(
    (entry) => entry.kind === 'safety-call' && entry.contact === contact && entry.call === call,
  );
  return own?.state ?? null;
}

/** Who needs help and who is silent, for the safety contacts of the team that asked last. */
export async function showSafety(
  context: RequestContext<TellNeeds | SafetyDutyNeeds | 'teams'>,
): Promise<RequestResult> {
  const { core, actor, member, team: here, now, today } = context;
  const teams = here && actor.place !== null ? [here] : await core.teams.list(actor.org);
  const own: { team: Team; since: Millis }[] = [];
  for (const team of teams) {
    const contact = (await safetyContacts(core, team)).find(({ person }) => person === member.id);
    if (contact) own.push({ team, since: contact.since });
  }
  if (own.length === 0) return refuse('not-safety-contact');
  const found = await Promise.all(
    own.map(async ({ team, since }) => {
      const polls = await core.polls.list(team.org, team.id, addDays(today, -3), addDays(today, 1));
      const asking = polls.filter((poll) => safetyAskedAt(poll) !== null && poll.opensAt <= now);
      return asking.map((poll) => ({ team, poll, since }));
    }),
  );
  const [last] = found.flat().toSorted((a, b) => (safetyAskedAt(b.poll) ?? 0) - (safetyAskedAt(a.poll) ?? 0));
  return last ? safetyList(core, last.team, last.poll, last.since) : refuse('no-safety-question');
}
