import type { OrgId, PersonId } from '../../domain/people/person';
import type { StatusAccess } from '../../domain/people/status';
import { refuse } from '../../domain/refusal';
import type { MessageBody } from '../../ports/messages';
import type { RequestContext, RequestResult } from '../context';
import type { Ports } from '../core';
import type { IntentOf } from '../intent';

/* What a person asks of their status. What is shown follows by `status.ts`. */

type OwnStatusNeeds = 'chat' | 'clock' | 'statuses';
type StatusMessage = Extract<MessageBody, { kind: 'status' }>;

export async function showOwnStatus(context: RequestContext<OwnStatusNeeds>): Promise<StatusMessage> {
  const { core, actor, member } = context;
  return statusMessage(context, await core.chat.statusAccess(actor.org, member.id), null);
}

/** Nothing is shown before the person has asked for it, and given their permission where one is needed. */
export async function switchStatus(
  context: RequestContext<OwnStatusNeeds | 'people'>,
  { on }: IntentOf<'status-set'>,
): Promise<RequestResult> {
  const { core, actor, member } = context;
  const { org } = actor;
  const access = await core.chat.statusAccess(org, member.id);
  if (!on) {
    await core.statuses.switchOff(org, member.id);
    return { ...(await statusMessage(context, access, null)), changed: true };
  }
  if (access === 'off' || access === 'no-address') return statusMessage(context, access, null);
  // A person in no team has no day to show.
  if ((await core.people.teamsOf(org, member.id)).length === 0) return refuse('no-team');
  const link = access === 'connect' ? await core.chat.statusLink(org, member.id) : null;
  await core.statuses.switchOn(org, member.id, access === 'connect' ? 'connect' : 'none');
  return { ...(await statusMessage(context, access, link)), changed: true };
}

async function statusMessage(
  { core, actor, member }: RequestContext<OwnStatusNeeds>,
  access: StatusAccess,
  link: string | null,
): Promise<StatusMessage> {
  const record = await core.statuses.get(actor.org, member.id);
  const now = core.clock.now();
  const isOn = record !== null && !record.leaving;
  const shown = isOn && record.state === 'shown' ? record.written.at(-1) : undefined;
  return {
    kind: 'status',
    on: isOn,
    access,
    link,
    state: isOn ? record.state : 'none',
    shown: shown && shown.until > now ? { text: shown.text, icon: shown.icon } : null,
    changed: false,
  };
}

/** Follows at once what the person has allowed or taken back. Resolves with whether they want their day shown. */
export async function statusAccessChanged(
  { statuses }: Ports<'statuses'>,
  org: OrgId,
  person: PersonId,
): Promise<boolean> {
  await statuses.wake(org, person);
  const record = await statuses.get(org, person);
  return record !== null && !record.leaving;
}

/** Whether the person's day is shown in their status; null: they cannot choose it here. */
export async function statusChoice({
  core,
  actor,
  member,
}: RequestContext<'chat' | 'statuses'>): Promise<boolean | null> {
  const record = await core.statuses.get(actor.org, member.id);
  if (record && !record.leaving) return true;
  const access = await core.chat.statusAccess(actor.org, member.id);
  return access === 'off' || access === 'no-address' ? null : false;
}
