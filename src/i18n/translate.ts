import { LANGUAGES } from './languages';
import { createTranslator } from './translator';

/** The bot's own texts. */
export const translate = createTranslator((locale) => LANGUAGES[locale].texts);
