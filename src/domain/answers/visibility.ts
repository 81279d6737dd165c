import type { Poll } from './poll';
import type { Tally, TallyGroup } from './tally';
import { SHOWN_STYLES, type ShownStyle, shownAs, WORK_STYLES } from './work-style';

/** What a team shows of its members' answers: how many there are of each, or also whose they are. */
export type Visibility = 'counts' | 'names';

export function isVisibility(text: string): text is Visibility {
  return text === 'counts' || text === 'names';
}

export function visibilityOf({ names }: Pick<Poll, 'names'>): Visibility {
  return names ? 'names' : 'counts';
}

/**
 * Whether a person who agreed to this in a team counts in what it shows. A person agrees with a team by answering there,
 * to what it shows then: otherwise a channel made for the purpose would tell an answer that was given elsewhere.
 */
export function covers(agreed: Visibility | null | undefined, { names }: Pick<Poll, 'names'>): boolean {
  return agreed === 'names' || (agreed === 'counts' && !names);
}

/**
 * What a poll counts. `members`: those who agreed with the team and are scheduled or have answered, and all others, who
 * count as scheduled and silent whatever they answer elsewhere. `unheard`: how many the others are.
 */
export interface Counted {
  members: number;
  groups: TallyGroup[];
  unheard: number;
}

/** The counts by style as other people see them, where there are any. */
export function shownStyles({ byStyle }: Pick<Tally, 'byStyle'>): { style: ShownStyle; count: number }[] {
  return SHOWN_STYLES.map((shown) => {
    const styles = WORK_STYLES.filter((style) => shownAs(style) === shown);
    return { style: shown, count: styles.reduce((sum, style) => sum + byStyle[style], 0) };
  }).filter(({ count }) => count > 0);
}
