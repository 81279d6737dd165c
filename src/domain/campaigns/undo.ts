import { markOf } from '../mark';
import { type Refusal, refuse } from '../refusal';
import type { Day } from '../time/calendar';
import { type Campaign, endCampaign } from './campaign';

/** The campaign after a change, with what it was before, so that the change can be taken back. */
export function withEarlier(before: Campaign, { earlier: _, ...after }: Campaign): Campaign {
  const { days, target, terms } = before;
  return { ...after, earlier: { days, target, ...(terms ? { terms } : {}) } };
}

/** Of two states of a campaign that differ the marks differ. */
export function stateMark({ days, target, terms, ended }: Campaign): string {
  return markOf(JSON.stringify([days, target, terms ?? {}, ended]));
}

/**
 * The campaign before its last change, as long as it is as that change left it; days that are over stay. A campaign that
 * was only started has ended then.
 */
export function takeBack(
  campaign: Campaign,
  mark: string,
  { today, polled }: { today: Day; polled: boolean },
): Campaign | Refusal {
  if (campaign.ended || stateMark(campaign) !== mark) return refuse('changed-since');
  const { earlier, ...now } = campaign;
  if (!earlier) return endCampaign(now, today, polled);
  const { terms: _, ...rest } = now;
  const held = campaign.days.filter(({ day }) => day < today);
  const coming = earlier.days.filter(({ day }) => day >= today);
  return { ...rest, ...earlier, days: [...held, ...coming] };
}
