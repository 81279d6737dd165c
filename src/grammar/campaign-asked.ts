import type { Intent, ParseContext } from '../app/intent';
import { isRefusal, type Refusal } from '../domain/refusal';
import { fold, politely } from '../domain/typed/fold';
import type { Read } from '../domain/typed/lexicon';
import { METRIC_WORDS } from '../domain/typed/words';
import { parseCampaign } from './campaign';
import { MAX_TITLE } from './campaign-name';
import { firstWord, ownText } from './text';
import { CAMPAIGN_ASIDES, CAMPAIGN_WORDS, SURVEY_WORDS, TALLIES, TEXT_HEADS } from './words';

/* Sentences about campaigns and surveys whose words stand in another order than in commands. */

/** A campaign's name in quotes. */
const NAME = /["“「『](?<name>[^"”」』]+)["”」』]/u;
const BETWEEN = /[ ,、;:?]/u;
const ARTICLE = /^(?:the|a|an|this|our)\s+(?=\S)/iu;
const SEVERAL = /campaigns/u;

type Verb = NonNullable<ReturnType<typeof CAMPAIGN_WORDS.exact>> | 'tally' | 'results';
type Noun = 'campaign' | 'survey' | 'effects';

interface Asked {
  nouns: Set<Noun>;
  verbs: Set<Verb>;
}

/** What only shows something, or opens a form: nothing else is done because of a loose sentence. */
const SHOWN: readonly Verb[] = [
  'list',
  'show',
  'report',
  'figures',
  'new',
  'use',
  'import',
  'tally',
  'results',
];

/**
 * `list campaigns`, `キャンペーンの一覧`, `活动列表`, `「夏」の取り組みの集計`; null where a word is left that is none of these.
 */
export function parseCampaignAsked(line: string, context: ParseContext): Intent | Refusal | null {
  const name = NAME.exec(line)?.groups?.name;
  const named = name === undefined ? null : ownText(name, MAX_TITLE);
  const asked = readAsked(politely(fold(name === undefined ? line : line.replace(NAME, ' '))));
  if (!asked || isRefusal(named)) return parseTurned(line, context);
  return intentOf(asked, named, SEVERAL.test(fold(line)));
}

function readAsked(text: string): Asked | null {
  const asked: Asked = { nouns: new Set(), verbs: new Set() };
  for (let at = 0; at < text.length; ) {
    const end = BETWEEN.test(text[at] ?? '') ? at + 1 : readWord(text, at, asked);
    if (end === null) return null;
    at = end;
  }
  return asked.nouns.size > 0 ? asked : null;
}

/** The longest word that stands there. */
function readWord(text: string, at: number, { nouns, verbs }: Asked): number | null {
  const found: (Read<unknown> & { keep?: () => unknown })[] = [];
  const noun = TEXT_HEADS.read(text, at);
  const { value } = noun ?? {};
  if (noun && (value === 'campaign' || value === 'survey' || value === 'effects'))
    found.push({ ...noun, keep: () => nouns.add(value) });
  // `campaign report` is the final report, `report of the campaign` the team's.
  const lexicons = nouns.size > 0 ? [CAMPAIGN_WORDS, TALLIES] : [TALLIES, CAMPAIGN_WORDS];
  for (const read of [...lexicons.map((one) => one.read(text, at)), resultsAt(text, at)])
    if (read && SHOWN.includes(read.value)) found.push({ ...read, keep: () => verbs.add(read.value) });
  const aside = CAMPAIGN_ASIDES.read(text, at);
  if (aside) found.push(aside);
  // `effects on overtime`: all of them are shown.
  const metric = nouns.has('effects') ? METRIC_WORDS.read(text, at) : null;
  if (metric) found.push(metric);
  const [longest] = found.toSorted((one, other) => other.end - one.end);
  longest?.keep?.();
  return longest?.end ?? null;
}

function resultsAt(text: string, at: number): Read<'results'> | null {
  const read = SURVEY_WORDS.read(text, at);
  return read?.value === 'results' ? { value: 'results', end: read.end } : null;
}

function intentOf({ nouns, verbs }: Asked, name: string | null, several: boolean): Intent | null {
  const about = [...nouns].join(' ');
  const isOne = !several || name !== null;
  if (verbs.size > 1) verbs.delete('show');
  const [verb, ...others] = [...verbs].filter((one) => one !== 'results' || about === 'survey');
  if (about === 'survey') return name === null ? surveyIntent(verbs) : null;
  if (nouns.has('effects')) return verb ? null : { kind: 'effects', campaign: name };
  if (about !== 'campaign' || others.length > 0) return null;
  return isOne ? campaignIntent(verb ?? (name === null ? 'list' : 'show'), name) : { kind: 'campaign-list' };
}

function surveyIntent(verbs: ReadonlySet<Verb>): Intent {
  return { kind: verbs.has('results') || verbs.has('tally') ? 'survey-results' : 'survey' };
}

function campaignIntent(verb: Verb, campaign: string | null): Intent | null {
  switch (verb) {
    case 'tally':
      return { kind: 'tally', of: { campaign } };
    case 'show':
    case 'report':
    case 'figures':
      return { kind: `campaign-${verb}`, campaign };
    case 'list':
    case 'use':
      return campaign === null ? { kind: 'campaign-list' } : null;
    case 'new':
    case 'import':
      return campaign === null ? { kind: verb === 'new' ? 'campaign-form' : 'campaign-import-form' } : null;
    default:
      return null;
  }
}

/** `use campaign telework-month`, `end the campaign "Summer"`: the command with its first two words turned. */
function parseTurned(line: string, context: ParseContext): Intent | Refusal | null {
  const { word, rest } = firstWord(line);
  const verb = CAMPAIGN_WORDS.exact(fold(word));
  const { word: noun, rest: tail } = firstWord(rest.replace(ARTICLE, ''));
  return verb && TEXT_HEADS.exact(politely(fold(noun))) === 'campaign'
    ? parseCampaign(`${word} ${tail}`.trim(), context)
    : null;
}
