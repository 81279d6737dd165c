import type { FileFault } from '../../../src/domain/file-fault';
import { refuseFile } from '../../../src/domain/refusal';
import { CHAT_BOUNDS, type CsvTable, decodeFile, readCsv } from '../../../src/domain/typed/csv';
import { lexicon } from '../../../src/domain/typed/lexicon';

const COLUMNS = {
  words: lexicon({
    unit: ['unit', '部署', '部门', '部門'],
    value: ['value', '値', '数值', '數值'],
    note: ['note'],
  }),
  needed: ['unit', 'value'],
  example: 'metric-effects',
} as const;

type Column = 'unit' | 'value' | 'note';

function read(text: string, bounds = CHAT_BOUNDS): CsvTable<Column> | FileFault[] {
  return readCsv<Column>(text, COLUMNS, bounds);
}

function rows(text: string): { line: number; unit: string; value: string; others: readonly string[] }[] {
  const table = read(text);
  if (Array.isArray(table)) throw new Error(JSON.stringify(table));
  return table.rows.map(({ line, cells: { unit, value }, others }) => ({ line, unit, value, others }));
}

function faults(text: string, bounds = CHAT_BOUNDS): string[] {
  const table = read(text, bounds);
  if (!Array.isArray(table)) throw new Error('The file has no fault');
  return table.map(({ line, column, what, found, right }) => [line, column, what, found, right].join('|'));
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from([...Buffer.from('部署,値\n'), ...values]);
}

const SALES = { unit: 'Sales', value: '120', others: [] };

describe('the rows of a file', () => {
  test.each([
    ['commas', 'unit,value\nSales,120\n'],
    ['semicolons', 'unit;value\r\nSales;120\r\n'],
    ['tabs', 'unit\tvalue\rSales\t120\r'],
    ['a byte order mark', '\uFEFFunit,value\nSales,120'],
    ['quotation marks', '"unit","value"\n"Sales","120"'],
    ['headers in Japanese', '部署,値\nSales,120'],
    ['headers in Chinese', '部门,数值\nSales,120'],
    ['headers in capital and full-width letters', ' Ｕｎｉｔ , VALUE\nSales,120'],
    ['columns the other way round', 'value,unit\n120,Sales'],
    ['blanks around values, and empty values at the end', 'unit,value\n  Sales ,　120 ,,'],
  ])('with %s', (_, text) => {
    expect(rows(text)).toEqual([{ line: 2, ...SALES }]);
  });

  test('lines are counted as an editor does, over empty lines and breaks in values', () => {
    expect(rows('sep=;\n\nunit;value\n\n"Sales\nEast";120\n;;\nIT;3')).toEqual([
      { line: 5, unit: 'Sales East', value: '120', others: [] },
      { line: 8, unit: 'IT', value: '3', others: [] },
    ]);
  });

  test('columns that are not known are kept apart, and formulas are texts', () => {
    expect(rows('unit,area,value\n=1+1,@x,+5')).toEqual([
      { line: 2, unit: '=1+1', value: '+5', others: ['@x'] },
    ]);
  });

  test('a delimiter within a value does not win over the one that finds the columns', () => {
    expect(rows('unit;value;a,b,c,d\nSales;120;x')[0]).toMatchObject({ unit: 'Sales', value: '120' });
  });

  test('the same file twice gives the same rows', () => {
    const text = 'unit,value\nSales,120\nIT,3';
    expect(read(text)).toEqual(read(text));
  });
});

