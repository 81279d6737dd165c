import type { TeamId } from '../../domain/people/person';
import { RECORDED, type RecordedKind } from '../../ports/store/audit';
import type { RequestContext, RequestResult } from '../context';
import type { Intent } from '../intent';
import { onTrail } from '../trail';
import { changeOf, type StateNeeds, stateOf } from './trail-state';

type TrailContext = RequestContext<'audit' | 'bindingCodes' | StateNeeds>;

/** Deeds that are nothing but what they change: where that is nothing, there was none. */
const NOTHING_ELSE: ReadonlySet<RecordedKind> = new Set<RecordedKind>([
  'setup',
  'campaign-use',
  'campaign-set',
  'campaign-restore',
]);

/** The deed to record; null: nothing is changed. */
function recordedAs(intent: Intent): RecordedKind | null {
  if (intent.kind === 'campaign-use' && intent.preview) return null;
  if (intent.kind === 'setup' && Object.keys(intent.changes).length === 0) return null;
  return RECORDED.find((kind) => kind === intent.kind) ?? null;
}

/** Does something, and records what it changed. A refusal leaves no entry, and a deed `ofOrganisation` names no team. */
export async function onRecord(
  context: TrailContext,
  { intent, ofOrganisation }: { intent: Intent; ofOrganisation: boolean },
  act: () => Promise<RequestResult>,
): Promise<RequestResult> {
  const kind = recordedAs(intent);
  if (kind === null) return act();
  const { core, actor, member, now } = context;
  const subject = await subjectOf(context, intent);
  const before = await stateOf(context, subject, kind);
  return onTrail(
    core,
    {
      ...{ org: actor.org, team: ofOrganisation ? null : subject, person: member.id },
      ...{ at: now, intent: kind, before: {}, after: {} },
    },
    act,
    async () => {
      const change = changeOf(before, await stateOf(context, subject, kind));
      const isNothing = Object.keys({ ...change.before, ...change.after }).length === 0;
      return isNothing && NOTHING_ELSE.has(kind) ? null : change;
    },
  );
}

/** The team that a deed changes; null: one that it makes, or none. */
async function subjectOf({ core, actor, team }: TrailContext, intent: Intent): Promise<TeamId | null> {
  if (intent.kind !== 'bind' || intent.code === null) return team?.id ?? null;
  const offer = await core.bindingCodes.find(intent.code);
  return offer?.org === actor.org ? offer.team : null;
}
