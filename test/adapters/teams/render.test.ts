import { Renderer, toText } from '../../../adapters/teams/render';
import { readValues } from '../../../adapters/teams/render/form';
import { encodeButton } from '../../../src/app/requests/button';
import type { Card, Part } from '../../../src/domain/card';
import { LOCALES } from '../../../src/domain/people/person';
import { translate } from '../../../src/i18n/translate';
import { present } from '../../../src/present';
import { samples } from '../../../src/present/samples';
import { weigh } from '../../fakes/teams/activity-check';
import { actionsOf, executeValue, inputsOf, inputValues, submitValue } from '../../fakes/teams/card-actions';
import { checkCard } from '../../fakes/teams/cards';
import { type Json, jsonOf, listOf } from '../../fakes/teams/json';
import { parseCard } from '../../fakes/teams/parse-card';

const render = new Renderer(translate);
const MOST_BYTES = 80 * 1024;

function card(parts: Part[], change: Partial<Card> = {}): Card {
  return { locale: 'en', tone: 'news', summary: 'A summary.', parts, ...change };
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { text, title, value: said } = value as Json;
  return [text, title, said]
    .filter((each) => typeof each === 'string')
    .concat(...Object.values(value).map(textsOf));
}

describe.each(LOCALES)('every message in %s', (locale) => {
  test.each(samples().map(({ name, message }) => [name, message] as const))('%s', (_name, message) => {
    const made = present(message, locale);
    const drawn = render.toAdaptiveCard(made);
    expect(checkCard(drawn)).toEqual([]);
    expect(parseCard(drawn)).toEqual([]);
    expect(weigh(JSON.stringify(drawn))).toBeLessThan(MOST_BYTES);
    expect(drawn).toMatchObject({
      version: '1.5',
      lang: made.locale.slice(0, 2),
      fallbackText: expect.stringMatching(/\S/),
    });
    const pressed = actionsOf(drawn).filter(({ verb, data }) => (verb ?? jsonOf(data).verb) === 'press');
    const choices = made.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
    expect(pressed.map(({ data }) => jsonOf(data).action)).toEqual(choices.map(({ action }) => action));
  });
});

