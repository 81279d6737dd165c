import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Mrkdwn } from '../../../../adapters/sandbox/page/block-kit/mrkdwn';
import { SlackDrawing } from '../../../../adapters/sandbox/page/block-kit/surface';

const html = (node: VNode) => renderToString(node);
const drawn = (text: string) => html(<Mrkdwn text={text} />);
const surface = (json: object) =>
  html(<SlackDrawing json={json} id="x" bot="Telework Days" badge="App" home="Home" />);

test.each([
  ['*bold* _italics_ ~gone~', '<strong>bold</strong> <em>italics</em> <s>gone</s>'],
  ['*bold with _more_ in it*', '<strong>bold with <em>more</em> in it</strong>'],
  ['`*code*` and ```\nlines\nof it```', '<code>*code*</code> and <pre>lines\nof it</pre>'],
  ['2 * 3 * 4, snake_case_name, *unclosed', '2 * 3 * 4, snake_case_name, *unclosed'],
  ['漢字*太字*漢字 (*太字*)', '漢字*太字*漢字 (<strong>太字</strong>)'],
  ['*two\nlines*', '*two\nlines*'],
  ['a &amp;lt; b &lt;script&gt;', 'a &amp;lt; b &lt;script>'],
  [
    '<https://example.com/?a=1&amp;b=2|here>',
    '<a href="https://example.com/?a=1&amp;b=2" rel="noreferrer">here</a>',
  ],
  ['<javascript:alert(1)|here>', 'here'],
  [
    '<@U1> <#C1|general> <!here>',
    '<span class="mention">@U1</span> <span class="mention">#general</span> <span class="mention">@here</span>',
  ],
  ['<!subteam^S1|@sales>', '<span class="mention">@sales</span>'],
  ['<!date^1532386800^{date_short}|24 July>', '<time>24 July</time>'],
])('markup: %s', (text, expected) => {
  expect(drawn(text)).toBe(expected);
});

test('a block, a button or a field it does not know is complained about, not left out', () => {
  const plain = { type: 'plain_text', text: 'T' };
  const known = surface({ text: 'T', blocks: [{ type: 'header', text: plain }] });
  expect(known).toContain('<h3>T</h3>');
  for (const block of [{ type: 'video' }, { type: 'header', text: plain, level: 1 }]) {
    expect(surface({ text: 'T', blocks: [block] })).toContain('class="undrawn"');
  }
});

test('a modal has its title, its inputs with what stands in them, and its buttons', () => {
  const plain = (text: string) => ({ type: 'plain_text', text });
  const option = { text: plain('Japanese'), value: '=ja' };
  const input = (element: object) => ({ type: 'input', label: plain('Label'), element });
  const page = surface({
    type: 'modal',
    callback_id: 'form',
    private_metadata: '',
    title: plain('Title'),
    close: plain('Close'),
    submit: plain('Save'),
    blocks: [
      input({ type: 'plain_text_input', initial_value: 'Tokyo' }),
      input({ type: 'timepicker', initial_time: '07:00' }),
      input({ type: 'static_select', options: [option], initial_option: option }),
      input({ type: 'checkboxes', options: [option], initial_options: [option] }),
    ],
  });
  for (const part of [
    'Title',
    'value="Tokyo"',
    'value="07:00"',
    '<option>Japanese',
    'checked',
    'Close',
    'Save',
  ]) {
    expect(page).toContain(part);
  }
});
