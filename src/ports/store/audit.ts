import type { OrgId, PersonId, TeamId } from '../../domain/people/person';
import type { Millis } from '../../domain/time/calendar';

/**
 * The deeds that are recorded, by the kinds of their intents, and two that are none: the correction of a past day, which
 * any intent that answers may be, and the import of holidays by the operator. Looking at something is not one.
 */
export const RECORDED = [
  'setup',
  'campaign-use',
  'campaign-new',
  'campaign-set',
  'campaign-import',
  'campaign-add-day',
  'campaign-remove-day',
  'campaign-end',
  'campaign-restore',
  'campaign-undo',
  'campaign-figures',
  'holidays-add',
  'holidays-remove',
  'holidays-import',
  'department-set',
  'department-rename',
  'department-remove',
  'departments-import',
  'departments-undo',
  'organisation-channel',
  'template-set',
  'template-reset',
  'silent-list',
  'effect-set',
  'effect-remove',
  'effect-import',
  'activity-import',
  'poll-now',
  'remind-now',
  'drill',
  'emergency',
  'safety-contacts',
  'survey-use',
  'survey-off',
  'bind',
  'unbind',
  'resend',
  'web-sign-out-all',
  'correction',
  'token-make',
  'token-revoke',
] as const;

export type RecordedKind = (typeof RECORDED)[number];

/** Values as they are typed, by the names of settings: never names of people, and never answers. */
export type AuditValues = Readonly<Record<string, string>>;

/** What an administrator did. */
export interface AuditEntry {
  org: OrgId;
  /** Null: it concerns the whole organisation. */
  team: TeamId | null;
  person: PersonId;
  /** Epoch ms. */
  at: Millis;
  intent: RecordedKind;
  before: AuditValues;
  after: AuditValues;
}

/** What a deed changed. */
export type AuditChange = Pick<AuditEntry, 'before' | 'after'>;

/** An entry as it is kept. `done` false: the deed was begun, and may or may not have been done. */
interface KeptEntry extends AuditEntry {
  seq: number;
  done: boolean;
}

/**
 * The record of what administrators did. An entry is written before its deed, so that none is done without a trail, and
 * never changes once it is settled. Every method throws a StoreError when the database fails.
 */
export interface AuditStore {
  /** Writes that a deed begins; resolves with the entry's number. */
  begin(entry: AuditEntry): Promise<number>;
  /** The deed was done, and changed this; null: it was refused, and the entry goes. */
  settle(seq: number, change: AuditChange | null): Promise<void>;
  /** The latest entries, newest first; `before`: only those with a lower number, null: all. */
  list(org: OrgId, before: number | null, limit: number): Promise<KeptEntry[]>;
}
