import type { Colleague, FollowedDays } from './week-views';

/** What a person is told of those whom they follow, as data without words. */
export type FollowMessage =
  /** Whom the person follows, after a change of it; `week`: null where nobody is followed. */
  | {
      kind: 'following';
      change: { did: 'added' | 'already' | 'removed'; name: string } | null;
      people: Colleague[];
      week: FollowedDays | null;
    }
  /** Several people are meant, or none, and those of similar names are offered; `on`: to follow them. */
  | { kind: 'follow-choose'; text: string; several: boolean; people: Colleague[]; on: boolean };
