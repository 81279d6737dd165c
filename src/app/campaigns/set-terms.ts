import { changeTerms } from '../../domain/campaigns/change-terms';
import { isRefusal, type NotWorking, refuse } from '../../domain/refusal';
import type { RequestContext, RequestResult } from '../context';
import { viewOfCampaign } from '../figures/views';
import type { IntentOf } from '../intent';
import { calendarOf } from './campaign-calendar';
import { type ChangeNeeds, change, pick, polledToday } from './change-campaign';

/** The fields of a campaign that can be changed. */
export async function showEditForm(
  context: RequestContext<'campaigns'>,
  { campaign: name }: IntentOf<'campaign-edit-form'>,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const campaign = pick(await core.campaigns.list(actor.org), { name, typed: 'edit' }, context);
  if (isRefusal(campaign)) return campaign;
  return campaign.ended
    ? refuse('no-campaign')
    : { kind: 'campaign-edit-form', campaign: viewOfCampaign(campaign, today) };
}

/** Changes what a campaign asks of those who take part: its days, target, hours, category, conditions and head count. */
export async function setTerms(
  context: RequestContext<ChangeNeeds>,
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
