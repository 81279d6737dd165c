import { type Campaign, campaignState, findCampaign, namedOf } from '../../domain/campaigns/campaign';
import type { OrgId } from '../../domain/people/person';
import { type Refusal, refuse } from '../../domain/refusal';
import { repeated } from '../../domain/text';
import type { Day } from '../../domain/time/calendar';
import type { Ports } from '../core';

/**
 * The campaign whose effects are meant: the one named, else the running one, else the last that began, as effects are
 * entered afterwards, else the next. Several that run are refused with their names.
 *
 * @param example the command that names one, given a name
 */
export async function campaignMeant(
  { campaigns }: Ports<'campaigns'>,
  { org, named, today }: { org: OrgId; named: string | null; today: Day },
  example: (name: string) => string,
): Promise<Campaign | Refusal> {
  const all = await campaigns.list(org);
  if (named !== null)
    return findCampaign(all, named) ?? refuse('unknown-campaign', { text: repeated(named) });
  const running = all.filter((campaign) => campaignState(campaign, today) === 'running');
  if (running.length > 1) {
    const known = { campaigns: running.map(namedOf) };
    return refuse('which-campaign', { known, example: example(running[0]?.name ?? '') });
  }
  // One that was ended before its first day took place on none.
  const held = all.filter(({ days }) => days.length > 0);
  const byFirst = held.toSorted((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1));
  const begun = byFirst.findLast((campaign) => firstOf(campaign) <= today);
  return running[0] ?? begun ?? byFirst[0] ?? refuse('no-campaign');
}

function firstOf({ days }: Campaign): Day {
  return days[0]?.day ?? '';
}

/** The first and the last of its days; null: it has none. */
export function spanOf({ days }: Campaign): { from: Day; until: Day } | null {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { from: first.day, until: last.day } : null;
}
