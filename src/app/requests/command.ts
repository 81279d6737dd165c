import type { WorkStyle } from '../../domain/answers/work-style';
import type { Locale } from '../../domain/people/person';
import type { Day, Time, Weekday } from '../../domain/time/calendar';

/** A closed span of days, resolved against today; a single day has `from === until`. */
export interface Days {
  from: Day;
  until: Day;
}

/** One thing a person can ask for in words: what `parseCommand` understands and `runCommand` does. */
export type Command =
  | { name: 'help' }
  | { name: 'me' }
  | { name: 'answer'; style: WorkStyle; arrival: Time | null; days: Days | null }
  | { name: 'clear'; days: Days | null }
  /** Bare: shows the default week, with its form. */
  | {
      name: 'week';
      change: Partial<Record<Weekday, { style: WorkStyle; arrival: Time | null } | 'off'>> | 'clear' | null;
    }
  /** `group`: only these people, by the name or id of the platform's user group. */
  | { name: 'who'; day: Day | null; group: string | null }
  | { name: 'tally'; of: { day: Day } | { campaign: string } | null }
  | { name: 'days' }
  /** Bare: shows the settings. Values as typed; the domain judges them. */
  | { name: 'setup'; changes: Record<string, string> }
  | { name: 'campaign-list' }
  | { name: 'campaign-use'; preset: string }
  | { name: 'campaign-new'; title: string; days: Days; core: Day[]; target: string | null }
  | { name: 'campaign-add-day'; day: Day; core: boolean; campaign: string | null }
  | { name: 'campaign-remove-day'; day: Day; campaign: string | null }
  | { name: 'campaign-end'; campaign: string | null }
  /** What may leave the organisation: figures for the campaign's organisers. */
  | { name: 'campaign-figures'; campaign: string | null }
  | { name: 'poll-now' }
  | { name: 'drill'; reason: string }
  /** Bare: offers a code; with one: makes this place the second one of the team that offered it. */
  | { name: 'bind'; code: string | null }
  | { name: 'unbind' }
  /** What was sent to the team, and with which outcome. */
  | { name: 'deliveries'; day: Day | null }
  /** Sends again what failed. */
  | { name: 'resend'; day: Day | null }
  | { name: 'remind'; on: boolean }
  | { name: 'language'; language: Locale }
  | { name: 'forget-me' };
