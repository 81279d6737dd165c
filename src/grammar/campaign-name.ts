import type { Intent } from '../app/intent';
import { isRefusal, type Refusal } from '../domain/refusal';
import { fold, politely } from '../domain/typed/fold';
import { firstWord, ownText, type Token, tokensOf } from './text';
import { TEXT_HEADS } from './words';

/** The longest name of a campaign, in characters. */
export const MAX_TITLE = 200;

/** What stands between the word for a tally and the campaign's name. */
const OF_CAMPAIGN = /^(?:(?:of|for|on)\s+)?(?:the\s+)?/iu;

/** `tally campaign Summer`, `tally "Summer"`: the team's report on it; without a name on the current one. */
export function parseCampaignTally(text: string): Intent | Refusal {
  const plain = text.replace(OF_CAMPAIGN, '');
  const { word, rest } = firstWord(plain);
  const isHead = TEXT_HEADS.exact(politely(fold(word))) === 'campaign';
  return named(tokensOf(isHead ? rest : text), (campaign) => ({ kind: 'tally', of: { campaign } }));
}

/** The command with the name that the words are; null without any. */
export function named(
  tokens: readonly Token[],
  command: (campaign: string | null) => Intent,
): Intent | Refusal {
  const campaign = textOf(tokens);
  if (isRefusal(campaign)) return campaign;
  const isPolite = !tokens.some(({ quoted }) => quoted) && politely(fold(campaign)) === '';
  return command(isPolite ? null : campaign);
}

export function textOf(tokens: readonly Token[]): string | Refusal {
  return ownText(joined(tokens), MAX_TITLE);
}

export function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join(' ');
}
