import { WORK_STYLES, type WorkStyle } from '../../domain/answers/work-style';
import type { Campaign } from '../../domain/campaigns/campaign';
import { SMALLEST_CELL, suppress } from '../../domain/figures/suppress';
import type { Day } from '../../domain/time/calendar';
import type { MessageBody } from '../../ports/messages';
import type { Ports } from '../core';
import { viewOfCampaign } from './views';

/**
 * What of a campaign may leave the organisation: sums over all its teams, without teams and without names, and
 * without any figure that tells of fewer than five people.
 */
export async function organiserFigures(
  core: Ports<'polls'>,
  campaign: Campaign,
  today: Day,
): Promise<MessageBody> {
  const days = campaign.days.map(({ day }) => day).filter((day) => day <= today);
  const { people, byStyle } = await core.polls.totals(campaign.org, days);
  const answers = WORK_STYLES.reduce((sum, style) => sum + byStyle[style], 0);
  return {
    kind: 'organiser-figures',
    campaign: viewOfCampaign(campaign, today),
    polledDays: days.length,
    people: withheld(people),
    answers: withheld(answers),
    byStyle: suppress(byStyle) as Record<WorkStyle, number | null>,
  };
}

function withheld(count: number): number | null {
  return count < SMALLEST_CELL ? null : count;
}
