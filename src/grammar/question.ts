import type { Intent, IntentKind, ParseContext } from '../app/intent';
import type { Refusal } from '../domain/refusal';
import { fold, politely } from '../domain/typed/fold';
import { unclear } from './unclear';
import { whoOn } from './who-on';

/** What only shows something; everything else is not done because of a question. */
const SHOWING: ReadonlySet<IntentKind> = new Set([
  'help',
  'me',
  'following',
  'who',
  'who-week',
  'tally',
  'days',
  'holidays',
  'departments',
  'roll-up',
  'deliveries',
  'audit',
  'campaign-list',
  'campaign-show',
  'campaign-figures',
  'campaign-report',
  'effects',
  'survey',
  'survey-results',
  'effect-form',
  'activity',
  'activity-form',
]);

/** A mark at the end, a question mark before it, or the words with which Japanese and Chinese sentences ask. */
const ASKING = /[?]|(?:か|は|吗|嗎|呢|么|麼)[.!,、 ]*$/u;
const ASKING_AT_THE_END = /\?$/u;
const ASKING_WORD = /(?:か|吗|嗎|呢|么|麼)$/u;

/** A folded text, without courtesies, of which the word that asks at its end is left out too. */
export function withoutAskingWord(text: string): string {
  return politely(text.replace(ASKING_WORD, ''));
}

/**
 * A question records nothing: of a day's work style it is answered with who works how on that day; else it is refused.
 * `ownText`: the line may hold a person's own text, in which a question mark asks nothing.
 */
export function unlessAsked(
  line: string,
  intent: Intent,
  today: ParseContext,
  { ownText }: { ownText: boolean },
): Intent | Refusal {
  const text = fold(line);
  if (!(ownText ? ASKING_AT_THE_END : ASKING).test(text) || onlyShows(intent)) return intent;
  if (intent.kind !== 'answer') return unclear(text, today);
  return whoOn(intent.days, text);
}

function onlyShows(intent: Intent): boolean {
  if (intent.kind === 'week') return intent.change === null;
  if (intent.kind === 'setup') return Object.keys(intent.changes).length === 0;
  return SHOWING.has(intent.kind);
}
