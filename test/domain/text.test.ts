import fc from 'fast-check';
import {
  cleanName,
  clip,
  clipUnits,
  fitWidth,
  hasControl,
  lengthOf,
  matchKey,
  repeated,
  widthOf,
} from '../../src/domain/text';

const FAMILY = '👨‍👩‍👧‍👦';

const segmenter = new Intl.Segmenter();

describe('a clean name', () => {
  it.each([
    ['Sato Hanako', 'Sato Hanako'],
    ['  Sato \t Hanako\n', 'Sato Hanako'],
    ['佐藤　花子', '佐藤 花子'],
    ['Eve\u202egnp.exe', 'Evegnp.exe'],
    ['a\u0000b\u001b[31mc\u007f\u0085', 'ab[31mc'],
    ['\u2066Ann\u2069 \u200fBob\u200e', 'Ann Bob'],
    ['zero\u200bwidth\u2060\ufeff', 'zerowidth'],
    ['half \ud83d emoji', 'half emoji'],
    ['محمد', 'محمد'],
    [FAMILY, FAMILY],
    ['नमस्ते', 'नमस्ते'],
    ['\u202e\u0000', ''],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(cleanName(text)).toBe(expected);
  });

  it('is cut between characters as people count them', () => {
    expect(cleanName('abcdef', 6)).toBe('abcdef');
    expect(cleanName('abcdefg', 6)).toBe('abcde…');
    expect(cleanName(FAMILY.repeat(4), 4)).toBe(FAMILY.repeat(4));
    expect(cleanName(FAMILY.repeat(5), 4)).toBe(`${FAMILY.repeat(3)}…`);
    expect(cleanName('ab cdef', 4)).toBe('ab…');
  });

  it('does not let marks pile up', () => {
    expect(cleanName(`Z${'\u0300'.repeat(500)}algo`)).toBe(`Z${'\u0300'.repeat(8)}algo`);
  });

  it('is at most as long as asked, has no control, and cleaning it again changes nothing', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(anything, fc.integer({ min: 2, max: 90 }), (text, max) => {
        const name = cleanName(text, max);
        expect([...segmenter.segment(name)].length).toBeLessThanOrEqual(max);
        expect(hasControl(name)).toBe(false);
        expect(name).not.toMatch(/^\s|\s$|\s\s/u);
        expect(cleanName(name, max)).toBe(name);
      }),
    );
  });

  it('reads no further than 50 units for each character it may have', () => {
    expect(cleanName(`${'\u200b'.repeat(4 * 50 - 1)}ab`, 4)).toBe('a');
    expect(cleanName(`${'\u200b'.repeat(4 * 50)}ab`, 4)).toBe('');
  });

  it('takes no time for a very long text', () => {
    expect(cleanName('x'.repeat(1_000_000))).toHaveLength(80);
  });
});

it('tells control characters from space', () => {
  expect(hasControl('two\nlines\tand a tab')).toBe(false);
  expect(hasControl('bell\u0007')).toBe(true);
  expect(hasControl('right\u202eleft')).toBe(true);
});

describe('folding', () => {
  it.each([
    ['Telework Days 2018', 'telework-days-2018'],
    ['ＴＥＬＥＷＯＲＫ　ＤＡＹＳ　２０１８', 'telework days 2018'],
    ['“telework_days” – 2018', 'Telework Days2018'],
    ['テレワーク・デイズ', 'テレワークデイズ'],
    ['ﾃﾚﾜｰｸ', 'テレワーク'],
  ])('%j and %j are the same', (one, other) => {
    expect(matchKey(one)).toBe(matchKey(other));
  });

  it('keeps different names different', () => {
    expect(matchKey('Telework Days 2018')).not.toBe(matchKey('Telework Days 2019'));
  });
});

