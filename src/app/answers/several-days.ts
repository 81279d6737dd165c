import { isRefusal, type Refusal, refuse } from '../../domain/refusal';
import type { Team } from '../../domain/teams/team';
import type { Day } from '../../domain/time/calendar';
import type { MyDay } from '../../ports/views';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { type UnheardNeeds, unheardTeams } from '../teams/agreeing';
import { teamsOfMember } from '../teams/my-teams';
import { givenBy } from './answer-days';
import { myDays } from './my-days';
import { type RecordNeeds, recordOrCorrect, undoAnswer } from './record-answer';

/* Several coming days answered in one form, and taken back by one button. */

/** As many as fit into one form, and into what a platform remembers of it. */
const MOST_DAYS = 14;

export type DaysNeeds = RecordNeeds | UnheardNeeds;

/** The person's coming days that take answers. */
async function openDays(context: RequestContext<DaysNeeds>): Promise<{ days: MyDay[]; teams: Team[] }> {
  const teams = await teamsOfMember(context);
  const { days } = await myDays(context, teams, MOST_DAYS);
  return { days: days.filter(({ phase }) => phase !== 'over'), teams };
}

export async function showDaysForm(context: RequestContext<DaysNeeds>): Promise<RequestResult> {
  const { days } = await openDays(context);
  return { kind: 'days-form', days };
}

/**
 * Records each day that was changed in the form. Where one of them takes no answer any more nothing is recorded, and
 * each such day is named at its input.
 */
export async function saveDays(
  context: RequestContext<DaysNeeds>,
  { days: chosen }: IntentOf<'save-days'>,
): Promise<RequestResult> {
  const { days, teams } = await openDays(context);
  const wanted = chosen.map(({ day, choice }) => {
    const shown = days.find((one) => one.day === day);
    return { day, choice, team: teams.find(({ id }) => id === shown?.team) ?? null };
  });
  const gone = wanted.filter(({ team }) => team === null);
  if (gone.length > 0) return faultsOf(gone.map(({ day }) => [day, refuse('poll-over', { day: { day } })]));
  const saved: { day: Day; seq: number; choice: (typeof chosen)[number]['choice']; late: boolean }[] = [];
  const refused: [Day, Refusal][] = [];
  for (const { day, choice, team } of wanted) {
    if (!team) continue;
    const { member } = context;
    const result = await recordOrCorrect(context, { team, member, day, choice, ...givenBy(context, team) });
    if (isRefusal(result)) refused.push([day, result]);
    else saved.push({ day, seq: result.seq, choice, late: result.late });
  }
  if (saved.length === 0 && refused.length > 0) return faultsOf(refused);
  const recorded = saved.map(({ day }) => day);
  return {
    kind: 'recorded',
    days: saved.map(({ day, choice, late }) => ({ day, choice, late })),
    skipped: refused.map(([day]) => day),
    offer: null,
    unheard: recorded.length === 0 ? [] : await unheardTeams(context, recorded),
    ...(saved.length > 0 && { undo: saved.map(({ day, seq }) => ({ day, seq })) }),
  };
}

function faultsOf(faults: readonly (readonly [Day, Refusal])[]): Refusal {
  const fields = faults.map(([field, refusal]) => ({ field, refusal }));
  return { ...(faults[0]?.[1] ?? refuse('nothing-to-undo')), fields };
}

/** Takes back what one form recorded; a day that was answered again since stays. */
export async function undoDays(
  context: RequestContext<DaysNeeds>,
  { answers }: IntentOf<'undo-days'>,
): Promise<RequestResult> {
  const { days, teams } = await openDays(context);
  const undone: { day: Day; choice: MyDay['answer'] | null }[] = [];
  const skipped: Day[] = [];
  for (const { day, seq } of answers) {
    const team = teams.find(({ id }) => id === days.find((one) => one.day === day)?.team) ?? context.team;
    const { member } = context;
    const result = team && (await undoAnswer(context, { team, member, day, ...givenBy(context, team) }, seq));
    if (!result || isRefusal(result)) skipped.push(day);
    else undone.push({ day, choice: result.restored && { ...result.restored, source: 'form', late: false } });
  }
  return undone.length === 0 ? refuse('nothing-to-undo') : { kind: 'days-undone', days: undone, skipped };
}
