import type { Part } from '../../src/domain/card';
import { summaryOf } from '../../src/present/summary';
import { wordsFor } from '../../src/present/words';

const ENGLISH = wordsFor('en', '2018-07-24');
const JAPANESE = wordsFor('ja', '2018-07-24');

test('each kind of part has its lines', () => {
  const parts: Part[] = [
    { kind: 'heading', text: 'Heading' },
    { kind: 'text', text: 'Text', look: 'muted' },
    { kind: 'facts', items: [{ label: 'Team', value: 'Sales' }] },
    { kind: 'bars', label: 'Bars', of: 4, bars: [{ label: 'Home', count: 2, value: '2 (50%)' }] },
    { kind: 'table', caption: 'Table', columns: ['Day', 'Home', 'Office'], rows: [['Mon', '1', '2']] },
    { kind: 'link', label: 'More', url: 'https://example.org' },
  ];
  expect(summaryOf(parts, ENGLISH).split('\n')).toEqual([
    'Heading',
    'Text',
    'Team: Sales',
    'Bars',
    'Home: 2 (50%)',
    'Table',
    'Mon: Home 1, Office 2',
    'More: https://example.org',
  ]);
});

test('choices are named, the one in force is marked', () => {
  const choices = [
    { label: 'Home', action: 'a', look: 'primary', chosen: true } as const,
    { label: 'Office', action: 'b', look: 'plain', chosen: false } as const,
  ];
  expect(summaryOf([{ kind: 'choices', label: 'How?', choices }], ENGLISH)).toBe('How?\n✓ Home · Office');
});

test('a form says what stands in its fields', () => {
  const form: Part = {
    kind: 'form',
    form: 'f',
    submit: 'Save',
    fields: [
      { kind: 'text', name: 'a', label: 'Zone', value: 'UTC', hint: 'a city', required: true, maxLength: 9 },
      { kind: 'text', name: 'b', label: 'Name', value: 'x', hint: null, required: true, maxLength: 9 },
      { kind: 'time', name: 'c', label: 'From', value: '07:00', required: true },
      { kind: 'date', name: 'd', label: 'Day', value: '2018-07-24', required: false },
      {
        kind: 'select',
        name: 'e',
        label: 'Style',
        value: 'home',
        options: [{ value: 'home', label: 'At home' }],
      },
      { kind: 'select', name: 'g', label: 'Other', value: 'odd', options: [] },
      { kind: 'toggle', name: 'h', label: 'Names', value: true },
      { kind: 'toggle', name: 'i', label: 'Guests', value: false },
    ],
  };
  expect(summaryOf([form], ENGLISH).split('\n')).toEqual([
    'Zone: UTC (a city)',
    'Name: x',
    'From: 07:00',
    'Day: 2018-07-24',
    'Style: At home',
    'Other: odd',
    'Names: Yes',
    'Guests: No',
    'Save',
  ]);
});

test('a list keeps its first item, however long, and counts the others', () => {
  const long = 'x'.repeat(2_000);
  expect(ENGLISH.list([long, 'b', 'c'])).toBe(`${long} and 2 more days`);
  expect(ENGLISH.list([long, 'b'])).toBe(`${long} and 1 more day`);
  expect(JAPANESE.list([long, 'b', 'c'])).toBe(`${long}、ほか2日`);
  expect(ENGLISH.list(['a', 'b'])).toBe('a and b');
});
