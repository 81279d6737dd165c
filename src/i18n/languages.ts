import type { Locale } from '../domain/people/person';
import { en } from './en';
import { ja } from './ja';
import type { Language } from './language';
import { zhCN } from './zh-CN';
import { zhTW } from './zh-TW';

/** Every language the bot speaks. */
export const LANGUAGES: Readonly<Record<Locale, Language>> = { en, ja, 'zh-CN': zhCN, 'zh-TW': zhTW };
