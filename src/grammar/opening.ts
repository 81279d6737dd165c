import { readPattern } from '../domain/typed/lexicon';
import { CORRECTIONS, STYLES } from './words';

/* What stands around an answer, and says nothing of it: a correction, an emoji, a smile. */

const BETWEEN = /[ ,、:!-]*/uy;
const PICTURE = /\p{Extended_Pictographic}(?:\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
const SMILE = /(?:[ :;=]-?[)(dp]|\^[_-]?\^|\(笑\)|(?<=\P{L})w+|笑)+$/u;

/** A folded text without the words of a correction before an answer, and without decoration. */
export function withoutDecoration(text: string): string {
  const plain = text
    .replaceAll(PICTURE, (picture) => (STYLES.exact(picture) ? picture : ''))
    .replace(SMILE, '')
    .trim();
  const answer = withoutCorrection(plain);
  return answer === '' ? plain || text : answer;
}

function withoutCorrection(text: string): string {
  const { end = 0 } = CORRECTIONS.read(text, 0) ?? {};
  const rest = text.slice(readPattern(BETWEEN, text, end)?.end ?? end);
  return end === 0 ? text : withoutCorrection(rest.replace(/^(?:で|に|は)(?= |、|,)/u, ''));
}
