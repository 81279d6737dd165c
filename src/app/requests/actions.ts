import { isWorkStyle, type WorkStyle } from '../../domain/answers/work-style';
import type { TeamId } from '../../domain/people/person';
import { type Day, isDay, isTime, type Time } from '../../domain/time/calendar';

/** What a button asks for. It travels as an opaque string through the platform and may come back tampered. */
export type Action =
  | { kind: 'answer'; team: TeamId; day: Day; style: WorkStyle; arrival: Time | null }
  | { kind: 'clear'; team: TeamId; day: Day }
  | { kind: 'undo'; team: TeamId; day: Day; seq: number }
  /** Shows the styles to choose from again. */
  | { kind: 'change'; team: TeamId; day: Day }
  /** Who works how: the members of a user group or of the whole team, with the names from this one on. */
  | { kind: 'who'; team: TeamId; day: Day; group: string | null; from: number }
  /** Sends the failed again, or what may have arrived. */
  | { kind: 'resend'; team: TeamId; day: Day; which: 'failed' | 'unknown' }
  /** Runs a command, as if typed. */
  | { kind: 'run'; command: string }
  /** Opens a form; settings are those of `team`, else of the place where it is pressed. */
  | { kind: 'form'; form: 'week' | 'settings' | 'campaign'; team?: TeamId }
  | { kind: 'forget' };

const SEPARATOR = '|';

export function encodeAction(action: Action): string {
  switch (action.kind) {
    case 'answer':
      return [action.kind, action.team, action.day, action.style, action.arrival ?? ''].join(SEPARATOR);
    case 'clear':
    case 'change':
      return [action.kind, action.team, action.day].join(SEPARATOR);
    case 'who': {
      const part =
        action.group === null && action.from === 0 ? [] : [String(action.from), action.group ?? ''];
      return [action.kind, action.team, action.day, ...part].join(SEPARATOR);
    }
    case 'undo':
      return [action.kind, action.team, action.day, String(action.seq)].join(SEPARATOR);
    case 'resend':
      return [action.kind, action.team, action.day, action.which].join(SEPARATOR);
    case 'run':
      return [action.kind, action.command].join(SEPARATOR);
    case 'form':
      return [action.kind, action.form, ...(action.team === undefined ? [] : [action.team])].join(SEPARATOR);
    case 'forget':
      return action.kind;
  }
}

/** Null for anything that `encodeAction` did not write. */
export function decodeAction(text: string): Action | null {
  const [kind, ...rest] = text.split(SEPARATOR);
  const [first = '', day = '', third = '', fourth = ''] = rest;
  switch (kind) {
    case 'answer':
      if (rest.length !== 4 || !isDay(day) || !isWorkStyle(third)) return null;
      if (fourth !== '' && !isTime(fourth)) return null;
      return { kind, team: first, day, style: third, arrival: fourth === '' ? null : fourth };
    case 'clear':
    case 'change':
      return rest.length === 2 && isDay(day) ? { kind, team: first, day } : null;
    case 'who':
      if ((rest.length !== 2 && rest.length !== 4) || !isDay(day) || !/^\d{0,6}$/.test(third)) return null;
      return { kind, team: first, day, group: fourth === '' ? null : fourth, from: Number(third) };
    case 'undo':
      if (rest.length !== 3 || !isDay(day) || !/^\d{1,15}$/.test(third)) return null;
      return { kind, team: first, day, seq: Number(third) };
    case 'resend':
      if (rest.length !== 3 || !isDay(day) || (third !== 'failed' && third !== 'unknown')) return null;
      return { kind, team: first, day, which: third };
    case 'run':
      return rest.length === 1 ? { kind, command: first } : null;
    case 'form':
      if (first !== 'week' && first !== 'settings' && first !== 'campaign') return null;
      if (rest.length === 2 && first === 'settings' && day !== '') return { kind, form: first, team: day };
      return rest.length === 1 ? { kind, form: first } : null;
    case 'forget':
      return rest.length === 0 ? { kind } : null;
    default:
      return null;
  }
}
