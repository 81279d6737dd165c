import type { Task } from '../../domain/agenda';
import { quietUntil } from '../../domain/answers/reminding';
import { isTelework } from '../../domain/answers/work-style';
import { languageOf } from '../../domain/people/language';
import type { Member } from '../../domain/people/person';
import { counts } from '../../domain/people/roster';
import { surveyOf } from '../../domain/surveys/survey';
import type { ChosenSurvey } from '../../domain/surveys/survey-tasks';
import type { Team } from '../../domain/teams/team';
import { type Day, dayAt } from '../../domain/time/calendar';
import { skipped } from '../../ports/reasons';
import { ANY_TEAM, type Outcome } from '../../ports/store/ledger';
import type { Ports } from '../core';
import { type ClaimedTask, deliver, type Later } from '../delivery/deliver';
import { RETRY_MS } from '../delivery/timing';
import { resultsMessage } from '../figures/survey-results';
import { inLanes } from '../polls/lanes';
import type { RemindNeeds } from '../polls/remind';
import { questionTo } from './question';

/** Questions of one turn: other teams' tasks come in between. */
const A_TURN = 100;

export type SurveyNeeds = RemindNeeds | 'surveys';

/**
 * Asks those of the team who teleworked, on the day or in the campaign, each once over all teams and as a task of its
 * own; not in their night, and not those who want no reminders.
 */
export async function askParticipants(
  core: Ports<SurveyNeeds>,
  team: Team,
  { day }: Task,
): Promise<Outcome | 'partial' | Later> {
  const chosen = await core.surveys.chosen(team.org);
  const [first] = chosen ? (surveyOf(chosen.preset)?.items ?? []) : [];
  if (!chosen || !first) return skipped('withdrawn');
  const now = core.clock.now();
  const wanted = (await participants(core, team, day, chosen)).filter(
    (member) => member.preferences.remind && counts(member, team.settings),
  );
  const entries = await core.ledger.list(team.org, ANY_TEAM, day, 'survey-question');
  const asked = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'survey-question' && entry.state !== 'waiting' && entry.state !== 'claimed'
        ? [entry.person]
        : [],
    ),
  );
  const left = wanted.filter(({ id }) => !asked.has(id));
  const nights = left.map((member) => quietUntil(now, member.timeZone ?? team.settings.zone));
  const awake = left.filter((_, index) => nights[index] === null);
  const held = nights.filter((morning) => morning !== null);
  const turn = awake.slice(0, A_TURN);
  const { handled, putOff } = await inLanes(core, team, turn, (member) =>
    deliver(
      core,
      questionTo(team, day, member),
      (claim) => ask(core, { team, day, preset: chosen.preset }, member, claim),
      'caller',
    ),
  );
  if (putOff) return { state: 'later', afterMs: putOff.afterMs, limited: putOff.limited };
  if (awake.length > A_TURN && handled > 0) return 'partial';
  if (handled < turn.length) return { state: 'later', afterMs: RETRY_MS, limited: false };
  if (held.length > 0) return { state: 'later', afterMs: Math.min(...held) - now, limited: false };
  return { state: 'done', post: null };
}

async function participants(
  core: Ports<'campaigns' | 'polls'>,
  team: Team,
  day: Day,
  { moment }: ChosenSurvey,
): Promise<Member[]> {
  const poll = await core.polls.get(team.org, team.id, day);
  const campaign = (await core.campaigns.list(team.org)).find(({ id }) => id === poll?.campaign);
  const days =
    moment === 'day' || !campaign ? [day] : campaign.days.map((one) => one.day).filter((one) => one <= day);
  const found = new Map<string, Member>();
  for (const one of days) {
    for (const { member, answer } of await core.polls.members(team.org, team.id, one))
      if (answer && isTelework(answer.style)) found.set(member.id, member);
  }
  return [...found.values()];
}

function ask(
  core: Ports<SurveyNeeds>,
  { team, day, preset }: { team: Team; day: Day; preset: string },
  member: Member,
  claim: ClaimedTask,
): Promise<Outcome> {
  const today = dayAt(core.clock.now(), team.settings.zone);
  const body = { kind: 'survey-question', day, preset, item: 0 } as const;
  const card = core.present({ today, ...body }, languageOf(member, team));
  return claim.send((key) => core.chat.direct(team.org, member.id, card, key));
}

/** Ends a survey: who has answered is deleted, and the one who chose it is told the results, not in their night. */
export async function closeSurvey(
  core: Ports<SurveyNeeds | 'people'>,
  team: Team,
  { day }: Task,
  claim: ClaimedTask,
): Promise<Outcome | Later> {
  const { org } = team;
  await core.surveys.close(org, day);
  const chosen = await core.surveys.chosen(org);
  const member = chosen?.person ? await core.people.get(org, chosen.person) : null;
  if (!member) return skipped('withdrawn');
  const now = core.clock.now();
  const morning = quietUntil(now, member.timeZone ?? team.settings.zone);
  if (morning !== null) return { state: 'later', afterMs: morning - now, limited: false };
  const body = await resultsMessage(core, org, day);
  const card = core.present({ today: dayAt(now, team.settings.zone), ...body }, languageOf(member, team));
  return claim.send((key) => core.chat.direct(org, member.id, card, key));
}
