import { changeTerms } from '../../domain/campaigns/change-terms';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { type ChangeNeeds, change } from './change-campaign';

/** Changes what a campaign asks of those who take part: its target, hours, category, conditions and head count. */
export function setTerms(
  context: RequestContext<ChangeNeeds>,
  { changes, campaign: name }: IntentOf<'campaign-set'>,
): Promise<RequestResult> {
  const typed = ['set', ...Object.entries(changes).map((pair) => pair.join('='))].join(' ');
  return change(context, { name, kind: 'set', day: null, typed, polled: false }, (campaign) =>
    changeTerms(campaign, changes),
  );
}
