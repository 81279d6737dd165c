import type { CampaignId } from '../campaigns/campaign';
import type { Day } from '../time/calendar';
import { type Disclosure, disclose, revise, type StatusCounts } from './disclosure';
import { type SizeBand, sizeBand } from './size-band';

/** A day with everything that was published of it, first to last: the last one holds. */
interface PublishedDay {
  day: Day;
  disclosures: readonly Disclosure[];
}

/** A campaign's final report: its days, which nothing changes any more, and the people who teleworked on them. */
export interface PublishedCampaign {
  campaign: CampaignId;
  days: readonly Day[];
  /** Null: no band of sizes can be told. */
  people: SizeBand | null;
}

/** What an organisation has published: some of its days, and the final reports of all its campaigns. */
export interface Publications {
  days: readonly PublishedDay[];
  campaigns: readonly PublishedCampaign[];
}

/** What is to be published now. */
export interface NewPublications {
  days: readonly { day: Day; disclosure: Disclosure }[];
  campaign: PublishedCampaign | null;
}

/** The days that are over for every team, as they are counted now. */
export interface ClosedBooks {
  campaign: CampaignId;
  days: readonly { day: Day; counts: StatusCounts }[];
  /** Distinct people who teleworked on one of the days, once all days of the campaign are over; null before. */
  people: number | null;
}

/**
 * Decides what is published besides what already is: closed days once, their corrections as far as these may be
 * published, and the final report once. A day counts in the people of one campaign only: two bands over some of the
 * same days would tell how few people were there on the others.
 */
export function planPublications(published: Publications, books: ClosedBooks): NewPublications {
  const days = books.days.flatMap(({ day, counts }) => {
    const disclosure = nextDisclosure(published, day, counts);
    return disclosure ? [{ day, disclosure }] : [];
  });
  return { days, campaign: finalReport(published, days, books) };
}

/** Whether the final report of the campaign is published with all these days: nothing of it changes any more. */
export function isReported({ campaigns }: Publications, campaign: CampaignId, days: readonly Day[]): boolean {
  const report = campaigns.find((other) => other.campaign === campaign);
  return report !== undefined && days.every((day) => report.days.includes(day));
}

function nextDisclosure(published: Publications, day: Day, counts: StatusCounts): Disclosure | null {
  const earlier = disclosuresOf(published, day);
  if (earlier.length === 0) return disclose(counts);
  const isFinal = published.campaigns.some(({ days }) => days.includes(day));
  return isFinal ? null : revise(earlier, counts);
}

function finalReport(
  published: Publications,
  added: NewPublications['days'],
  { campaign, people, days: closed }: ClosedBooks,
): PublishedCampaign | null {
  if (people === null || published.campaigns.some((other) => other.campaign === campaign)) return null;
  const days = closed.map(({ day }) => day);
  if (days.length === 0) return null;
  const isCountedElsewhere = published.campaigns.some((other) =>
    other.days.some((day) => days.includes(day)),
  );
  const latest = days.flatMap((day) => {
    const disclosure =
      added.find((one) => one.day === day)?.disclosure ?? disclosuresOf(published, day).at(-1);
    return disclosure ? [disclosure] : [];
  });
  return { campaign, days, people: isCountedElsewhere ? null : sizeBand(people, latest) };
}

function disclosuresOf({ days }: Publications, wanted: Day): readonly Disclosure[] {
  return days.find(({ day }) => day === wanted)?.disclosures ?? [];
}
