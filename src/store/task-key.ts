import { createHash } from 'node:crypto';
import type { PersonId } from '../domain/people/person';
import type { LedgerWork, TaskKey } from '../ports/store/ledger';
import type { TaskTable } from './schema';

/* How a task is named in its row. What stands on disk must stay readable: databases hold rows of every version. */

/** Kinds whose subject is the id of a person, which may end in anything. */
const IS_PERSON: ReadonlySet<LedgerWork['kind']> = new Set([
  'reminder',
  'survey-question',
  'private-poll',
  'snoozed',
]);

export type RowKey = Pick<TaskTable, 'org' | 'team' | 'day' | 'kind' | 'subject'>;

/** Ends the subject of what is done in a team's second channel. */
const SECOND = '@also';
const POST_ID_LENGTH = 32;

/** The columns that name a task. */
export function rowKeyOf(key: TaskKey): RowKey {
  const { org, team, day, kind, channel } = key;
  const subject = subjectOf(key);
  return { org, team, day, kind, subject: channel === 'second' ? subject + SECOND : subject };
}

/** The task that a row names. */
export function taskKeyOf({ org, team, day, kind, subject }: RowKey): TaskKey {
  const isSecond = !IS_PERSON.has(kind) && subject.endsWith(SECOND);
  const plain = isSecond ? subject.slice(0, -SECOND.length) : subject;
  return { ...workOf(kind, plain), org, team, day, channel: isSecond ? 'second' : 'first' };
}

/**
 * The id of a task's post; `before`: the post that it follows, where the task is done once more. Platforms show it to
 * other apps, so that it is a hash: neither the person nor the day can be read from it.
 */
export function postIdOf(key: TaskKey, before: string | null = null): string {
  const { org, team, kind, day, subject } = rowKeyOf(key);
  const again = key.kind === 'reminder' && key.round ? [key.round] : [];
  const follows = before === null ? [] : [before];
  const name = [org, team, kind, day, subject, ...again, ...follows].join('/');
  return createHash('sha256').update(name).digest('hex').slice(0, POST_ID_LENGTH);
}

function subjectOf(work: LedgerWork): string {
  switch (work.kind) {
    case 'announce':
      return 'campaign' in work ? `${work.lead}|${work.campaign}` : String(work.lead);
    case 'reminder':
    case 'survey-question':
    case 'private-poll':
    case 'snoozed':
      return work.person;
    case 'follow-up-reminder':
      return `${work.person}|${work.round}`;
    case 'safety-call':
      return `${work.contact}|${work.call}`;
    case 'safety-list':
      return `${work.contact}|${work.round}`;
    case 'report':
      return work.campaign;
    case 'trouble':
    case 'sharing':
    case 'missed':
      return String(work.since);
    case 'open':
    case 'remind':
    case 'remind-now':
    case 'follow-up':
    case 'ask':
    case 'close':
      return work.round === undefined ? '' : String(work.round);
    case 'survey':
    case 'survey-close':
    case 'ask-end':
    case 'end':
    case 'digest':
    case 'digest-lead':
    case 'office-bounds':
    case 'roll-up':
    case 'roll-up-end':
      return '';
  }
}

function workOf(kind: LedgerWork['kind'], subject: string): LedgerWork {
  switch (kind) {
    case 'announce':
      return announceOf(subject);
    case 'reminder':
    case 'survey-question':
    case 'private-poll':
    case 'snoozed':
      return { kind, person: subject };
    case 'follow-up-reminder': {
      const { person, number: round } = ofPerson(subject);
      return { kind, person, round };
    }
    case 'safety-call': {
      const { person: contact, number: call } = ofPerson(subject);
      return { kind, contact, call };
    }
    case 'safety-list': {
      const { person: contact, number: round } = ofPerson(subject);
      return { kind, contact, round };
    }
    case 'report':
      return { kind, campaign: subject };
    case 'trouble':
    case 'sharing':
    case 'missed':
      return { kind, since: Number(subject) };
    case 'open':
    case 'remind':
    case 'remind-now':
    case 'follow-up':
    case 'ask':
    case 'close':
      return subject === '' ? { kind } : { kind, round: Number(subject) };
    case 'survey':
    case 'survey-close':
    case 'ask-end':
    case 'end':
    case 'digest':
    case 'digest-lead':
    case 'office-bounds':
    case 'roll-up':
    case 'roll-up-end':
      return { kind };
  }
}

/** Earlier versions did not name the campaign. */
function announceOf(subject: string): Extract<LedgerWork, { kind: 'announce' }> {
  if (subject === 'prev' || subject === 'drill' || subject === 'emergency')
    return { kind: 'announce', lead: subject };
  const at = subject.indexOf('|');
  if (at < 0) return { kind: 'announce', lead: Number(subject) };
  return { kind: 'announce', lead: Number(subject.slice(0, at)), campaign: subject.slice(at + 1) };
}

/** A person and a number; the id of a person may hold the separator. */
function ofPerson(subject: string): { person: PersonId; number: number } {
  const at = subject.lastIndexOf('|');
  return { person: subject.slice(0, at), number: Number(subject.slice(at + 1)) };
}
