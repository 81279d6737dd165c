import { type Poll, tallyDueAt } from '../answers/poll';
import { type Campaign, holds } from '../campaigns/campaign';
import type { TeamId } from '../people/person';
import { addDays, type Day, instantOf, type Millis } from '../time/calendar';
import type { SurveyMoment } from './survey';

/** The survey that an organisation has chosen. */
export interface ChosenSurvey {
  preset: string;
  moment: SurveyMoment;
  /** The team in which it was chosen, whose agenda tells of the results. */
  team: TeamId;
  /** Epoch ms: days before it are not asked about. */
  since: Millis;
}

/** Work of a survey on one day: a team's participants are asked; the one who chose it is told of the results. */
export type SurveyWork = { kind: 'survey' | 'survey-close' };

const DAY_MS: Millis = 24 * 3_600_000;
/** Nobody is asked before the working day is nearly over. */
const ASKED_AT = '16:00';
/** Answers are taken so many days after the end of the day. */
const OPEN_DAYS = 3;

/** From when on the survey of a poll's day takes no more answers. */
export function surveyEndsAt({ endsAt }: Pick<Poll, 'endsAt'>): Millis {
  return endsAt + OPEN_DAYS * DAY_MS;
}

/** The last day on which the survey of a day takes answers. */
export function surveyLastDay(day: Day): Day {
  return addDays(day, OPEN_DAYS);
}

/** A team's work for the survey; `polls`: its own. */
export function surveyTasks(
  team: TeamId,
  { polls, campaigns }: { polls: readonly Poll[]; campaigns: readonly Campaign[] },
  survey: ChosenSurvey,
) {
  return polls
    .filter((poll) => poll.opensAt >= survey.since && asksAfter(poll, campaigns, survey.moment))
    .flatMap((poll) => {
      const { day } = poll;
      const endsAt = surveyEndsAt(poll);
      const dueAt = Math.max(tallyDueAt(poll), instantOf(day, ASKED_AT, poll.zone));
      const closes = { kind: 'survey-close' as const, day, dueAt: endsAt, voidAt: endsAt + 2 * DAY_MS };
      return [
        { kind: 'survey' as const, day, dueAt, voidAt: endsAt - DAY_MS },
        ...(team === survey.team ? [closes] : []),
      ];
    });
}

function asksAfter(
  { campaign: id, day }: Poll,
  campaigns: readonly Campaign[],
  moment: SurveyMoment,
): boolean {
  const campaign = campaigns.find((one) => one.id === id);
  if (!campaign || !holds(campaign, day)) return false;
  return moment === 'day' || campaign.days.at(-1)?.day === day;
}
