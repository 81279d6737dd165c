import fc from 'fast-check';
import { isRefusal } from '../../src/domain/refusal';
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../src/domain/time/calendar';
import { fold } from '../../src/domain/typed/fold';
import { parseIntent } from '../../src/grammar/parse';
import { STYLES } from '../../src/grammar/words';

/* What is written names its days: whatever else the bot makes of it, it never records another one. */

const anyToday = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2001-01-01', days));
const style = fc.constantFrom(...[...STYLES.phrases.keys()].filter((phrase) => !/[.]/u.test(phrase)));
const KANJI = '月火水木金土日';
const HANZI = '一二三四五六日';
const date = (day: Day) => ({
  m: Number(day.slice(5, 7)),
  d: Number(day.slice(8)),
  w: WEEKDAYS.indexOf(weekdayOf(day)),
});
const index = (day: Day) => date(day).w;
const monday = (today: Day, weeks = 0) => addDays(today, 7 * weeks - index(today));
const span = (from: Day, length: number) => Array.from({ length }, (_, at) => addDays(from, at));
const comingWeekday = (today: Day, weekday: number) => addDays(today, (weekday - index(today) + 7) % 7);

interface Named {
  text: string;
  days: Day[];
}

/** Texts which name days, with the days by their plain meaning. */
function namedDays(today: Day, { alone }: { alone: boolean }): fc.Arbitrary<Named> {
  const weekday = fc.nat({ max: 6 });
  const ahead = fc.nat({ max: 150 }).map((days) => addDays(today, days));
  const short = fc.nat({ max: 12 });
  const EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const list = fc.uniqueArray(weekday, { minLength: 2, maxLength: 4 });
  const rows = list.chain((days) =>
    fc
      .constantFrom(
        ...[' ', ', ', ' and '].map((gap) => days.map((day) => EN[day]?.slice(0, 3)).join(gap)),
        ...['', '・', '、'].map((gap) => days.map((day) => KANJI[day]).join(gap)),
        `周${days.map((day) => HANZI[day]).join('')}`,
        days.map((day) => `週${HANZI[day]}`).join('、'),
      )
      .map((text) => ({ text, days: days.map((day) => comingWeekday(today, day)) })),
  );
  const nextRows = list.map((days) => ({
    text: `来週${days.map((day) => KANJI[day]).join('')}`,
    days: days.map((day) => addDays(monday(today, 1), day)),
  }));
  const weeks = fc.constantFrom<Named>(
    ...['this week', '今週', '本周', '本週', '这周'].map((text) => ({ text, days: span(monday(today), 7) })),
    ...['next week', '来週', '下周', '下週', '下个星期'].map((text) => ({
      text,
      days: span(monday(today, 1), 7),
    })),
    ...['the rest of the week', '今週いっぱい'].map((text) => ({
      text,
      days: span(today, 7 - index(today)),
    })),
  );
  const untilWeekday = weekday.chain((day) =>
    fc
      .constantFrom(
        `until ${EN[day]}`,
        `through ${EN[day]}`,
        `${KANJI[day]}曜まで`,
        `到周${HANZI[day]}`,
        `到週${HANZI[day]}為止`,
      )
      .map((text) => ({ text, days: span(today, ((day - index(today) + 7) % 7) + 1) })),
  );
  const dateSpan = fc.tuple(ahead, short, fc.nat({ max: 3 })).map(([from, length, form]) => {
    const until = addDays(from, length);
    const [a, b] = [date(from), date(until)];
    const text =
      [
        `${a.m}/${a.d}-${b.m}/${b.d}`,
        `${a.m}月${a.d}日〜${b.m}月${b.d}日`,
        `${a.m}/${a.d} – ${b.m}/${b.d}`,
        `${a.m}月${a.d}日至${b.m}月${b.d}日`,
      ][form] ?? '';
    return { text, days: span(from, length + 1) };
  });
  const monthOnce = fc.tuple(ahead, short).map(([from, length]) => {
    const { m, d } = date(from);
    const last = Math.max(d, Math.min(d + length, 28));
    return { text: `${m}月${d}〜${last}日`, days: span(from, last - d + 1) };
  });
  const runningSpan = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })).map(([back, on]) => {
    const [from, until] = [addDays(today, -back), addDays(today, on)];
    const [a, b] = [date(from), date(until)];
    return { text: `${a.m}/${a.d}〜${b.m}/${b.d}`, days: span(from, back + on + 1) };
  });
  const others = fc.oneof(rows, weeks, dateSpan, monthOnce, runningSpan);
  // Next to other days their words reach further: "next Mon and Tue", "Wed until Fri".
  return alone ? fc.oneof(others, nextRows, untilWeekday) : others;
}

