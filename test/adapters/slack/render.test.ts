import { type RenderedMessage, Renderer, slackPreview } from '../../../adapters/slack/render';
import type { Card, Part } from '../../../src/domain/card';
import { LOCALES } from '../../../src/domain/people/person';
import { translate } from '../../../src/i18n/translate';
import { present } from '../../../src/present';
import { samples } from '../../../src/present/samples';
import { elementsOf, judgeBlocks, judgeView } from '../../fakes/slack/blocks';
import { LIMITS } from '../../fakes/slack/limits';

const render = new Renderer(translate);
const card = (...parts: Part[]): Card => ({ locale: 'en', tone: 'news', summary: 'All of it.', parts });
const faces = LOCALES.flatMap((locale) =>
  samples().map(({ name, message }) => ({ name, locale, drawn: present(message, locale) })),
);

function problems(message: RenderedMessage, charts: boolean): unknown[] {
  const text = message.text.length > LIMITS.updateText ? ['text too long'] : [];
  return [judgeBlocks(message.blocks, { charts }), ...text].filter((found) => found !== null);
}

describe('every message in every language', () => {
  test.each(LOCALES)('is taken by Slack as a message, with and without charts, in %s', (locale) => {
    for (const { name, drawn } of faces.filter((face) => face.locale === locale)) {
      expect([name, problems(render.toMessage(drawn, { charts: true }), true)]).toEqual([name, []]);
      expect([name, problems(render.toMessage(drawn, { charts: false }), false)]).toEqual([name, []]);
    }
  });

  test('is taken as a modal and on the Home tab', () => {
    for (const { name, locale, drawn } of faces) {
      expect([name, locale, judgeView(render.toModal(drawn, { metadata: '{}' }))]).toEqual([
        name,
        locale,
        null,
      ]);
      expect([name, locale, judgeView(render.toHome(drawn, drawn))]).toEqual([name, locale, null]);
    }
  });

  test('keeps every button, with its action', () => {
    for (const { name, drawn } of faces) {
      const actions = drawn.parts.flatMap((part) =>
        part.kind === 'choices' ? part.choices.map(({ action }) => action) : [],
      );
      const pressed = elementsOf(render.toMessage(drawn, { charts: true }).blocks).map(({ value }) => value);
      expect([name, pressed.filter((value) => actions.includes(String(value)))]).toEqual([name, actions]);
    }
  });
});

describe('a card beyond every limit', () => {
  const name80 = '漢'.repeat(80);
  const huge = card(
    { kind: 'heading', text: name80.repeat(5) },
    { kind: 'text', text: '<!channel> & co. '.repeat(2_000), look: 'body' },
    { kind: 'text', text: '👨‍👩‍👧‍👦'.repeat(5_000), look: 'strong' },
    {
      kind: 'facts',
      items: Array.from({ length: 50 }, (_, n) => ({ label: `${name80}${n}`, value: name80 })),
    },
    {
      kind: 'bars',
      label: name80,
      of: 10_000,
      bars: [{ label: name80.repeat(50), count: 10_000, value: '10,000' }],
    },
    {
      kind: 'table',
      caption: name80,
      columns: ['a', 'b', 'c'],
      rows: Array.from({ length: 10_000 }, () => [name80, '', '1']),
    },
    {
      kind: 'choices',
      label: '',
      choices: Array.from({ length: 60 }, (_, n) => ({
        label: name80,
        action: `run|${n}`,
        look: 'plain',
        chosen: true,
      })),
    },
    { kind: 'link', label: name80, url: 'https://example.com/?a=1&b=<2>' },
  );

  test('is cut, says so, and keeps its buttons', () => {
    const message = render.toMessage({ ...huge, summary: '<&>'.repeat(9_000) }, { charts: true });
    expect(problems(message, true)).toEqual([]);
    expect(message.text).toMatch(/^(&lt;&amp;&gt;)+(&lt;)?(&amp;)?…$/);
    expect(elementsOf(message.blocks).filter(({ type }) => type === 'button')).toHaveLength(60);
    expect(JSON.stringify(message.blocks.at(-1))).toContain(translate('en', 'slack.more'));
  });

  test('is shown page by page in a modal', () => {
    const table = card({
      kind: 'table',
      caption: '',
      columns: ['name'],
      rows: Array.from({ length: 2_000 }, (_, n) => [`${name80} ${n}`]),
    });
    const shown = new Set<string>();
    for (let page = 0; page < 8; page++) {
      const modal = render.toModal(table, { metadata: '', page });
      expect(judgeView(modal)).toBeNull();
      for (const [, row] of JSON.stringify(modal.blocks).matchAll(/漢 (\d+)/g)) shown.add(row ?? '');
    }
    expect(shown.size).toBe(2_000);
  });
});

