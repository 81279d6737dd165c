import { stringify } from 'csv-stringify/sync';
import type { Intent } from '../../app/intent';
import type { DayState, WorkStyle } from '../../domain/answers/work-style';
import type { DefaultWeek } from '../../domain/people/person';
import { type ApiRequest, unlessRefused } from './request';

/* What programs write: each as its person would in the chat, with the same rights, refusals and trail. */

export function putOwnDay(request: ApiRequest) {
  const { style, arrival = null } = request.body as { style: DayState; arrival?: string | null };
  return done(request, { kind: 'answer', style, arrival, days: [request.params.day ?? ''] });
}

export function deleteOwnDay(request: ApiRequest) {
  return done(request, { kind: 'clear', days: [request.params.day ?? ''] });
}

export function putOwnWeek(request: ApiRequest) {
  const days = Object.entries(
    request.body as Record<string, 'off' | { style: WorkStyle; arrival?: string | null }>,
  );
  const week: DefaultWeek = Object.fromEntries(
    days.map(([weekday, one]) => [
      weekday,
      one === 'off' ? one : { style: one.style, arrival: one.arrival ?? null },
    ]),
  );
  return done(request, { kind: 'save-week', week });
}

export function putDepartments(request: ApiRequest) {
  const { teams } = request.body as { teams: { team: string; department: string }[] };
  const text = stringify([
    ['team', 'department'],
    ...teams.map(({ team, department }) => [team, department]),
  ]);
  return done(request, { kind: 'departments-import', text });
}

export function postActivity(request: ApiRequest) {
  const { source, csv } = request.body as { source: string; csv: string };
  return done(request, { kind: 'activity-import', source, text: csv });
}

async function done(request: ApiRequest, intent: Intent) {
  const { api, call } = request;
  const result = unlessRefused(request, await api.perform(call, intent));
  return { done: true as const, text: api.tell(call, result) };
}
