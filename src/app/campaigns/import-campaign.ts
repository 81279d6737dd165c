import { type Campaign, findCampaign, isAhead } from '../../domain/campaigns/campaign';
import { type CampaignFile, readCampaignFile } from '../../domain/campaigns/campaign-file';
import { planFile } from '../../domain/campaigns/plan-file';
import { withEarlier } from '../../domain/campaigns/undo';
import type { OrgId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse, refuseFile } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { WorkCalendar } from '../../domain/time/holidays';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import type { IntentOf } from '../intent';
import { calendarOf } from './campaign-calendar';
import { changed } from './campaign-changed';
import { type ChangeNeeds, changeOne } from './change-campaign';
import { ownCampaignId, type StartNeeds, saveStarted, start } from './start-campaign';

/** Starts the campaign of a file, or brings the one of that name to what the file says; the same file changes nothing. */
export async function importCampaign(
  context: RequestContext<StartNeeds | ChangeNeeds>,
  { text }: IntentOf<'campaign-import'>,
  right: Right<'change-campaigns'>,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const file = readCampaignFile(text, Number(today.slice(0, 4)));
  if (Array.isArray(file)) return refuseFile(file);
  const found = findCampaign(await core.campaigns.list(actor.org), file.campaign.name);
  const known = found && isAhead(found, today) ? found : null;
  const planning = { org: actor.org, calendar: calendarOf(context), today };
  const planned = plannedBy(planning, file, known, found);
  if (isRefusal(planned)) return planned;
  if (!known) return start(context, planned, right);
  if (isSame(known, planned.campaign)) return changed('unchanged', known, context);
  const result = await changeOne(context, known, { kind: 'set', day: null, polled: false }, (now) => {
    const again = plannedBy(planning, file, now, now);
    return isRefusal(again) ? again : again.campaign;
  });
  return 'kind' in result && result.kind === 'campaign-changed'
    ? { ...result, skipped: planned.skipped }
    : result;
}

/** By which working days a campaign is planned, and from which day on. */
interface Planning {
  org: OrgId;
  calendar: WorkCalendar;
  today: Day;
}

/** The same for the operator, who has no team. What is posted already follows when the bot next looks at the teams: they are woken. */
export async function keepCampaign(
  core: Ports<'campaigns'>,
  planning: Planning,
  text: string,
): Promise<{ campaign: Campaign; change: 'started' | 'changed' | 'unchanged' } | Refusal> {
  const { org, today } = planning;
  const file = readCampaignFile(text, Number(today.slice(0, 4)));
  if (Array.isArray(file)) return refuseFile(file);
  const found = findCampaign(await core.campaigns.list(org), file.campaign.name);
  const known = found && isAhead(found, today) ? found : null;
  const planned = plannedBy(planning, file, known, found);
  if (isRefusal(planned)) return planned;
  if (!known) return { campaign: await saveStarted({ core, today }, planned.campaign), change: 'started' };
  if (isSame(known, planned.campaign)) return { campaign: known, change: 'unchanged' };
  const changed = await core.campaigns.change(org, known.id, (now) => {
    const again = plannedBy(planning, file, now, now);
    return isRefusal(again) ? again : withEarlier(now, again.campaign);
  });
  if (changed === null) return refuse('no-campaign');
  return isRefusal(changed) ? changed : { campaign: changed, change: 'changed' };
}

/** `found`: the campaign of that name; where it is over, the file makes another one. */
function plannedBy(
  { org, calendar, today }: Planning,
  file: CampaignFile,
  known: Campaign | null,
  found: Campaign | null,
): ReturnType<typeof planFile> | Refusal {
  const { name, days } = file.campaign;
  const first = days?.[0]?.from ?? today;
  const isOver = found !== null && !found.ended && first < today;
  const id = known?.id ?? ownCampaignId(name, isOver ? today : first);
  return planFile(file, { org, id, known }, calendar, today);
}

/** Whether both say the same, in whatever order. */
function isSame(one: Campaign, other: Campaign): boolean {
  return canonical(one) === canonical(other);
}

function canonical({ earlier: _, ...value }: Campaign): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
