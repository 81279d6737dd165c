import type { OrgId } from '../people/person';
import { isRefusal, type Refusal, refuse } from '../refusal';
import { type Day, type DayRange, daysBetween } from '../time/calendar';
import { notWorking, type WorkCalendar } from '../time/holidays';
import { daysOf } from '../typed/days';
import { type Campaign, type CampaignId, MAX_CAMPAIGN_DAYS } from './campaign';
import type { CampaignFile } from './campaign-file';
import { FIELD_EXAMPLES, type OwnCampaign, termsOf } from './campaign-schema';
import { refuseContradictions } from './impossible';
import { endsOf, type PlannedCampaign, planCampaign } from './plan-campaign';
import { daysOfRule } from './recurrence';

const FIELDS = Object.keys(FIELD_EXAMPLES) as (keyof OwnCampaign)[];

/**
 * The campaign of a file from today on; `known`: the campaign of that name, whose past days stay as they were. A refusal
 * names the line of the field that is wrong.
 */
export function planFile(
  { campaign: file, lineOf, example }: CampaignFile,
  { org, id, known }: { org: OrgId; id: CampaignId; known: Campaign | null },
  calendar: WorkCalendar,
  today: Day,
): PlannedCampaign | Refusal {
  const spans = spansOf(file.days ?? [], file.repeats);
  const held = known?.days.filter(({ day }) => day < today) ?? [];
  const core = (file.core ?? []).filter((day) => !held.some((one) => one.core && one.day === day));
  const target = file.target === undefined ? null : String(file.target);
  const planned = isRefusal(spans)
    ? spans
    : planCampaign(
        { org, id, name: file.name, days: spans, core, target, terms: termsOf(file) },
        calendar,
        today,
      );
  if (isRefusal(planned) && example !== undefined) return withExampleLine(atLine(planned, lineOf), example);
  if (isRefusal(planned))
    return withRightDay(atLine(planned, lineOf), file.core ? spans : null, calendar, today);
  const campaign = { ...planned.campaign, days: [...held, ...planned.campaign.days] };
  const refusal = refuseContradictions(campaign, known, today);
  return refusal ? atLine(refusal, lineOf) : { ...planned, campaign };
}

/** The refusal of days or core days with what would be right in the file; `spans`: null where it has no core days. */
function withRightDay(
  refusal: Refusal,
  spans: readonly DayRange[] | Refusal | null,
  calendar: WorkCalendar,
  today: Day,
): Refusal {
  const [named] = placeOf(refusal);
  const field = named === 'core' && spans === null ? 'days' : named;
  const { values } = refusal;
  if ('example' in values || !('line' in values) || (field !== 'days' && field !== 'core')) return refusal;
  const days = spans === null || isRefusal(spans) ? [] : daysOf(spans);
  const right = days.find((day) => day >= today && notWorking(day, calendar) === null);
  const example = (field === 'core' && right) || FIELD_EXAMPLES[field];
  return { ...refusal, values: { ...values, key: field, example } };
}

function withExampleLine(refusal: Refusal, example: string): Refusal {
  return { ...refusal, values: { ...refusal.values, example } };
}

/** The refusal with its line, and with those of the others that it holds. */
function atLine(refusal: Refusal, lineOf: CampaignFile['lineOf']): Refusal {
  const line = lineOf(...placeOf(refusal)) ?? lineOf('days');
  const { fields } = refusal;
  const others = fields && {
    fields: fields.map((one) => ({ ...one, refusal: atLine(one.refusal, lineOf) })),
  };
  return { ...refusal, ...others, ...(line === null ? {} : { values: { ...refusal.values, line } }) };
}

/** Of a campaign that repeats, the days of the rule within its spans. */
function spansOf(spans: readonly DayRange[], rule: string | undefined): readonly DayRange[] | Refusal {
  const { from, until } = endsOf(spans);
  if (daysBetween(from, until) >= MAX_CAMPAIGN_DAYS)
    return refuse('too-many-days', { max: MAX_CAMPAIGN_DAYS });
  if (rule === undefined) return spans;
  const days = (daysOfRule(rule, from, MAX_CAMPAIGN_DAYS) ?? []).filter((day) =>
    spans.some((span) => span.from <= day && day <= span.until),
  );
  if (days.length === 0) return refuse('no-working-days', { from: { day: from }, until: { day: until } });
  return days.map((day) => ({ from: day, until: day }));
}

/** The field that a refusal is about, and the value in it. */
function placeOf({ refusal, values }: Refusal): Parameters<CampaignFile['lineOf']> {
  const { day, key } = values;
  const field = FIELDS.find((one) => one === key);
  // A campaign without a core day has no line for it.
  if (field) return [field === 'core' ? 'minimum-core-people' : field];
  const value = typeof day === 'object' && 'day' in day ? day.day : undefined;
  if (refusal === 'campaign-name') return ['name'];
  const ofCore = ['core-outside', 'not-working-day', 'past-day'].includes(refusal);
  return ofCore && value !== undefined ? ['core', value] : ['days'];
}
