import type { Right } from '../../domain/permissions';
import { refuse } from '../../domain/refusal';
import { SURVEYS, surveyOf } from '../../domain/surveys/survey';
import { surveyEndsAt, surveyLastDay } from '../../domain/surveys/survey-tasks';
import type { RequestContext, RequestResult } from '../context';
import { endedSurveys, openSurvey, resultsMessage } from '../figures/survey-results';
import type { IntentOf } from '../intent';
import { questionTo } from './question';

type Chosen = Right<'change-campaigns'>;

/** Which survey is chosen, and which there are. */
export async function showSurvey({ core, actor }: RequestContext<'surveys'>): Promise<RequestResult> {
  const chosen = await core.surveys.chosen(actor.org);
  return { kind: 'survey-status', chosen: chosen && { preset: chosen.preset, moment: chosen.moment } };
}

/** The form to choose one in. */
export async function showSurveyForm({ core, actor }: RequestContext<'surveys'>): Promise<RequestResult> {
  const chosen = await core.surveys.chosen(actor.org);
  return { kind: 'survey-form', chosen: chosen && { preset: chosen.preset, moment: chosen.moment } };
}

/** Chooses a survey for the days from now on. */
export async function useSurvey(
  { core, actor, member, team, now }: RequestContext<'surveys' | 'wakeQueue'>,
  { preset, moment }: IntentOf<'survey-use'>,
  _right: Chosen,
): Promise<RequestResult> {
  if (!surveyOf(preset))
    return refuse('unknown-survey', { text: preset, known: { names: SURVEYS.map(({ id }) => id) } });
  if (!team) return refuse('no-team');
  await core.surveys.choose(actor.org, { preset, moment, team: team.id, since: now, person: member.id });
  await core.wakeQueue.wake(actor.org);
  return { kind: 'survey-status', chosen: { preset, moment } };
}

/** Asks nothing any more; what was answered stays counted. */
export async function stopSurveys(
  { core, actor }: RequestContext<'surveys'>,
  _intent: IntentOf<'survey-off'>,
  _right: Chosen,
): Promise<RequestResult> {
  await core.surveys.choose(actor.org, null);
  return { kind: 'survey-status', chosen: null };
}

/** The results of the latest survey that takes no more answers, and until when a later one takes them. */
export async function showResults(
  { core, actor, now, today }: RequestContext<'surveys' | 'polls' | 'campaigns'>,
  _intent: IntentOf<'survey-results'>,
  _right: Chosen,
): Promise<RequestResult> {
  const { org } = actor;
  const [day] = await endedSurveys(core, org, now);
  const latest = await openSurvey(core, org, { now, today });
  const open = latest && { day: latest, until: surveyLastDay(latest) };
  if (day) return { ...(await resultsMessage(core, org, day)), ...(open && { open }) };
  return open
    ? refuse('survey-open', { day: { day: open.day }, until: { day: open.until } })
    : refuse('no-survey-results');
}

/**
 * Counts one answer of a person who was asked, and goes on with the next question. An answer cannot be changed: nobody
 * knows whose it was.
 */
export async function answerSurvey(
  { core, actor, member, now }: RequestContext<'surveys' | 'polls' | 'ledger'>,
  { day, item: id, option }: IntentOf<'survey-answer'>,
): Promise<RequestResult> {
  const { org } = actor;
  const item = SURVEYS.flatMap(({ items }) => items).find((one) => one.id === id);
  const options = item?.options.map((one) => one.id) ?? [];
  const listing = await core.polls.of(org, member.id, day);
  const wasAsked = await core.ledger.isKnown(questionTo({ org }, day, member));
  if (!options.includes(option) || listing.length === 0 || !wasAsked) return refuse('unknown-button');
  if (listing.every((poll) => now >= surveyEndsAt(poll))) return refuse('survey-over');
  await core.surveys.count({ org, day, person: member.id, item: id, option, options });
  const chosen = await core.surveys.chosen(org);
  const answered = new Set(await core.surveys.answered(org, day, member.id));
  const next = chosen ? (surveyOf(chosen.preset)?.items.findIndex((one) => !answered.has(one.id)) ?? -1) : -1;
  if (!chosen || next < 0) return { kind: 'survey-thanks', all: true };
  return { kind: 'survey-question', day, preset: chosen.preset, item: next };
}
