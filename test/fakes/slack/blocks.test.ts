import { judgeBlocks, judgeView } from './blocks';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const button = (patch: object = {}) => ({
  type: 'button',
  text: plain('Home'),
  action_id: 'a',
  value: 'v',
  ...patch,
});
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: plain(`o${index}`), value: `v${index}` }));
const divider = { type: 'divider' };
const row = (cells: number) => Array.from({ length: cells }, () => ({ type: 'raw_text', text: 'x' }));
const bars = (patch: object = {}) => ({
  type: 'data_visualization',
  title: 'Tally',
  chart: {
    type: 'bar',
    series: [{ name: 'today', data: [{ label: 'home', value: 3 }] }],
    axis_config: { categories: ['home'] },
  },
  ...patch,
});
const pie = (value: number) => ({ type: 'pie', segments: [{ label: 'home', value }] });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const long = (length: number) => 'x'.repeat(length);

const judge = (...blocks: object[]) => judgeBlocks(blocks, { charts: true });

test.each<[string, object[]]>([
  ['50 blocks', times(50, divider)],
  ['a section of 3,000', [{ type: 'section', text: mrkdwn(long(3000)) }]],
  ['10 fields of 300', [{ type: 'section', fields: times(10, mrkdwn(long(300))) }]],
  ['a header of 150', [{ type: 'header', text: plain(long(150)) }]],
  ['10 context elements', [{ type: 'context', elements: times(10, mrkdwn('x')) }]],
  [
    '25 buttons',
    [actions(...times(25, button()).map((each, index) => ({ ...each, action_id: `${index}` })))],
  ],
  ['a button of 75 with a value of 2,000', [actions(button({ text: plain(long(75)), value: long(2000) }))]],
  ['a select of 100', [actions({ type: 'static_select', action_id: 's', options: options(100) })]],
  ['a table of 100 x 20', [{ type: 'table', rows: times(100, row(20)) }]],
  ['a bar chart', [bars()]],
  ['a pie', [bars({ chart: pie(1) })]],
])('Slack takes %s', (_, blocks) => {
  expect(judge(...blocks)).toBeNull();
});

