import { type Refusal, refuse } from '../refusal';
import { repeated } from '../text';
import { isNone, readSwitch } from '../typed/switch';
import type { Campaign } from './campaign';
import { FIELD_EXAMPLES, ownCampaign, termsOf } from './campaign-schema';
import { readTarget } from './plan-campaign';
import { specialTerms } from './presets';
import type { Terms } from './terms';

/** What can be set of a campaign, each by its name in campaign files. */
export const TERM_KEYS = [
  'target',
  'category',
  'supporting',
  'minimum-days',
  'minimum-core-people',
  'measures-effects',
  'window',
  'peak',
  'baseline',
  'headcount',
] as const;
export type TermKey = (typeof TERM_KEYS)[number];

const TERM_OF = {
  category: 'category',
  supporting: 'supporting',
  'minimum-days': 'minimumDays',
  'minimum-core-people': 'minimumCorePeople',
  'measures-effects': 'measuresEffects',
  window: 'window',
  peak: 'peakUntil',
  baseline: 'baseline',
  headcount: 'headcount',
} as const satisfies Record<Exclude<TermKey, 'target'>, keyof Terms>;

/**
 * The campaign with other terms, from texts as typed; `none` takes a term away. What a ready-made campaign asks of the
 * special category is asked with it. The first value that does not fit refuses all.
 */
export function changeTerms(
  campaign: Campaign,
  changes: Readonly<Record<string, string>>,
): Campaign | Refusal {
  let changed = campaign;
  for (const [key, text] of Object.entries(changes)) {
    const known = TERM_KEYS.find((one) => one === key);
    if (!known)
      return refuse('unknown-setting', { text: repeated(key), nearest: '', known: { names: TERM_KEYS } });
    const next = known === 'target' ? withTarget(changed, text) : withTerm(changed, known, text);
    if ('refusal' in next) return next;
    changed = next;
  }
  return changed;
}

function withTarget(campaign: Campaign, text: string): Campaign | Refusal {
  const target = readTarget(isNone(text) ? null : text);
  return typeof target === 'object' && target !== null ? target : { ...campaign, target };
}

function withTerm(campaign: Campaign, key: Exclude<TermKey, 'target'>, text: string): Campaign | Refusal {
  const { [TERM_OF[key]]: _, ...others } = campaign.terms ?? {};
  if (isNone(text)) return { ...campaign, terms: others };
  const read = ownCampaign.partial().safeParse({ [key]: fileValue(text) });
  // A team has a setting `window`, too.
  const named = key === 'window' ? 'hours' : key;
  if (!read.success)
    return refuse('bad-setting', { key: named, value: repeated(text), example: FIELD_EXAMPLES[key] });
  const asked = termsOf(read.data);
  const more = asked.category === 'special' ? specialTerms(campaign.id) : {};
  return { ...campaign, terms: { ...others, ...more, ...asked } };
}

/** As a campaign file would have it: a number, a switch, or a text. */
function fileValue(text: string): unknown {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (/^\d{1,3}(,\d{3})+$|^\d{1,9}$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return readSwitch(plain) ?? plain;
}
