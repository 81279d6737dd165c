import type { Campaign } from '../../domain/campaigns/campaign';
import type { OrgId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { plannedDays, workCalendar } from '../../domain/planned-days';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import { defaultSettings } from '../../domain/teams/settings';
import type { Team } from '../../domain/teams/team';
import { hasControl, lengthOf, MAX_NAME, tidyName } from '../../domain/text';
import { addDays, type Day, type DayRange } from '../../domain/time/calendar';
import {
  bounded,
  type OwnCalendar,
  ownSpan,
  sizeOf,
  withDays,
  withoutDays,
} from '../../domain/time/own-calendar';
import { specialDays } from '../../domain/time/special-days';
import type { HolidayChange } from '../../ports/views';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import type { IntentOf } from '../intent';

/** A year, so that each holiday comes once. */
const DAYS_AHEAD = 365;
const MOST_SHOWN = 60;
/** As far as days are announced. */
const PLANNED_AHEAD = 100;

/** The days off and make-up days of the coming year, for the team or, without one, the deployment's country. */
export async function showHolidays({
  core,
  actor,
  team,
  today,
}: RequestContext<'defaults' | 'calendars'>): Promise<RequestResult> {
  const owner = team ?? {
    settings: defaultSettings(core.defaults),
    calendar: await core.calendars.get(actor.org),
  };
  const rows = specialDays(workCalendar(owner), today, addDays(today, DAYS_AHEAD));
  return {
    kind: 'holidays',
    teamName: team?.name ?? null,
    country: owner.settings.country,
    rows: rows.slice(0, MOST_SHOWN),
    more: Math.max(0, rows.length - MOST_SHOWN),
  };
}

type ChangeNeeds = 'calendars' | 'campaigns' | 'polls' | 'refresh' | 'teams';

/** Puts days into the organisation's calendar: off or, with `works`, working days. */
export async function addHolidays(
  context: RequestContext<ChangeNeeds>,
  { days, name: typed, works }: IntentOf<'holidays-add'>,
  right: Right<'change-holidays'>,
): Promise<RequestResult> {
  const { today } = context;
  const past = days.find(({ until }) => until < today);
  if (past) return refuse('past-day', { day: { day: past.until } });
  const name = tidyName(typed);
  if (hasControl(name)) return refuse('text-control');
  if (lengthOf(name, MAX_NAME + 1) > MAX_NAME) return refuse('text-too-long', { max: MAX_NAME });
  const change = works ? 'working' : 'added';
  return changeCalendar(context, right, { change, days, name }, (calendar) =>
    withDays(
      calendar,
      days.flatMap(({ from, until }) => ownSpan(from, until, name, works)),
    ),
  );
}

/** Takes days out of the organisation's calendar. */
export async function removeHolidays(
  context: RequestContext<ChangeNeeds>,
  { days }: IntentOf<'holidays-remove'>,
  right: Right<'change-holidays'>,
): Promise<RequestResult> {
  const name = '';
  const { today } = context;
  return changeCalendar(context, right, { change: 'removed', days, name }, (calendar) => {
    const left = days.reduce((rest, { from, until }) => withoutDays(rest, from, until), calendar);
    if (sizeOf(left) !== sizeOf(calendar)) return left;
    const [first, last] = [days[0]?.from ?? today, days.at(-1)?.until ?? today];
    return refuse('no-own-holiday', { from: { day: first }, until: { day: last } });
  });
}

type Asked = Pick<HolidayChange, 'change' | 'days' | 'name'>;

/** Changes the calendar, brings announcements up to date, and says which Telework Days it takes or gives. */
async function changeCalendar(
  { core, actor, today }: RequestContext<ChangeNeeds>,
  _right: Right<'change-holidays'>,
  asked: Asked,
  apply: (calendar: OwnCalendar) => OwnCalendar | Refusal,
): Promise<RequestResult> {
  const { org } = actor;
  const effect = await applyToCalendar(core, { org, today, days: asked.days }, apply);
  if (isRefusal(effect)) return effect;
  await core.refresh.announcements(org, [...effect.lost, ...effect.gained]);
  return { kind: 'holidays-changed', ...asked, ...effect };
}

type Effect = Pick<HolidayChange, 'lost' | 'gained' | 'polled'>;

/**
 * Changes the calendar of an organisation, and resolves with the Telework Days that it takes or gives. Every process
 * brings the announcements up to date when it next checks the teams. `days`: those that the change is about.
 */
export async function applyToCalendar(
  core: Ports<'calendars' | 'campaigns' | 'polls' | 'teams'>,
  { org, today, days }: { org: OrgId; today: Day; days: readonly DayRange[] },
  apply: (calendar: OwnCalendar) => OwnCalendar | Refusal,
): Promise<Effect | Refusal> {
  const campaigns = await core.campaigns.list(org);
  const before = plannedBy(await core.teams.list(org), campaigns, today);
  const changed = await core.calendars.change(org, (calendar) => {
    const next = apply(calendar);
    return isRefusal(next) ? next : bounded(next);
  });
  if (isRefusal(changed)) return changed;
  const after = plannedBy(await core.teams.list(org), campaigns, today);
  return {
    lost: [...before].filter((day) => !after.has(day)).sort(),
    gained: [...after].filter((day) => !before.has(day)).sort(),
    polled: await polledOn(core, org, days, today),
  };
}

/** The days from today on which any team is polled in a campaign. */
function plannedBy(teams: readonly Team[], campaigns: readonly Campaign[], today: Day): Set<Day> {
  const until = addDays(today, PLANNED_AHEAD);
  return new Set(
    teams.flatMap((team) =>
      plannedDays(team, campaigns, today, until).flatMap(({ day, campaign }) => (campaign ? [day] : [])),
    ),
  );
}

/** Whether today is among the days and has polls already: they stay. */
async function polledOn(
  { polls }: Ports<'polls'>,
  org: OrgId,
  days: readonly DayRange[],
  today: Day,
): Promise<boolean> {
  if (!days.some(({ from, until }) => from <= today && today <= until)) return false;
  return (await polls.ends(org, [today])).has(today);
}
