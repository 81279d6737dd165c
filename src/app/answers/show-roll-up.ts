import { isRefusal } from '../../domain/refusal';
import { departmentNamed, unknownDepartment } from '../../domain/teams/structure';
import type { RequestContext, RequestResult } from '../context';
import { type RollUpNeeds, rollUpOfDay, rollUpView } from '../figures/roll-up';
import type { IntentOf } from '../intent';

/** The tally of the organisation or of a department, of today unless a day is named. */
export async function showRollUp(
  { core, actor, today, now }: RequestContext<RollUpNeeds>,
  { department: text, day: named }: IntentOf<'roll-up'>,
): Promise<RequestResult> {
  const { org } = actor;
  const day = named ?? today;
  const structure = await core.structures.get(org);
  const department = text === null ? null : departmentNamed(structure, text);
  if (text !== null && !department) {
    const [known] = structure.departments;
    const refusal = unknownDepartment(structure, text);
    const example = `${actor.prefix} tally department ${known?.name}`.trim();
    return known ? { ...refusal, values: { ...refusal.values, example } } : refusal;
  }
  const state = await rollUpOfDay(core, { org, day }, now);
  if (isRefusal(state)) return state;
  return { kind: 'roll-up', ...(await rollUpView(core, org, day, state, department)) };
}