describe('texts', () => {
  const textOf = (part: Part) => JSON.stringify(render.toMessage(card(part), { charts: true }).blocks);

  test('make no mentions and no links, whatever people are called', () => {
    const evil = '<!channel> <@U1> <https://evil.example|click>';
    const shown = textOf({ kind: 'facts', items: [{ label: evil, value: evil }] });
    expect(shown).not.toContain('<');
    expect(shown).toContain('&lt;!channel&gt;');
  });

  test('a fact alone has the whole width, more stand in two columns', () => {
    const items = ['a', 'b'].map((name) => ({ label: name, value: name }));
    expect(textOf({ kind: 'facts', items: items.slice(1) })).toContain('"text":{"type":"mrkdwn","text":"*b*');
    expect(textOf({ kind: 'facts', items })).toContain('"fields":[');
  });

  test('bars are a native chart; what Slack would cut becomes lines, without code', () => {
    const bars = (labels: string[]): Part => ({
      kind: 'bars',
      label: 'T',
      of: 24,
      bars: labels.map((label) => ({ label, count: 3, value: '3 (13%)' })),
    });
    const native = 'data_visualization';
    expect(textOf(bars(['a', 'b']))).toContain(native);
    const long = textOf(bars(['x'.repeat(20).concat('1'), 'x'.repeat(20).concat('2')]));
    expect(long).not.toContain(native);
    expect(long).toContain(`${'x'.repeat(20)}1  *3 (13%)*`);
    expect(long).not.toContain('`');
    expect(textOf(bars(Array.from({ length: 21 }, (_, n) => `c${n}`)))).not.toContain(native);
  });
});

test('a form is a modal with its first values; the gallery shows it so', () => {
  const form = card({
    kind: 'form',
    form: 'settings|t1',
    submit: 'Save',
    fields: [
      {
        kind: 'text',
        name: 'tz',
        label: 'Zone',
        value: 'Asia/Tokyo',
        hint: 'IANA',
        required: true,
        maxLength: 100,
      },
      {
        ...{ kind: 'text', name: 'rows', label: 'Rows', value: '', hint: null },
        ...{ required: false, maxLength: 100_000, multiline: true },
      },
      { kind: 'time', name: 'from', label: 'From', value: '07:00', required: true },
      { kind: 'date', name: 'core', label: 'Core day', value: '', required: false },
      {
        kind: 'select',
        name: 'mon',
        label: 'Monday',
        value: '',
        options: [
          { value: '', label: '–' },
          { value: 'home', label: 'Home' },
        ],
      },
      {
        kind: 'select',
        name: 'many',
        label: 'Many',
        value: '7',
        options: Array.from({ length: 250 }, (_, n) => ({ value: `${n}`, label: `${n}` })),
      },
      { kind: 'toggle', name: 'names', label: 'Names', value: true },
    ],
  });
  const modal = render.toModal(form, { metadata: 'm' });
  expect(judgeView(modal)).toBeNull();
  expect(modal).toMatchObject({ callback_id: 'form', submit: { text: 'Save' }, private_metadata: 'm' });
  expect(modal.blocks.map(({ block_id }) => block_id)).toEqual([
    'tz',
    'rows',
    'from',
    'core',
    'mon',
    'many',
    'names',
  ]);
  expect(modal.blocks[1]).toMatchObject({ element: { multiline: true, max_length: 3_000 } });
  expect(slackPreview(translate).draw(form, 'settings-form')).toMatchObject([{ type: 'modal' }]);
});

test('an address in a text stays what it is', () => {
  const url = 'https://example.com/oauth?state=_a_-~b_&team=T1';
  const shown = `Allow (${url.replace('&', '&amp;')} ˍsoonˍ`;
  const message = render.toMessage({ ...card(), summary: `Allow (${url} _soon_` }, { charts: false });
  expect(message.text).toBe(shown);
});

test('what people wrote is not formatted, and looks as they wrote it', () => {
  const name = '*bold* _it_ `code` ~no~ jane_doe a~b';
  const shown = 'ˋcodeˋ ∼no∼ jane_doe a~b';
  const parts: Part[] = [
    { kind: 'facts', items: [{ label: name, value: name }] },
    { kind: 'facts', items: [{ label: 'Names', value: `${name} `.repeat(20) }] },
    { kind: 'text', text: name, look: 'strong' },
    { kind: 'bars', label: '', of: 2, bars: [{ label: name, count: 1, value: name }] },
    { kind: 'link', label: name, url: 'https://example.com/a_b_*c*' },
  ];
  for (const part of parts) {
    const text = JSON.stringify(render.toMessage(card(part), { charts: false }).blocks);
    expect(text).toContain(`∗bold∗ ˍitˍ ${shown}`);
    expect(text).not.toContain('_it_');
  }
  expect(JSON.stringify(render.toMessage(card(...parts), { charts: true }))).toContain(
    '<https://example.com/a_b_*c*|',
  );
});
