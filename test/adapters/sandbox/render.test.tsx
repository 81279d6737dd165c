import { renderToString } from 'preact-render-to-string';
import { CardView, type Setting } from '../../../adapters/sandbox/render';
import type { Field, Part } from '../../../src/domain/card';
import { aCard } from '../../contracts/chat';

const EVIL = '<img src=x onerror="alert(1)">&"\'';
const ESCAPED = "&lt;img src=x onerror=&quot;alert(1)&quot;>&amp;&quot;'";

function draw(parts: Part[], setting: Partial<Setting> = {}): string {
  const whole: Setting = { id: 'm1', heading: 2, forms: { label: 'Open' }, ...setting };
  return renderToString(<CardView card={{ ...aCard('summary'), parts }} setting={whole} />);
}

const FIELDS: Field[] = [
  { kind: 'text', name: 'n', label: EVIL, value: EVIL, hint: EVIL, required: true, maxLength: 9 },
  { kind: 'time', name: 't', label: EVIL, value: '07:00', required: true },
  { kind: 'date', name: 'd', label: EVIL, value: '2018-07-24', required: false },
  {
    kind: 'select',
    name: 's',
    label: EVIL,
    value: 'b',
    options: [
      { value: EVIL, label: EVIL },
      { value: 'b', label: 'B' },
    ],
  },
  { kind: 'toggle', name: 'o', label: EVIL, value: true },
];

const EVERY_PART: { [K in Part['kind']]: Extract<Part, { kind: K }> } = {
  heading: { kind: 'heading', text: EVIL },
  text: { kind: 'text', text: EVIL, look: 'body' },
  facts: { kind: 'facts', items: [{ label: EVIL, value: EVIL }] },
  bars: { kind: 'bars', label: EVIL, of: 4, bars: [{ label: EVIL, count: 1, value: EVIL }] },
  table: { kind: 'table', caption: EVIL, columns: [EVIL], rows: [[EVIL]] },
  choices: {
    kind: 'choices',
    label: EVIL,
    choices: [{ label: EVIL, action: EVIL, look: 'plain', chosen: false }],
  },
  form: { kind: 'form', form: EVIL, fields: FIELDS, submit: EVIL },
  link: { kind: 'link', label: EVIL, url: 'https://example.com/?q="><script>' },
};

describe.each(Object.values(EVERY_PART).map((part) => [part.kind, part] as const))(
  'a part: %s',
  (_kind, part) => {
    test('is drawn with its texts, and none of them becomes markup', () => {
      const html = draw([part]);
      expect(html).toContain('&lt;img');
      expect(html).not.toContain('<img');
      expect(html).not.toContain('<script');
      expect(html.replaceAll(/="[^"]*"/g, '')).not.toContain('onerror="alert');
    });
  },
);

test('texts stand as they are, but for what HTML needs', () => {
  expect(draw([{ kind: 'text', text: EVIL, look: 'strong' }])).toContain(
    `<p class="text strong">${ESCAPED}</p>`,
  );
});

test('a card says its language, and whether it is a refusal', () => {
  const card = { ...aCard('x'), locale: 'zh-TW' as const, tone: 'refusal' as const };
  const html = renderToString(<CardView card={card} setting={{ id: 'm', heading: 3, forms: 'open' }} />);
  expect(html).toMatch(/^<div class="card tone-refusal" lang="zh-TW"><h3>/);
});

test('bars are as long as their share, also of nobody', () => {
  const bar = (count: number, of: number) =>
    draw([{ kind: 'bars', label: 'x', of, bars: [{ label: 'Home', count, value: `${count}` }] }]);
  expect(bar(1, 4)).toContain('width="25.00%"');
  expect(bar(9, 4)).toContain('width="100.00%"');
  expect(bar(0, 0)).not.toContain('class="fill"');
  expect(draw([{ kind: 'bars', label: 'x', of: 4, bars: [] }])).not.toContain('<ul');
});

test('a choice carries its message and action, and says whether it is in force', () => {
  const choice = { label: 'Home', action: 'answer|t|2018-07-24|home|', look: 'primary' as const };
  const html = draw([
    {
      kind: 'choices',
      label: '',
      choices: [
        { ...choice, chosen: true },
        { ...choice, action: 'b', chosen: false },
      ],
    },
  ]);
  expect(html).toContain('data-message="m1" data-action="answer|t|2018-07-24|home|" aria-pressed="true"');
  expect(html).toContain('data-action="b">');
  expect(html).not.toMatch(/ id="[^"]*\s[^"]*"/);
});

test('a form waits behind a button in a conversation, and stands open in the gallery', () => {
  const closed = draw([EVERY_PART.form]);
  expect(closed).toContain(
    '<button type="button" class="choice primary" id="m1.open" data-open="m1.form">Open',
  );
  expect(closed).toContain('<template id="m1.form"><form');
  const open = draw([EVERY_PART.form], { forms: 'open' });
  expect(open).not.toContain('<template');
  expect(open).not.toContain('type="submit"');
});

test('every field of a form has its label, name and first value', () => {
  const html = draw([EVERY_PART.form], { forms: 'open' });
  for (const { name } of FIELDS) {
    expect(html).toContain(`<label${name === 'o' ? ' class="toggle"' : ''} for="m1.${name}">`);
    expect(html).toMatch(new RegExp(`id="m1.${name}"[^>]* name="${name}"`));
  }
  expect(html).toMatch(/<input id="m1.t" type="time" name="t" value="07:00" required/);
  expect(html).toMatch(/<input id="m1.d" type="date" name="d" value="2018-07-24"\/?>/);
  expect(html).toMatch(/<option value="b" selected/);
  expect(html).toMatch(/type="checkbox" name="o" checked/);
  expect(html).toContain('aria-describedby="m1.n.hint"');
});

test('a table has its caption, its heads, and can be scrolled by keyboard', () => {
  const html = draw([
    {
      kind: 'table',
      caption: 'By day',
      columns: ['Day', 'All'],
      rows: [
        ['Mon', '3'],
        ['Tue', '4'],
      ],
    },
  ]);
  expect(html).toContain('<section class="table" tabindex="0"><table><caption>By day</caption>');
  expect(html).toContain('<th scope="col">Day</th>');
  expect(html).toContain('<tr><th scope="row">Tue</th><td>4</td></tr>');
});

test('short facts stand side by side, long ones below each other; wide characters count twice', () => {
  const facts = (value: string) =>
    draw([
      {
        kind: 'facts',
        items: [
          { label: 'Answered', value },
          { label: 'Late', value: '0' },
        ],
      },
    ]);
  expect(facts('13 of 24 (54%)')).toContain('class="facts tiles"');
  expect(facts('7 days before, on the previous working day')).toContain('class="facts list"');
  expect(facts('日本標準時の午前七時から')).toContain('class="facts list"');
  expect(draw([{ kind: 'facts', items: [{ label: 'a', value: 'b' }] }])).toContain('class="facts list"');
});

test.each(['javascript:alert(1)', 'data:text/html,x', '/local'])('%s becomes no link', (url) => {
  expect(draw([{ kind: 'link', label: 'Read', url }])).not.toContain('<a');
});

test('a web address opens beside the page', () => {
  expect(draw([{ kind: 'link', label: 'Read', url: 'https://example.com/' }])).toContain(
    '<a href="https://example.com/" target="_blank" rel="noopener noreferrer">Read</a>',
  );
});
