import { isAbsent, needsArrival, type WorkStyle } from '../domain/answers/work-style';
import { isRefusal } from '../domain/refusal';
import { LENGTH_SOURCE } from '../domain/typed/counted-days';
import { daysOf, readDays } from '../domain/typed/days';
import type { Today } from '../domain/typed/which-day';
import { mentioned } from './unclear';
import { ENDINGS, HEDGES, ILLNESSES, NEGATIONS, OWN, PLAIN_REASONS, REASONS, STYLES } from './words';

/* What people say besides their answer: why, and courtesies behind it. */

interface Cause {
  pattern: RegExp;
  /** Whether the words say that it is a reason; else it must name a usual one. */
  certain: boolean;
}

const CAUSES: readonly Cause[] = [
  {
    pattern: /^(?:because of|because|due to|owing to)(?![a-z])(?<reason>[^,;]+)[,;](?<answer>.+)$/u,
    certain: true,
  },
  {
    pattern: /^(?<answer>.+?),? \(?(?:because|bc|b\/c|cuz|cos|due to|owing to)(?![a-z])(?<reason>.+)$/u,
    certain: true,
  },
  {
    pattern: /^(?<reason>.+?)(?:なので|ので|の?ためで?に?|の?為に?|につき|により)[、, ]*(?<answer>.+)$/u,
    certain: true,
  },
  {
    pattern: /^(?<reason>.+?),? so (?:i am|i'm|i'll be|i will be|i'll|i will) (?<answer>.+)$/u,
    certain: true,
  },
  { pattern: /^(?<reason>.+?)(?:から[、,]|だから|し、|[てで]いて[、,]?)(?<answer>.+)$/u, certain: false },
  { pattern: /^(?:因为|因為|由于|由於|因)(?<reason>[^,、]+)[,、](?:所以)?(?<answer>.+)$/u, certain: true },
  { pattern: /^(?<reason>.+?)(?: so|,(?: so)?|;|:| -) (?<answer>.+)$/u, certain: false },
  { pattern: /^(?<reason>[^,、]+)[,、](?:所以)?(?<answer>.+)$/u, certain: false },
  { pattern: /^(?<answer>.+?)(?:[,;:(]| - )(?<reason>.+?)\)?$/u, certain: false },
  { pattern: /^(?<answer>.+?)[,、(](?:因为|因為|由于|由於)?(?<reason>.+?)\)?$/u, certain: false },
];

const REASON = new RegExp(`(?<![a-z])${REASONS.source}`, 'u');
const HEDGE = new RegExp(`(?<![a-z])${HEDGES.source}`, 'u');
const ENDING = new RegExp(`[ ,、!.~-]*(?:(?<![a-z])|(?=[^a-z]))${ENDINGS.source}[ ,、!.~-]*$`, 'u');
/** A reason without a pause behind it: `下雨在家`, `台風で在宅`. */
const REASON_PHRASE = new RegExp(
  `^(?:因为|因為|由于|由於|因)?${PLAIN_REASONS.source}(?:了|天|啊|で|の?ため(?:に|で)?|により|につき)?[ ,、]*`,
  'u',
);
/** `in tomorrow`, `in by 11`: in the office. */
const IN = /^(?:back )?in (?=.)/u;
const DAY_OFF = /^(?:taking|take|having|have) (?<day>.+) off$/u;
/** `今週は水曜と金曜`, `今週は全部`. */
const TOPIC_WEEK = /^(?<week>今週|来週|再来週)は(?=[月火水木金土日全ずい])/u;
/** Behind a day it would mean "from then on". */
const WAVE = new RegExp(`(?<=${STYLES.source}(?:です|ます)?)~+$`, 'u');
/** `休みまーす`. */
const DRAWN_OUT = /(?<verb>[まで])[ー~ぁあっ]+す/u;
/** `从明天开始请三天假`: the length belongs to the day from which it counts. */
const LENGTH_APART = new RegExp(
  `(?<from>(?:起|开始|開始|から))[、, ]?(?<answer>[^\\d,、 ]{1,8}?)(?<length>${LENGTH_SOURCE})(?<tail>.*)$`,
  'u',
);
/** `请三天假` is leave of three days. */
const LEAVE_OF_DAYS = new RegExp(`^(?<leave>[请請])(?<length>${LENGTH_SOURCE})的?假`, 'u');
/** `下周出差一周` says the week twice. */
const WEEK_LONG =
  /^(?<said>(?:下|本|这|這)(?:个|個)?(?:周|週|星期|礼拜|禮拜)(?![一二三四五六日末]).+)一(?:整?[周週]|[个個](?:星期|礼拜|禮拜))$/u;
/** `30 min late`, `30分遅れます`, `晚到半小时`: it is not said when one arrives. */
const LATENESS =
  /(?:(?:running|be|coming in|in|arriving|arrive) )?(?:about |around |roughly )?(?:\d{1,3} ?(?:m|mins?|minutes?|h|hrs?|hours?)|half an hour|an hour|a few minutes|a bit|a little|slightly) late|(?:\d{1,3}分|[\d一半]+時間(?:半)?|少々|少し|ちょっと)(?:ほど|くらい|ぐらい)?(?:遅れ(?:て|ます|る)?(?:出社|到着)?(?:します|です)?|遅刻(?:します|です)?)|(?:会|會|要)?(?:晚到?|迟到?|遲到?)(?:大概|大约|大約|差不多)?(?:半|[\d一两兩二三]+)?(?:个|個)?(?:半)?(?:小时|小時|钟头|鐘頭|分钟|分鐘|刻钟|刻鐘|会儿|會兒|一会|一會)(?:左右)?到?(?:公司)?/u;
const HOURS = ['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const MINUTES: Readonly<Record<string, string>> = {
  ...{ fifteen: '15', twenty: '20', thirty: '30', forty: '40', 'forty five': '45', 'forty-five': '45' },
};
/** `ten thirty`. */
const TIME_IN_WORDS = new RegExp(
  `(?<![a-z])(${HOURS.join('|')})(?: (${Object.keys(MINUTES).toReversed().join('|')}| ?o'clock))(?![a-z])`,
  'u',
);
/** Before the end of a month is until it; before another day could leave that day out. */
const BEFORE_MONTH_END = /(?<end>(?:这个|這個|本|这|這|下|下个|下個)?月底)(?:之前|以前|前)/u;
const GOING_TO = /^(?:going to|gonna)(?: be)? (?=work |stay|telework|wfh|take )/u;
const WEEKDAYS_BEFORE = /^(?:[这這本下])?(?:个|個)?(?<week>周|週|星期|礼拜|禮拜)[一二三四五六日]/u;
const WEEKDAYS_ALONE =
  /(?<=[,、;] ?)(?=[一二三四五六日]{1,5}(?:[都就会會我要]{0,2})(?:在|居|远|遠|进|進|到|去|休|请|請|出))/gu;
const MOST_ENDINGS = 4;
const MOST_READ = 200;

/**
 * Other forms of a sentence, folded, which say the same of an answer: without its reason, and without what stands behind.
 * A reason that names a day, or that is not sure, stays.
 */
export function plainForms(text: string, today: Today): string[] {
  if (text.length > MOST_READ) return [];
  const answers = withoutReason(text, today);
  const forms = [text, ...inOtherWords(text), ...answers, ...answers.flatMap(inOtherWords)];
  return [...new Set(forms.flatMap((form) => [form, ...withoutEndings(form)]))].slice(1);
}

function inOtherWords(text: string): string[] {
  const forms = [
    text.replace(IN, 'office '),
    text.replace(DAY_OFF, 'day off $<day>'),
    text.replace(/^(?:taking|having) (?:an? |the |my )?/u, ''),
    text.replace(TOPIC_WEEK, '$<week>'),
    weekOfAll(text),
    text.replace(DRAWN_OUT, '$<verb>す'),
    text.replace(LENGTH_APART, '$<from>$<length>$<answer>$<tail>'),
    text.replace(LEAVE_OF_DAYS, '$<leave>假$<length>'),
    withWeekdays(text),
    text.replace(WEEK_LONG, '$<said>'),
    text.replace(WAVE, ''),
    text.replace(BEFORE_MONTH_END, '到$<end>'),
    text.replace(LATENESS, (said) => (/^[a-z]/u.test(said) ? 'running late' : '遅れます')),
    text.replace(
      TIME_IN_WORDS,
      (_, hour: string, minute: string) => `${HOURS.indexOf(hour) + 7}:${MINUTES[minute] ?? '00'}`,
    ),
    text.replace(GOING_TO, ''),
  ];
  return forms.filter((form) => form !== text);
}

/** `周一三五去公司,二四在家`: the second row is of weekdays, too. */
function withWeekdays(text: string): string {
  const { week } = WEEKDAYS_BEFORE.exec(text)?.groups ?? {};
  return week ? text.replaceAll(WEEKDAYS_ALONE, week) : text;
}

/** In `wed and thu this week` the week is that of all. */
function weekOfAll(text: string): string {
  const { rest } = /^(?<rest>.+) this week$/u.exec(text)?.groups ?? {};
  return rest ? rest.replaceAll(/(?<![a-z])(?:mon|tue|wed|thu|fri)[a-z]*/gu, 'this $&') : text;
}

function withoutReason(text: string, today: Today): string[] {
  const short = text.replace(REASON_PHRASE, '');
  const clauses = CAUSES.flatMap(({ pattern, certain }) => {
    const { reason = '', answer = '' } = pattern.exec(text)?.groups ?? {};
    const form = reason.trim() && withoutThis(reason.trim(), answer.trim(), today, certain);
    return form ? [form] : [];
  });
  return short === text || short === '' ? clauses : [short, ...clauses];
}

/** The answer, of the day with which the reason begins: `明日は台風なので在宅`. Null where the reason says more. */
function withoutThis(reason: string, answer: string, today: Today, certain: boolean): string | null {
  const begins = readDays(reason, 0, { ...today, prefer: 'next' });
  const isDay = begins && !isRefusal(begins.value) && daysOf(begins.value).length === 1;
  const day = isDay ? reason.slice(0, begins.end) : '';
  const rest = reason.slice(day.length);
  // "Not", or a name, before the reason says something of the answer.
  if (/^[a-z][a-z .']*[ :,、] ?[^a-z ]/u.test(rest) || NEGATIONS.read(rest, 0)) return null;
  if (HEDGE.test(rest) || isOfAnother(rest) || !(certain || isUsual(rest, answer))) return null;
  const { days, unread, styles } = mentioned(rest, today);
  if (days.length > 0 || (unread && !REASON.test(rest))) return null;
  const others = styles.filter((style) => !mentioned(answer, today).styles.includes(style));
  if (!certain && others.some((style) => !isReason(style, rest, answer))) return null;
  return day === '' ? answer : `${day} ${answer}`;
}

function isUsual(reason: string, answer: string): boolean {
  return (
    REASON.test(reason) ||
    (ILL.test(reason) && (WORKS.test(answer) || ILLNESSES.read(answer, 0) !== null || ABSENT.test(answer)))
  );
}

/** An illness with which one works, or that of another; a delay before an arrival. */
function isReason(style: WorkStyle, reason: string, answer: string): boolean {
  if (isAbsent(style)) return isUsual(reason, answer);
  return needsArrival(style) && REASON.test(reason) && /\d/u.test(answer);
}

const ILL =
  /[痛疼烧燒晕暈咳]|不舒服|不太舒服|感冒|生病|熱が|風邪|体調|headache|migraine|fever|(?<![a-z])(?:flu|a cold|sore)(?![a-z])/u;
const ABSENT = /[請请]假|病假|休み|休[暇假]|day off|sick/u;
/** Words that say that one works; to be at home alone could mean to be ill there. */
const WORKS = /wfh|work|remote|telework|办公|辦公|上班|工作|远程|遠端|遠距|在宅|リモート|テレワーク|出社/u;

/** Who is ill, or of whom a pause speaks, in front of a reason: `田中体調不良のため`, `山田、台風のため`. */
const ANOTHER = new RegExp(
  `^(?<who>[\\p{Script=Han}\\p{Script=Katakana}ー々]{1,8}?)(?:[はがのも]?[ 、,:]?${ILLNESSES.source}|[ 、,:]+${REASONS.source})`,
  'u',
);

function isOfAnother(reason: string): boolean {
  const { who } = ANOTHER.exec(reason)?.groups ?? {};
  return who !== undefined && !ILLNESSES.read(reason, 0) && !OWN.exact(who) && !REASONS.exact(who);
}

function withoutEndings(text: string): string[] {
  const forms: string[] = [];
  let form = text;
  for (let count = 0; count < MOST_ENDINGS; count += 1) {
    const shorter = form.replace(ENDING, '');
    if (shorter === form || shorter === '') break;
    forms.push(shorter);
    form = shorter;
  }
  return forms;
}
