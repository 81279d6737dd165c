import type { OrgId } from '../../domain/people/person';
import { discloseItem, SURVEYS } from '../../domain/surveys/survey';
import { surveyEndsAt } from '../../domain/surveys/survey-tasks';
import type { Day, Millis } from '../../domain/time/calendar';
import type { SurveyMessage } from '../../ports/survey-messages';
import type { Ports } from '../core';

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