const cases = anyToday.chain((today) =>
  fc.tuple(fc.constant(today), namedDays(today, { alone: true }), style),
);

test('a style with days records these days, in either order', () => {
  fc.assert(
    fc.property(cases, ([today, { text, days }, phrase]) => {
      for (const line of [`${phrase} ${text}`, `${text} ${phrase}`]) {
        const intent = parseIntent(line, { today, prefix: '' });
        expect([line, intent]).toEqual([
          line,
          expect.objectContaining({ kind: 'answer', days: [...new Set(days)].sort() }),
        ]);
      }
    }),
    { numRuns: 150 },
  );
});

test('with a question mark, or with words that are not understood, nothing is recorded', () => {
  const spoilt = fc.constantFrom(
    '{}?',
    '{}？',
    '{} 吗',
    '{} 嗎',
    'not {}',
    '{} if it rains',
    'Ken {}',
    'もし{}',
    '{}かも',
    '{} xyzzy',
    '不{}',
    '{}ません',
  );
  fc.assert(
    fc.property(cases, spoilt, ([today, { text }, phrase], frame) => {
      const intent = parseIntent(frame.replace('{}', `${phrase} ${text}`), { today, prefix: '' });
      if (!isRefusal(intent)) expect(['who', 'who-week']).toContain(intent.kind);
    }),
    { numRuns: 150 },
  );
});

test('a sentence about another person records nothing, in any language', () => {
  const frame = fc.constantFrom(
    ...[
      'Kenta {}',
      'Kenta is {}',
      "Anna's {}",
      '{} @kenta',
      'Mr. Sato: {}',
      'our boss {}',
      'she is {}',
      'they are {}',
    ],
    ...[
      '佐藤さんは{}です',
      '佐藤は{}',
      '田中、{}',
      '田中さん {}',
      '{} 部長',
      '課長{}',
      'みんな{}',
      '彼は{}です',
    ],
    ...['佐藤、台風のため{}', '鈴木発熱のため{}', '木村体調不良のため、{}します', '佐藤 電車遅延のため{}'],
    ...[
      '小王今天{}',
      '張三{}',
      '王经理{}',
      '他{}',
      '阿明：{}',
      '大家都{}',
      '同事{}',
      '小陳發燒，{}',
      '老王 {}',
    ],
  );
  fc.assert(
    fc.property(anyToday, style, frame, (today, phrase, words) => {
      const intent = parseIntent(words.replace('{}', phrase), { today, prefix: '' });
      if (!isRefusal(intent)) expect([words, phrase, intent.kind]).toEqual([words, phrase, 'who']);
    }),
    { numRuns: 400 },
  );
});

test('several days and other words together are these days, or are refused', () => {
  fc.assert(
    fc.property(
      anyToday.chain((today) =>
        fc.tuple(
          fc.constant(today),
          namedDays(today, { alone: false }),
          namedDays(today, { alone: false }),
          style,
        ),
      ),
      fc.constantFrom(' ', ', ', ' and ', '、', 'と', ''),
      ([today, one, other, phrase], gap) => {
        const intent = parseIntent(`${phrase} ${one.text}${gap}${other.text}`, { today, prefix: '' });
        if (isRefusal(intent) || intent.kind !== 'answer') return;
        const named = new Set([...one.days, ...other.days]);
        for (const day of intent.days ?? [])
          expect([one.text, gap, other.text, day, named.has(day)]).toEqual([
            one.text,
            gap,
            other.text,
            day,
            true,
          ]);
      },
    ),
    { numRuns: 150 },
  );
});

test('folding a folded text changes nothing', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.constantFrom(
      '.',
      '. ',
      '。',
      '…',
      'ー',
      '7',
      ' ',
      '\u200e',
      '\u202d',
      '〜',
      '−',
      '’',
      'ｶﾞ',
      'İ',
      'ŉ',
      '\u3000',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const folded = fold(pieces.join(''));
      expect(fold(folded)).toBe(folded);
    }),
    { numRuns: 300 },
  );
});