test.each<[string, object[], string]>([
  ['51 blocks', times(51, divider), 'no more than 50 items allowed [json-pointer:/blocks]'],
  [
    'an empty text',
    [{ type: 'section', text: mrkdwn('') }],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['a section without text', [{ type: 'section' }], 'missing required field: text'],
  [
    'a field of 2,001',
    [{ type: 'section', fields: [mrkdwn(long(2001))] }],
    'must be less than 2001 characters',
  ],
  ['11 fields', [{ type: 'section', fields: times(11, mrkdwn('x')) }], 'no more than 10 items'],
  ['a header of 151', [{ type: 'header', text: plain(long(151)) }], 'must be less than 151 characters'],
  ['a header in mrkdwn', [{ type: 'header', text: mrkdwn('x') }], '/blocks/0/text/type'],
  ['11 context elements', [{ type: 'context', elements: times(11, mrkdwn('x')) }], 'no more than 10 items'],
  [
    '26 buttons',
    [actions(...times(26, button()).map((each, index) => ({ ...each, action_id: `${index}` })))],
    'no more than 25 items',
  ],
  ['no buttons', [actions()], 'no fewer than 1 items'],
  ['a button of 76', [actions(button({ text: plain(long(76)) }))], 'must be less than 76 characters'],
  ['a value of 2,001', [actions(button({ value: long(2001) }))], 'must be less than 2001 characters'],
  ['an action_id of 256', [actions(button({ action_id: long(256) }))], 'must be less than 256 characters'],
  ['an action_id twice', [actions(button(), button())], 'action_id must be unique'],
  [
    'a block_id twice',
    [
      { ...divider, block_id: 'b' },
      { ...divider, block_id: 'b' },
    ],
    'block_id `b` already exists',
  ],
  ['a block_id of 256', [{ ...divider, block_id: long(256) }], 'must be less than 256 characters'],
  ['a style Slack has not', [actions(button({ style: 'plain' }))], '/blocks/0/elements/0/style'],
  ['an unknown field', [{ ...divider, colour: 'red' }], 'invalid additional property: colour'],
  ['an unknown block', [{ type: 'marquee' }], 'unsupported type: marquee'],
  [
    '101 options',
    [actions({ type: 'static_select', action_id: 's', options: options(101) })],
    'no more than 100 items',
  ],
  [
    'an initial option that is none',
    [
      actions({
        type: 'static_select',
        action_id: 's',
        options: options(2),
        initial_option: { text: plain('o1'), value: 'v0' },
      }),
    ],
    'must exactly match',
  ],
  [
    '11 radio buttons',
    [actions({ type: 'radio_buttons', action_id: 'r', options: options(11) })],
    'no more than 10 items',
  ],
  ['a table of 101 rows', [{ type: 'table', rows: times(101, row(1)) }], 'no more than 100 items'],
  ['a table of 21 columns', [{ type: 'table', rows: [row(21)] }], 'no more than 20 items'],
  ['two tables', times(2, { type: 'table', rows: [row(1)] }), 'only_one_table_allowed'],
  ['three charts', times(3, bars()), 'no more than 2 data_visualization'],
  ['a chart title of 51', [bars({ title: long(51) })], 'must be less than 51 characters'],
  [
    'seven series',
    [bars({ chart: { ...bars().chart, series: times(7, bars().chart.series[0]) } })],
    'no more than 6 items',
  ],
  ['a pie with nothing in it', [bars({ chart: pie(0) })], 'must be greater than 0'],
  [
    'labels that are no categories',
    [bars({ chart: { ...bars().chart, axis_config: { categories: ['office'] } } })],
    'data labels must match',
  ],
])('Slack refuses %s', (_, blocks, message) => {
  expect(judge(...blocks)?.messages.join('\n')).toContain(message);
});

test('a message with too much text in all its blocks together', () => {
  const five = times(5, { type: 'section', text: mrkdwn(long(2900)) });
  expect(judge(...five)?.error).toBe('msg_blocks_too_long');
  expect(judge(...five.slice(1))).toBeNull();
});

test('charts are unknown where the workspace does not have them', () => {
  expect(judgeBlocks([bars()], { charts: false })).toMatchObject({
    error: 'invalid_blocks',
    messages: ['unsupported type: data_visualization [json-pointer:/blocks/0/type]'],
  });
});

const input = { type: 'input', label: plain('Why'), element: { type: 'plain_text_input', action_id: 'x' } };
const modal = (patch: object = {}) => ({ type: 'modal', title: plain('Who?'), blocks: [divider], ...patch });

test.each<[string, object]>([
  ['a modal', modal()],
  ['a title of 24 and metadata of 3,000', modal({ title: plain(long(24)), private_metadata: long(3000) })],
  ['100 blocks', modal({ blocks: times(100, divider) })],
  ['a form', modal({ blocks: [input], submit: plain('Save') })],
  ['a Home tab', { type: 'home', blocks: times(100, divider) }],
])('Slack takes %s', (_, view) => {
  expect(judgeView(view)).toBeNull();
});

test.each<[string, object, string]>([
  [
    'a title of 25',
    modal({ title: plain(long(25)) }),
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  ['a submit of 25', modal({ submit: plain(long(25)) }), 'must be less than 25 characters'],
  [
    '101 blocks',
    modal({ blocks: times(101, divider) }),
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  ['metadata of 3,001', modal({ private_metadata: long(3001) }), '/view/private_metadata'],
  ['a form without submit', modal({ blocks: [input] }), 'submit is required'],
  ['a modal without title', { type: 'modal', blocks: [] }, 'missing required field: title'],
  [
    'a Home tab with a title',
    { type: 'home', title: plain('x'), blocks: [] },
    'invalid additional property: title',
  ],
  ['a table', modal({ blocks: [{ type: 'table', rows: [row(1)] }] }), 'unsupported type: table'],
  ['a chart', modal({ blocks: [bars()] }), 'unsupported type: data_visualization'],
])('Slack refuses a view with %s', (_, view, message) => {
  expect(judgeView(view)?.messages.join('\n')).toContain(message);
});

test('a view of more than 250 kB', () => {
  const blocks = times(84, { type: 'section', text: mrkdwn(long(3000)) });
  expect(judgeView({ type: 'home', blocks })?.error).toBe('view_too_large');
});
