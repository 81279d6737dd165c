import type { Campaign } from '../../domain/campaigns/campaign';
import type { TeamId } from '../../domain/people/person';
import { type AuditValues, RECORDED, type RecordedKind } from '../../ports/store/audit';
import type { RequestContext, RequestResult } from '../context';
import { activityState } from '../effects/activity';
import { effectsState } from '../effects/effects';
import type { Intent } from '../intent';
import { onTrail } from '../trail';

type TrailContext = RequestContext<
  'activity' | 'audit' | 'bindingCodes' | 'calendars' | 'campaigns' | 'effects' | 'structures' | 'teams'
>;

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
  const changed = (one: AuditValues, other: AuditValues) =>
    Object.fromEntries(Object.entries(one).filter(([key, value]) => other[key] !== value));
  return onTrail(
    core,
    {
      ...{ org: actor.org, team: ofOrganisation ? null : subject, person: member.id },
      ...{ at: now, intent: kind, before: {}, after: {} },
    },
    act,
    async () => {
      const after = await stateOf(context, subject, kind);
      return { before: changed(before, after), after: changed(after, before) };
    },
  );
}

/** The team that a deed changes; null: one that it makes, or none. */
async function subjectOf({ core, actor, team }: TrailContext, intent: Intent): Promise<TeamId | null> {
  if (intent.kind !== 'bind' || intent.code === null) return team?.id ?? null;
  const offer = await core.bindingCodes.find(intent.code);
  return offer?.org === actor.org ? offer.team : null;
}

/** What a deed of this kind can change. */
async function stateOf(
  context: TrailContext,
  subject: TeamId | null,
  kind: RecordedKind,
): Promise<AuditValues> {
  const { core, actor } = context;
  if (kind === 'activity-import') return activityState(core, actor.org);
  const isEffect = kind === 'effect-set' || kind === 'effect-remove' || kind === 'effect-import';
  return isEffect ? effectsState(core, actor.org) : setUpState(context, subject);
}

/** The settings of the team with its second channel, and the organisation's campaigns and own days. */
async function setUpState({ core, actor }: TrailContext, subject: TeamId | null): Promise<AuditValues> {
  const { org, place } = actor;
  const [team, campaigns, { days }, { departments, channel }] = await Promise.all([
    subject ? core.teams.get(org, subject) : place === null ? null : core.teams.at(org, place),
    core.campaigns.list(org),
    core.calendars.get(org),
    core.structures.get(org),
  ]);
  const settings = Object.entries(team?.settings ?? {}).map(([key, value]) => [key, plain(value)]);
  const second = team?.secondChannel ? [['second-channel', team.secondChannel.place]] : [];
  const named = campaigns.map((campaign) => [campaign.name, campaignText(campaign)]);
  const own = days.map(({ day, name, works }) => [day, `${works ? '+' : '-'} ${name}`.trim()]);
  const parts = departments.map(({ name, teams }) => [`department ${name}`, teams.join(' ') || '-']);
  const posted = channel === null ? [] : [['organisation-channel', channel]];
  return Object.fromEntries([...settings, ...second, ...named, ...own, ...parts, ...posted]);
}

function campaignText({ days, target, ended, terms = {} }: Campaign): string {
  const span = [days[0]?.day ?? '', days.at(-1)?.day ?? ''].join('..');
  const share = target === null ? '' : ` ${Math.round(target * 100)}%`;
  const { names: _, ...asked } = terms;
  const rest = Object.entries(asked).map(([key, value]) => ` ${key}=${plain(value)}`);
  return `${span} (${days.length})${share}${rest.join('')}${ended ? ' ×' : ''}`;
}

/** A value of a setting in a few signs. */
function plain(value: unknown): string {
  if (value === null) return '-';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.map(plain).join(' ') || '-';
  return typeof value === 'object' ? Object.values(value).map(plain).join('-') : String(value);
}
