import { translate } from '../i18n/translate';
import type { StatusWords } from '../ports/present';
import { shownIcon } from './styles';

export const statusWords: StatusWords = (style, locale) => {
  return { text: translate(locale, `style.${style}`), icon: shownIcon(style) };
};