describe('cutting', () => {
  it('counts graphemes, and keeps them whole', () => {
    expect(clip('abcdef', 6)).toBe('abcdef');
    expect(clip('abcdefg', 6)).toBe('abcde…');
    expect(clip(`${FAMILY}${FAMILY}${FAMILY}`, 3)).toBe(FAMILY.repeat(3));
    expect(clip(`${FAMILY}${FAMILY}${FAMILY}`, 2)).toBe(`${FAMILY}…`);
    expect(clip('ab cdef', 4)).toBe('ab…');
    expect(clip('ab', 1)).toBe('…');
  });

  it('counts UTF-16 units where a platform does', () => {
    expect(clipUnits('😀😀😀', 6)).toBe('😀😀😀');
    expect(clipUnits('😀😀😀', 5)).toBe('😀😀…');
    expect(clipUnits('😀😀😀', 4)).toBe('😀…');
    expect(clipUnits(FAMILY, 5)).toBe('…');
  });

  it('counts columns', () => {
    expect(fitWidth('在宅勤務', 8)).toBe('在宅勤務');
    expect(fitWidth('在宅勤務', 7)).toBe('在宅勤…');
    expect(fitWidth('在宅勤務', 6)).toBe('在宅…');
    expect(fitWidth('abcdefgh', 7)).toBe('abcdef…');
  });

  it('keeps within the limit, and leaves alone what fits', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const length = [...segmenter.segment(text)].length;
        expect([...segmenter.segment(clip(text, max))].length).toBeLessThanOrEqual(max);
        expect(clipUnits(text, max).length).toBeLessThanOrEqual(max);
        expect(widthOf(fitWidth(text, max))).toBeLessThanOrEqual(max);
        expect(clip(text, max) === text).toBe(length <= max);
        expect(clipUnits(text, max) === text).toBe(text.length <= max);
        expect(fitWidth(text, max) === text).toBe(widthOf(text) <= max);
      }),
    );
  });

  it('repeats 60 graphemes of what was typed, without controls', () => {
    expect(repeated('x'.repeat(60))).toBe('x'.repeat(60));
    expect(repeated(`\u202e${'x'.repeat(61)}`)).toBe(`${'x'.repeat(59)}…`);
  });
});

describe('measuring', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['Zürich', 6],
    ['在宅', 4],
    ['ﾃﾚﾜｰｸ', 5],
    ['ｈｉ', 4],
    ['ａ…', 3],
    ['e\u0301', 1],
    ['😀', 2],
    [FAMILY, 2],
    ['🇯🇵', 2],
    ['☀\ufe0f', 2],
    ['한국', 4],
  ])('%j is %i columns wide', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('finds the graphemes of a long text as those of a short one', () => {
    const pieces = [
      'a',
      ' ',
      '\r\n',
      '日',
      'e\u0301',
      'नि',
      '🇯🇵',
      '🇹',
      '👍🏽',
      FAMILY,
      '\ud83d',
      `o${'\u0300'.repeat(300)}`,
    ];
    const long = fc.array(fc.constantFrom(...pieces), { minLength: 100, maxLength: 600 });
    fc.assert(
      fc.property(long, fc.integer({ min: 1, max: 300 }), (all, max) => {
        const text = all.join('');
        const expected = [...segmenter.segment(text)].map(({ segment }) => segment);
        expect(lengthOf(text, Number.POSITIVE_INFINITY)).toBe(expected.length);
        const cut = `${expected
          .slice(0, max - 1)
          .join('')
          .trimEnd()}…`;
        expect(clip(text, max)).toBe(expected.length <= max ? text : cut);
      }),
      { numRuns: 50 },
    );
  });

  it('takes no longer for the first graphemes of a long text', () => {
    const long = '在宅勤務 '.repeat(200_000);
    const start = performance.now();
    expect(clipUnits(long, 500)).toHaveLength(500);
    expect(lengthOf(long, 500)).toBe(500);
    // Some milliseconds; more than ten seconds if each grapheme took the time of the whole text.
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('counts graphemes up to a limit', () => {
    expect(lengthOf('', 5)).toBe(0);
    expect(lengthOf(`a${FAMILY}`, 5)).toBe(2);
    expect(lengthOf('abcdefg', 5)).toBe(5);
  });
});
