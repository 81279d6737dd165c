import { type Lexicon, lexicon } from '../domain/typed/lexicon';
import { LANGUAGES } from '../i18n/languages';
import type { Phrases } from '../i18n/phrases';

/* People mix languages, so each lexicon holds the phrases of all of them. */

function inAll<T extends string>(
  tableOf: (phrases: Phrases) => Readonly<Record<T, readonly string[]>>,
): Lexicon<T> {
  return lexicon(...Object.values(LANGUAGES).map((language) => tableOf(language.lexicon)));
}

export const STYLES = inAll((phrases) => phrases.styles);
/** What can be said of a day: the work styles, and that one is not scheduled. */
export const DAY_STATES = inAll((phrases) => ({ ...phrases.styles, ...phrases.notScheduled }));
/** The words of Chinese for the work styles. */
export const CHINESE_STYLES = lexicon(LANGUAGES['zh-CN'].lexicon.styles, LANGUAGES['zh-TW'].lexicon.styles);
export const VERBS = inAll((phrases) => phrases.verbs);
/** Calls at short notice, and figures of a day. */
export const CALLS = inAll(({ textHeads: { drill, emergency } }) => ({ drill, emergency }));
export const TALLIES = inAll(({ verbs }) => ({ tally: verbs.tally }));
export const WHO = inAll(({ verbs }) => ({ who: verbs.who }));
export const HEADS = inAll((phrases) => phrases.heads);
export const TEXT_HEADS = inAll((phrases) => phrases.textHeads);
export const DELIVERY_WORDS = inAll((phrases) => phrases.deliveries);
export const CAMPAIGN_WORDS = inAll((phrases) => phrases.campaigns);
export const HOLIDAY_WORDS = inAll((phrases) => phrases.holidays);
export const DEPARTMENT_WORDS = inAll((phrases) => phrases.departments);
export const ORGANISATION_WORDS = inAll((phrases) => phrases.organisation);
/** Of what a tally is asked for. */
export const PART_WORDS = inAll((phrases) => phrases.parts);
export const EFFECT_WORDS = inAll((phrases) => phrases.effects);
export const EFFECT_OPTIONS = inAll((phrases) => phrases.effectOptions);
/** Words around a question for a campaign or a survey. */
export const CAMPAIGN_ASIDES = inAll((phrases) => phrases.campaignAsides);
export const CAMPAIGN_OPTIONS = inAll((phrases) => phrases.campaignOptions);
export const CAMPAIGN_TERMS = inAll((phrases) => phrases.campaignTerms);
export const SETTINGS = inAll((phrases) => phrases.settings);
export const SURVEY_WORDS = inAll((phrases) => phrases.surveys);
export const SAFETY_WORDS = inAll((phrases) => phrases.safety);
/** In a default week, words of leave mean that the person is not scheduled, too. */
export const OFF_DAY = inAll(({ dayOff, notScheduled }) => ({
  off: [...new Set([...dayOff.off, ...notScheduled['not-scheduled']])],
}));
/** Halves of a day; `half`: one of them, or leave for one of them. */
export const HALVES = inAll((phrases) => phrases.halves);
export const ARRIVALS = inAll((phrases) => phrases.arrivals);
export const CORRECTIONS = inAll((phrases) => phrases.corrections);
export const WHERE = inAll((phrases) => phrases.where);
/** Where one wants to be asked. */
export const ASKING = inAll((phrases) => phrases.asking);
/** Asks for one's own days. */
export const MINE = inAll((phrases) => phrases.mine);
export const PAGES = inAll((phrases) => phrases.pages);
/** Lines that stand alone. */
export const LINES = inAll((phrases) => phrases.lines);
export const STATUS_LINES = inAll((phrases) => phrases.statusLines);
export const NEGATIONS = inAll((phrases) => phrases.negations);
export const GREETINGS = inAll((phrases) => phrases.greetings);
export const ENDINGS = inAll((phrases) => phrases.endings);
export const REASONS = inAll((phrases) => phrases.reasons);
/** Reasons that need no pause before the answer. */
export const PLAIN_REASONS = inAll((phrases) => phrases.plainReasons);
/** Illnesses, and other words of leave that say why. */
export const ILLNESSES = inAll(({ styles }) => ({ leave: styles.leave }));
/** Words for oneself, and for what came before, in front of an illness. */
export const OWN = inAll((phrases) => phrases.own);
export const HEDGES = inAll((phrases) => phrases.hedges);
/** Words that may name a day, where they were not understood otherwise. */
export const DATE_WORDS = inAll((phrases) => phrases.dateWords);
export const WHO_ASIDES = inAll((phrases) => phrases.whoAsides);