describe('a card', () => {
  const data = { kind: 'answer', team: 't', day: '2018-07-24', style: 'home', arrival: null } as const;
  const action = encodeButton(data);

  test('has buttons for new clients and for older ones', () => {
    const choice = { label: 'Home', action, look: 'primary', chosen: true } as const;
    const [made, ...others] = actionsOf(
      render.toAdaptiveCard(card([{ kind: 'choices', label: '', choices: [choice] }])),
    );
    expect(others).toEqual([]);
    expect(made).toMatchObject({ title: '✓ Home', style: 'positive' });
    expect(executeValue(made as Json, {}, 'manual')).toMatchObject({
      action: { verb: 'press', data: { action } },
    });
    expect(submitValue(made as Json, {})).toEqual({ verb: 'press', action });
  });

  test('sets buttons in rows that fit on a phone', () => {
    const rowsOf = (labels: string[]) => {
      const choices = labels.map((label) => ({ label, action, look: 'plain', chosen: false }) as const);
      const drawn = render.toAdaptiveCard(card([{ kind: 'choices', label: '', choices }]));
      return listOf(drawn.body).map(({ actions }) => listOf(actions).length);
    };
    expect(rowsOf(['English', '日本語', '简体中文', '繁體中文'])).toEqual([2, 2]);
    expect(rowsOf(['7:00', '8:00', '9:00', '10:00', '11:00'])).toEqual([3, 2]);
    expect(rowsOf(['🏠 Working from home', '🌓 Home, then office', '🌴 On leave'])).toEqual([1, 1, 1]);
    expect(rowsOf(['🌴 休暇', '🧳 出張・直行', '🏢 出社'])).toEqual([2, 1]);
    expect(rowsOf(['x'.repeat(75), 'y'])).toEqual([1, 1]);
  });

  test('shows names word for word, whatever they hold', () => {
    const text = '*Ana* _Arai_ [x](http://x) &lt; `code` {{DATE(1)}}\n# one\n- two\n1. three';
    const [block] = listOf(render.toAdaptiveCard(card([{ kind: 'text', text, look: 'body' }])).body);
    expect(block?.text).toBe(
      '\\*Ana\\* \\_Arai\\_ \\[x\\](http://x) &amp;lt; \\`code\\` {\u200b{DATE(1)}}\n\\# one\n\\- two\n1\\. three',
    );
  });

  test('sets a second heading apart', () => {
    const parts: Part[] = ['Recorded', 'Poll'].map((text) => ({ kind: 'heading', text }));
    expect(listOf(render.toAdaptiveCard(card(parts)).body).map(({ separator }) => separator)).toEqual([
      undefined,
      true,
    ]);
  });

  test('shows a whole page of names', () => {
    const items = Array.from({ length: 100 }, (_, index) => ({ label: `Member ${index}`, value: 'Home' }));
    const texts = textsOf(render.toAdaptiveCard(card([{ kind: 'facts', items }])).body);
    expect(items.filter(({ label }) => !texts.includes(label))).toEqual([]);
    expect(texts).not.toContain('There’s more that doesn’t fit here.');
  });

  test('sets facts which take more than a line in columns', () => {
    const kindsOf = (label: string, count = 1, value = '1') => {
      const items = Array.from({ length: count }, () => ({ label, value }));
      return listOf(render.toAdaptiveCard(card([{ kind: 'facts', items }])).body).map(({ type }) => type);
    };
    expect(kindsOf('Response rate')).toEqual(['FactSet']);
    expect(kindsOf('/telework 時差出勤 10:30', 2)).toEqual(['ColumnSet', 'ColumnSet']);
    expect(kindsOf('曜日', 1, '在宅勤務'.repeat(5))).toEqual(['ColumnSet']);
    expect(kindsOf('Wolfeschlegelsteinhausen', 100)).toEqual(['FactSet']);
  });

  test('gives each column of a table the width its words need', () => {
    const rows = [['Tue 24 July (core day)', '13/24 (54%)', '7']];
    const drawn = render.toAdaptiveCard(
      card([{ kind: 'table', caption: '', columns: ['日付', 'Telework', ''], rows }]),
    );
    const table = listOf(drawn.body).find(({ type }) => type === 'Table');
    expect(listOf(table?.columns).map(({ width }) => width)).toEqual([11, 8, 5]);
  });

  test('stays small with 10,000 long names, and says that it was cut', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `${'Długie Nazwisko '.repeat(5)}${index}`);
    const items = [{ label: 'Home', value: names.join(', ') }];
    const rows = names.map((name) => [name, '1']);
    const parts: Part[] = [
      { kind: 'facts', items },
      { kind: 'table', caption: 'All', columns: ['Name', 'Days'], rows },
      { kind: 'bars', label: 'Bars', of: 1, bars: names.map((label) => ({ label, count: 1, value: '1' })) },
      { kind: 'text', text: names.join('\n'), look: 'body' },
    ];
    const drawn = render.toAdaptiveCard(card(parts, { summary: names.join('; ') }));
    expect(weigh(JSON.stringify(drawn))).toBeLessThan(MOST_BYTES);
    expect(checkCard(drawn)).toEqual([]);
    expect(textsOf(drawn)).toContain('There’s more that doesn’t fit here.');
    expect(JSON.stringify(drawn)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  test('that can never fit still shows its summary', () => {
    const choice = { label: 'x', action: 'y'.repeat(50_000), look: 'plain', chosen: false } as const;
    const drawn = render.toAdaptiveCard(card([{ kind: 'choices', label: 'Choose', choices: [choice] }]));
    expect(checkCard(drawn)).toEqual([]);
    expect(textsOf(drawn.body)).toEqual(['A summary.']);
  });

  test('names the people whose clients ask for their own view', () => {
    const drawn = render.toAdaptiveCard(card([{ kind: 'heading', text: 'Poll' }]), {
      action,
      userIds: ['29:1a'],
    });
    expect(checkCard(drawn)).toEqual([]);
    expect(drawn.refresh).toMatchObject({
      userIds: ['29:1a'],
      action: { verb: 'refresh', data: { action } },
    });
    expect(render.toAdaptiveCard(card([]), { action, userIds: [] }).refresh).toBeUndefined();
  });

  test('draws bars as a chart, with their figures as a fallback', () => {
    const bars = [0, 1, 1_000].map((count) => ({ label: `At ${count}`, count, value: `${count} (x%)` }));
    const drawn = render.toAdaptiveCard(card([{ kind: 'bars', label: 'By style', of: 1_000, bars }]));
    expect(checkCard(drawn)).toEqual([]);
    const [title, chart] = listOf(drawn.body);
    expect(title).toMatchObject({ text: 'By style' });
    expect(chart).toMatchObject({
      type: 'Chart.HorizontalBar',
      data: [
        { x: 'At 0', y: 0 },
        { x: 'At 1', y: 1 },
        { x: 'At 1000', y: 1_000 },
      ],
    });
    expect(textsOf(chart?.fallback)).toEqual(expect.arrayContaining(['At 1000', '1000 (x%)']));
    expect(render.toAdaptiveCard(card([{ kind: 'bars', label: 'x', of: 1, bars: [] }])).body).toHaveLength(1);
  });

  test('has its summary as text, without control characters', () => {
    expect(toText(card([], { summary: 'a\u0000b\ud800c' }))).toBe('abc');
    expect(toText(card([], { summary: 'x'.repeat(50) }), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(toText(card([], { summary: '' }))).toBe('–');
  });
});

describe('a form', () => {
  const fields: Extract<Part, { kind: 'form' }>['fields'] = [
    {
      kind: 'text',
      name: 'tz',
      label: 'Zone',
      value: 'Asia/Tokyo',
      hint: 'a zone',
      required: true,
      maxLength: 9,
    },
    { kind: 'time', name: 'from', label: 'From', value: '07:00', required: true },
    { kind: 'date', name: 'core', label: 'Core', value: '', required: false },
    {
      kind: 'select',
      name: 'mon',
      label: 'Monday',
      value: '',
      options: [
        { value: '', label: 'none' },
        { value: 'home', label: 'Home' },
      ],
    },
    { kind: 'toggle', name: 'names', label: 'Names', value: true },
  ];
  const drawn = render.toAdaptiveCard(card([{ kind: 'form', form: 'settings|t', fields, submit: 'Save' }]));

  test('is valid for Microsoft', () => {
    expect(checkCard(drawn)).toEqual([]);
    expect(parseCard(drawn)).toEqual([]);
    expect(inputsOf(drawn).map(({ type }) => type)).toEqual([
      'Input.Text',
      'Input.Time',
      'Input.Date',
      'Input.ChoiceSet',
      'Input.Toggle',
    ]);
  });

  test('comes back with its fields by name', () => {
    const [save] = actionsOf(drawn);
    const value = executeValue(save as Json, inputValues(drawn, { 'field:from': '08:00' }), 'manual');
    const { verb, data } = jsonOf(value.action);
    expect(verb).toBe('submit');
    expect(jsonOf(data).form).toBe('settings|t');
    expect(readValues(jsonOf(data))).toEqual({ tz: 'Asia/Tokyo', from: '08:00', mon: '', names: 'on' });
  });
});
