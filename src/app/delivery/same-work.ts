import type { LedgerWork } from '../../ports/store/ledger';

/** Whether two tasks of one team and day are the same work, in whichever channel. */
export function isSameWork(one: LedgerWork, other: LedgerWork): boolean {
  return one.kind === other.kind && detailOf(one) === detailOf(other);
}

function detailOf(work: LedgerWork): string | number | null {
  switch (work.kind) {
    case 'announce':
      return work.lead;
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
      return work.since;
    case 'open':
    case 'remind':
    case 'remind-now':
    case 'follow-up':
    case 'ask':
    case 'close':
      return work.round ?? 0;
    case 'survey':
    case 'survey-close':
    case 'ask-end':
    case 'end':
    case 'digest':
    case 'digest-lead':
    case 'office-bounds':
    case 'roll-up':
    case 'roll-up-end':
      return null;
  }
}
