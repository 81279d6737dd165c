import { MOST_DAYS, type Span, usualSpan } from '../../app/api';
import type { Tally } from '../../domain/answers/tally';
import type { Team } from '../../domain/teams/team';
import { addDays, type Day } from '../../domain/time/calendar';
import { sendCsv, sendExcel } from '../office/files';
import { problem, Refused } from './problems';
import { type ApiRequest, afterOf, listed, SENT, unlessRefused } from './request';

/* What programs read. */

export async function me({ api, call }: ApiRequest) {
  const { token, visit } = call;
  const teams = await api.teams(call);
  return {
    person: { id: visit.member.id, name: visit.member.name },
    administrator: await api.administers(call),
    scopes: token.scopes,
    until: instant(token.until),
    teams: teams.map(({ team: { id, name } }) => ({ id, name })),
  };
}

export async function ownDays(request: ApiRequest) {
  const { api, call } = request;
  const span = spanOf(request);
  const answers = await api.answers(call, span);
  return listed(request, `own ${keyOfSpan(span)}`, answers, {
    keyOf: ({ day }) => day,
    show: ({ day, style, arrival, at }) => ({ day, style, arrival, at: instant(at) }),
  });
}

export async function ownWeek({ call }: ApiRequest) {
  return call.visit.member.preferences.week;
}

export async function teams(request: ApiRequest) {
  const { api, call } = request;
  return listed(request, 'teams', await api.teams(call), {
    keyOf: ({ team: { id } }) => id,
    show: teamShown,
  });
}

export async function team(request: ApiRequest) {
  return teamShown(await teamAsked(request));
}

export async function polls(request: ApiRequest) {
  const { api, call } = request;
  const { team: of } = await teamAsked(request);
  const span = spanOf(request);
  return listed(request, `polls ${of.id} ${keyOfSpan(span)}`, await api.polls(call, of, span), {
    keyOf: ({ day }) => day,
    show: ({ team: id, day, phase, campaign, core, drill, opensAt, closesAt, endsAt, names }) => ({
      ...{ team: id, day, phase, campaign, core, names },
      call: drill === null ? null : drill.real ? ('emergency' as const) : ('drill' as const),
      ...{ opensAt: instant(opensAt), closesAt: instant(closesAt), endsAt: instant(endsAt) },
    }),
  });
}

export async function teamDay(request: ApiRequest) {
  const { api, call, params } = request;
  const { team: of } = await teamAsked(request);
  const { day = '' } = params;
  const { picture, groups, names } = await api.day(call, of, day);
  const { quarter, median, threeQuarters } = picture.curve;
  return {
    ...{ team: of.id, day, phase: picture.phase, tally: tallyShown(picture.tally) },
    groups: groups.map(({ style, count }) => ({ style, people: count })),
    response: { quarter, median, threeQuarters },
    people: names?.shown.map(({ name, style }) => ({ name, style })) ?? null,
  };
}

export async function days(request: ApiRequest) {
  const { api, call, response, format, words, query, secret } = request;
  const span = spanOf(request);
  const name = `telework-${keyOfSpan(span)}`;
  if (format === 'text/csv') {
    await sendCsv(response, name, { days: api.days(call, span), words });
    return SENT;
  }
  if (format !== 'application/json') {
    if (await sendExcel(response, name, { days: api.days(call, span), words })) return SENT;
    throw new Refused(problem('refused', { detail: words.t('office.files-too-many') }));
  }
  const list = `days ${keyOfSpan(span)}`;
  const [from] = afterOf(query, list, secret)?.split(' ') ?? [];
  const found = api.days(call, span, from === undefined ? undefined : { team: from, onwards: true });
  return listed(request, list, found, {
    keyOf: ({ team: id, day }) => `${id} ${day}`,
    show: ({ tally, styles, ...day }) => ({ ...day, tally: tallyShown(tally), styles }),
  });
}

export async function campaigns(request: ApiRequest) {
  const { api, call } = request;
  const all = await api.campaigns(call);
  return listed(
    request,
    'campaigns',
    all.toSorted((one, next) => (one.id < next.id ? -1 : 1)),
    {
      keyOf: ({ id }) => id,
      show: campaignShown,
    },
  );
}

export async function progress(request: ApiRequest) {
  const { api, call, params } = request;
  const found = unlessRefused(request, await api.progress(call, params.campaign ?? ''));
  const { campaign, standing, people, personDays, done, left, running, conditions } = found;
  return { campaign: campaignShown(campaign), standing, people, personDays, done, left, running, conditions };
}

export async function report(request: ApiRequest) {
  const { api, call, params } = request;
  const found = unlessRefused(request, await api.report(call, params.campaign ?? ''));
  const { days: counted, teams: most, roster, people, personDays, scheduled } = found.summary;
  return {
    campaign: campaignShown(found.campaign),
    running: found.running,
    summary: { days: counted, teams: most, roster, people, personDays, scheduled },
    forms: found.forms,
    departments: found.departments,
    days: found.days,
    missing: found.missing,
  };
}

async function teamAsked({ api, call, params }: ApiRequest) {
  const found = (await api.teams(call)).find(({ team: { id } }) => id === params.team);
  // The same for a team of another organisation, and for one that the person may not look into.
  if (!found) throw new Refused(problem('not-found'));
  return found;
}

/** The last four weeks unless a span is asked for. */
function spanOf({ api, call, query }: ApiRequest): Span {
  const usual = usualSpan(api.today(call));
  const until = typeof query.until === 'string' ? query.until : usual.until;
  const from = typeof query.from === 'string' ? query.from : query.until === undefined ? usual.from : until;
  const wrong = (detail: string) =>
    new Refused(problem('bad-request', { errors: [{ pointer: '/from', detail }] }));
  if (from > until) throw wrong('from is after until');
  if (addDays(from, MOST_DAYS) <= until) throw wrong(`a span has at most ${MOST_DAYS} days`);
  return { from, until };
}

function keyOfSpan({ from, until }: Span): string {
  return `${from}_${until}`;
}

function teamShown({ team: { id, name, settings }, department }: { team: Team; department: string | null }) {
  const { zone, language, country, window, polls: asked, names } = settings;
  return { id, name, department, timeZone: zone, language, country, window, polls: asked, names };
}

function tallyShown({ members, answered, telework, peakAvoided, noOfficeVisit, late }: Tally) {
  return { members, answered, telework, peakAvoided, noOfficeVisit, late };
}

function campaignShown({
  id,
  name,
  state,
  days: all,
  target,
}: {
  id: string;
  name: string;
  state: string;
  days: readonly { day: Day; core: boolean }[];
  target: number | null;
}) {
  return { id, name, state, days: all.map(({ day, core }) => ({ day, core })), target };
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
