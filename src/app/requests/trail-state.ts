import type { Campaign } from '../../domain/campaigns/campaign';
import type { TeamId } from '../../domain/people/person';
import type { TeamSettings } from '../../domain/teams/settings';
import type { AuditChange, AuditValues, RecordedKind } from '../../ports/store/audit';
import type { RequestContext } from '../context';
import { activityState } from '../effects/activity';
import { effectsState } from '../effects/effects';

/** The ports to read what administrators can change. */
export type StateNeeds =
  | 'activity'
  | 'calendars'
  | 'campaigns'
  | 'effects'
  | 'safety'
  | 'structures'
  | 'surveys'
  | 'teams';

type StateContext = Pick<RequestContext<StateNeeds>, 'core' | 'actor'>;

const CONTACTS = 'safety-contacts';

/** What a deed of this kind can change. */
export async function stateOf(
  context: StateContext,
  subject: TeamId | null,
  kind: RecordedKind,
): Promise<AuditValues> {
  const { core, actor } = context;
  const { org } = actor;
  switch (kind) {
    case 'activity-import':
      return activityState(core, org);
    case 'effect-set':
    case 'effect-remove':
    case 'effect-import':
      return effectsState(core, org);
    case 'safety-contacts': {
      const contacts = subject === null ? [] : await core.safety.contacts(org, subject);
      return { [CONTACTS]: contacts.map(({ person }) => person).join('\n') };
    }
    case 'survey-use':
    case 'survey-off': {
      const chosen = await core.surveys.chosen(org);
      return { survey: chosen ? `${chosen.preset} (${chosen.moment})` : '-' };
    }
    default:
      return setUpState(context, subject);
  }
}

/** The values that differ. Of safety contacts only how many: the trail outlives what is known of a person. */
export function changeOf(before: AuditValues, after: AuditValues): AuditChange {
  const differing = (one: AuditValues, other: AuditValues) =>
    Object.fromEntries(Object.entries(one).filter(([key, value]) => other[key] !== value));
  const change = { before: differing(before, after), after: differing(after, before) };
  const [old, now] = [change.before[CONTACTS], change.after[CONTACTS]];
  if (old === undefined || now === undefined) return change;
  const [was, is] = [lines(old), lines(now)];
  const come = is.filter((one) => !was.includes(one)).length;
  const gone = was.filter((one) => !is.includes(one)).length;
  return {
    before: { [CONTACTS]: String(was.length) },
    after: { [CONTACTS]: `${is.length} (+${come} −${gone})` },
  };
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The settings of the team with its second channel, and the organisation's campaigns and own days. */
async function setUpState({ core, actor }: StateContext, subject: TeamId | null): Promise<AuditValues> {
  const { org, place } = actor;
  const [team, campaigns, { days }, { departments, channel, template = {}, listsSilent }] = await Promise.all(
    [
      subject ? core.teams.get(org, subject) : place === null ? null : core.teams.at(org, place),
      core.campaigns.list(org),
      core.calendars.get(org),
      core.structures.get(org),
    ],
  );
  const second = team?.secondChannel ? [['second-channel', 'on']] : [];
  const own = days.map(({ day, name, works }) => [day, `${works ? '+' : '-'} ${name}`.trim()]);
  const parts = departments.map(({ name, teams }) => [`department ${name}`, teams.join(' ') || '-']);
  const posted = channel === null ? [] : [['organisation-channel', channel]];
  const begun = Object.entries(template).map(([key, value]) => [`template/${key}`, plainOf(key, value)]);
  const listed = listsSilent ? [['silent-list', 'on']] : [];
  const state = [
    ...second,
    ...campaigns.flatMap(campaignValues),
    ...own,
    ...parts,
    ...posted,
    ...begun,
    ...listed,
  ];
  return { ...(team ? settingValues(team.settings) : {}), ...Object.fromEntries(state) };
}

/** A state of a day that passes by itself is nothing that was set. */
function settingValues({ zoneBefore: _, ...settings }: TeamSettings): AuditValues {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, plainOf(key, value)]));
}

function plainOf(key: string, value: unknown): string {
  const isShare = key === 'remind' && typeof value === 'object' && value !== null && 'share' in value;
  return isShare ? `${Math.round(Number(value.share) * 100)}%` : plain(value);
}

/** Each property of a campaign by itself: `campaign/days/Summer`. Core days are marked with a star. */
function campaignValues({ name, days, target, ended, terms = {} }: Campaign): [string, string][] {
  const values = {
    days: days.map(({ day, core }) => (core ? `${day}*` : day)).join(' ') || '-',
    target: target === null ? '-' : `${Math.round(target * 100)}%`,
    state: ended ? 'ended' : 'held',
    ...Object.fromEntries(Object.entries(terms).map(([key, value]) => [key, plain(value)])),
  };
  return Object.entries(values).map(([key, value]) => [`campaign/${key}/${name}`, value]);
}

/** A value of a setting in a few signs. */
function plain(value: unknown): string {
  if (value === null) return '-';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.map(plain).join(' ') || '-';
  return typeof value === 'object' ? Object.values(value).map(plain).join('-') : String(value);
}
