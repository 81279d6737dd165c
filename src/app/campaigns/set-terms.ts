import { changeTerms } from '../../domain/campaigns/change-terms';
import { isRefusal, type NotWorking } from '../../domain/refusal';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { calendarOf } from './campaign-calendar';
import { type ChangeNeeds, change, polledToday } from './change-campaign';

/** Changes what a campaign asks of those who take part: its days, target, hours, category, conditions and head count. */
export async function setTerms(
  context: RequestContext<ChangeNeeds | 'defaults'>,
  { changes, campaign: name }: IntentOf<'campaign-set'>,
): Promise<RequestResult> {
  const { today } = context;
  const typed = ['set', ...Object.entries(changes).map((pair) => pair.join('='))].join(' ');
  const when = { calendar: calendarOf(context), today };
  const polled = await polledToday(context);
  let skipped: NotWorking[] = [];
  const result = await change(context, { name, kind: 'set', day: null, typed, polled }, (campaign) => {
    const planned = changeTerms(campaign, changes, when);
    if (isRefusal(planned)) return planned;
    ({ skipped } = planned);
    return planned.campaign;
  });
  return 'kind' in result && result.kind === 'campaign-changed' ? { ...result, skipped } : result;
}