describe('what is wrong is named with its line and column', () => {
  test.each([
    ['nothing', '', ['||empty']],
    ['a header alone', 'unit,value\n\n', ['||empty']],
    ['no header', 'Sales,120\nIT,3', ['1||no-column|Sales, 120']],
    ['a column is missing', 'unit,amount\nSales,120', ['1||no-column|unit, amount']],
    ['a column stands twice', 'unit,部署,value\na,b,1', ['1|部署|column-twice|unit']],
    ['a value of thousands is not quoted', 'unit,value\nSales,1,234\nIT,3', ['2||cells|3|2']],
    ['a row is too short', 'unit,value\nSales\nIT,3\nHR', ['2||cells|1|2', '4||cells|1|2']],
    ['a quote is not closed', 'unit,value\nSales,120\n\n"IT,3\nHR,4\n', ['4||quote']],
    ['a quote stands within a value', 'unit,value\nSa"les,120', ['2||quote']],
    ['a value turns the direction of writing', 'unit,value\n\u202eSales,120', ['2|unit|text|Sales']],
    ['a value is long', `unit,value\n${'x'.repeat(81)},1`, ['2|unit|too-long|']],
  ])('%s', (_, text, starts) => {
    const found = faults(text);
    expect(found).toHaveLength(starts.length);
    for (const [index, start] of starts.entries()) expect(found[index]).toContain(start);
  });

  test('too many rows and bytes are refused before they are all read', () => {
    const row = 'Sales,120\n';
    expect(faults(`unit,value\n${row.repeat(4)}`, { rows: 3, bytes: 1_000 })).toEqual(['||too-many-rows||3']);
    expect(rows(`unit,value\n${row.repeat(3)}`)).toHaveLength(3);
    expect(faults(`unit,value\n${row.repeat(90)}`, { rows: 1_000, bytes: 500 })).toEqual([
      '||too-large||500',
    ]);
    expect(faults(`unit,value\n${row.repeat(1_000_000)}`, { rows: 10, bytes: 1e8 })).toEqual([
      '||too-many-rows||10',
    ]);
  });

  test('a refusal shows five faults and counts the others', () => {
    const found = read(`unit,value\n${'Sales\n'.repeat(8)}`) as FileFault[];
    const { faults: shown, values } = refuseFile(found);
    expect(shown).toHaveLength(5);
    expect(values).toEqual({ count: 8, more: 3 });
  });
});

describe('the encoding', () => {
  const decoded = (file: Uint8Array) => decodeFile(file, COLUMNS, CHAT_BOUNDS);
  /** 部署,値 and 営業,3. */
  const SHIFT_JIS = [...[0x95, 0x94, 0x8f, 0x90, 0x2c, 0x92, 0x6c, 0x0a, 0x89, 0x63, 0x8b, 0xc6, 0x2c, 0x33]];
  /** 部门,数值 and 销售,3. */
  const GB = [
    ...[0xb2, 0xbf, 0xc3, 0xc5, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0a, 0xcf, 0xfa, 0xca, 0xdb, 0x2c, 0x33],
  ];
  /** 部門,數值 and 業務,3. */
  const BIG5 = [
    ...[0xb3, 0xa1, 0xaa, 0xf9, 0x2c, 0xbc, 0xc6, 0xad, 0xc8, 0x0a, 0xb7, 0x7e, 0xb0, 0xc8, 0x2c, 0x33],
  ];

  test.each([
    ['UTF-8', [...Buffer.from('部署,値\n営業,3')], '部署,値\n営業,3'],
    ['UTF-8 with its mark', [...Buffer.from('\uFEFF部署,値\n営業,3')], '部署,値\n営業,3'],
    ['Shift_JIS', SHIFT_JIS, '部署,値\n営業,3'],
    ['GB 18030', GB, '部门,数值\n销售,3'],
    ['Big5', BIG5, '部門,數值\n業務,3'],
  ])('%s is found', (_, file, text) => {
    expect(decoded(Uint8Array.from(file))).toBe(text);
  });

  test.each([
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...Buffer.from('unit', 'utf16le')]), 'utf-16'],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from('unit', 'utf16le')), 'utf-16'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'utf-16'],
    ['broken bytes', bytes(0xff, 0xff), 'encoding'],
    ['ten megabytes', new Uint8Array(10_000_000).fill(0x61), 'too-large'],
  ])('%s is refused', (_, file, what) => {
    expect(decoded(file)).toMatchObject({ line: null, what });
  });
});
