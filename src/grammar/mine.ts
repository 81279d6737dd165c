import type { Intent, ParseContext } from '../app/intent';
import { isRefusal } from '../domain/refusal';
import { readDays } from '../domain/typed/days';
import { readPattern } from '../domain/typed/lexicon';
import { CAMPAIGN_ASIDES, MINE } from './words';

const BETWEEN = /(?:[ ,、:?!]|on(?![a-z])|for(?![a-z])|[はをにでのが我]|って)+/uy;

/** Asks for one's own days: `what's my plan for friday?`, `私の来週の予定は？`, `我周五填的什么`. Null for another text. */
export function parseMine(text: string, today: ParseContext): Intent | null {
  let asks = false;
  for (let at = 0; at < text.length; ) {
    const mine = MINE.read(text, at);
    asks ||= mine !== null;
    const end = mine?.end ?? readAround(text, at, today);
    if (end === null) return null;
    at = end;
  }
  return asks ? { kind: 'me' } : null;
}

function readAround(text: string, at: number, today: ParseContext): number | null {
  const days = readDays(text, at, { ...today, prefer: 'nearest' });
  if (days) return isRefusal(days.value) ? null : days.end;
  return (CAMPAIGN_ASIDES.read(text, at) ?? readPattern(BETWEEN, text, at))?.end ?? null;
}
