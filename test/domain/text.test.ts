import fc from 'fast-check';
import { cleanName, fold, hasControl } from '../../src/domain/text';

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
    expect(fold(one)).toBe(fold(other));
  });

  it('keeps different names different', () => {
    expect(fold('Telework Days 2018')).not.toBe(fold('Telework Days 2019'));
  });
});
