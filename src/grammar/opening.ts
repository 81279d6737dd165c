import { readPattern } from '../domain/typed/lexicon';
import { CORRECTIONS, GREETINGS, STYLES } from './words';

/* What stands around an answer, and says nothing of it: a greeting, a correction, an emoji, a smile. */

/** Words with which a sentence about oneself begins. */
export const OPENING =
  /^(?:(?:please|pls)(?![a-z])[ ,]*|麻烦(?:帮我)?|麻煩(?:幫我)?|[请請]?[帮幫]我|[请請](?!假|病|事|年|特|半|问|問|[\d一二两兩三四五六七八九十]+[天日周週])|我(?!的|$)|(?:i am|i['’]m|im|i will(?: be)?|i['’]ll(?: be)?|i['’]d like to|i want to|will be|will(?= (?:work|stay|come|take|telework|commute|head|go|visit))|(?:i am |i['’]m )?(?:going to be|gonna(?: be)?)|i have|i['’]ve got|(?:i )?plan(?:ning)? to(?: be)?)(?![a-z]) *)+/iu;
const BETWEEN = /[ ,、:!.;~-]*/uy;
const PAUSE = /[ ,、:!.;~-]+/uy;
const PICTURE = /\p{Extended_Pictographic}(?:\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
const SMILE = /(?:[ :;=]-?[)(dp]|\^[_-]?\^|\(笑\)|(?<=\P{L})w+|笑)+$/u;

/** A folded text without what stands before an answer, and without decoration. */
export function withoutDecoration(text: string): string {
  const plain = text
    .replaceAll(PICTURE, (picture) => (STYLES.exact(picture) ? picture : ''))
    .replace(SMILE, '')
    .trim();
  const answer = withoutBeginning(plain);
  return answer === '' ? plain || text : answer;
}

function withoutBeginning(text: string): string {
  const shorter = withoutCorrection(withoutGreeting(text)).replace(OPENING, '');
  return shorter === text ? text : withoutBeginning(shorter);
}

/** A pause follows a greeting: 早 is one, and begins 早上, too. */
function withoutGreeting(text: string): string {
  const greeting = GREETINGS.read(text, 0);
  const pause = greeting && readPattern(PAUSE, text, greeting.end);
  return pause ? text.slice(pause.end) : text;
}

/** `no, home` says that something else was wrong; `no home` does not. */
const NO =
  /^(?:no(?:[,、] ?| (?=i'm |i am |i'll |im ))|(?:いや|いえ|いいえ|违う|違う|違います|不对|不對|不是)[,、 ] ?)/u;

function withoutCorrection(said: string): string {
  const text = said.replace(NO, '');
  const { end = 0 } = CORRECTIONS.read(text, 0) ?? {};
  const rest = text.slice(readPattern(BETWEEN, text, end)?.end ?? end);
  return end === 0 ? text : rest.replace(/^(?:で|に|は)(?= |、|,)/u, '');
}
