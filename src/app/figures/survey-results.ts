import type { OrgId } from '../../domain/people/person';
import { discloseItem, SURVEYS } from '../../domain/surveys/survey';
import { surveyEndsAt, surveyTasks } from '../../domain/surveys/survey-tasks';
import { addDays, type Day, type Millis } from '../../domain/time/calendar';
import type { SurveyMessage } from '../../ports/survey-messages';
import type { Ports } from '../core';

/** A survey is asked and closed within so many days. */
const DAYS_BACK = 7;

/** The results of a survey that takes no more answers, as far as they may be shown. */
export async function resultsMessage(
  { surveys }: Ports<'surveys'>,
  org: OrgId,
  day: Day,
): Promise<Extract<SurveyMessage, { kind: 'survey-results' }>> {
  const counts = await surveys.counts(org, day);
  const known = new Map(SURVEYS.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
  const items = [...known.values()].flatMap((item) => {
    const own = counts[item.id];
    return own ? [{ item: item.id, cells: discloseItem(item, own) }] : [];
  });
  return { kind: 'survey-results', day, items };
}

/**
 * The days with surveys that take no more answers, the latest first. Before its end nothing of a survey is shown: of two
 * looks the difference would tell what single people answered.
 */
export async function endedSurveys(
  { surveys, polls }: Ports<'surveys' | 'polls'>,
  org: OrgId,
  now: Millis,
): Promise<Day[]> {
  const days = await surveys.days(org);
  const ends = await polls.ends(org, days);
  return days.filter((day) => {
    const endsAt = ends.get(day);
    return endsAt === undefined || now >= surveyEndsAt({ endsAt });
  });
}

/** The latest day whose survey still takes answers, or is to be asked today; null: none. */
export async function openSurvey(
  { surveys, polls, campaigns }: Ports<'surveys' | 'polls' | 'campaigns'>,
  org: OrgId,
  { now, today }: { now: Millis; today: Day },
): Promise<Day | null> {
  const chosen = await surveys.chosen(org);
  if (!chosen) return null;
  const recent = await polls.list(org, chosen.team, addDays(today, -DAYS_BACK), today);
  const known = { polls: recent, campaigns: await campaigns.list(org) };
  const closing = surveyTasks(chosen.team, known, chosen).filter(({ kind }) => kind === 'survey-close');
  return closing.findLast(({ dueAt }) => dueAt > now)?.day ?? null;
}
