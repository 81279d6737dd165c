import { checkActivity, MOST_BYTES, weigh } from './activity-check';
import { checkCard } from './cards';
import { aCard, cardMessage } from './fixture';
import { parseCard } from './parse-card';

const donut = {
  type: 'Chart.Donut',
  data: [{ legend: 'Home', value: 12 }],
  fallback: { type: 'TextBlock', text: 'Home 12' },
};
const block = { type: 'TextBlock', text: 'x' };
const execute = { type: 'Action.Execute', title: 'Go', verb: 'go' };
const people = (count: number) => Array.from({ length: count }, (_, index) => `29:${index}`);
const withBody = (...body: object[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const refreshing = (refresh: object) => aCard('x', { refresh });

test('a good card is accepted, here and by Microsoft’s parser', () => {
  const card = aCard('Where do you work today?', {
    refresh: { action: { type: 'Action.Execute', verb: 'show' }, userIds: people(60) },
    msteams: { width: 'Full' },
  });
  const table = {
    type: 'Table',
    columns: [{ width: 1 }, { width: 2 }],
    rows: [
      {
        type: 'TableRow',
        cells: [
          { type: 'TableCell', items: [block] },
          { type: 'TableCell', items: [block] },
        ],
      },
    ],
  };
  card.body.push(donut as never, table as never);
  expect([checkCard(card), parseCard(card)]).toEqual([[], []]);
});

const faults: [string, object, RegExp][] = [
  ['no card at all', { type: 'TextBlock' }, /not an AdaptiveCard/],
  ['a newer version', { ...withBody(block), version: '1.6' }, /version: 1\.6/],
  ['no version', { type: 'AdaptiveCard', body: [block] }, /version/],
  ['nothing in it', withBody(), /nothing in it/],
  ['a text without text', withBody({ type: 'TextBlock' }), /body\[0\]\.text: TextBlock needs it/],
  ['an empty text', withBody({ type: 'TextBlock', text: '' }), /text/],
  [
    'an unknown element',
    withBody({ type: 'ProgressBar' }),
    /ProgressBar is unknown to 1\.5 and has no fallback/,
  ],
  ['a chart without a fallback', withBody({ ...donut, fallback: undefined }), /no fallback/],
  [
    'a chart without data',
    withBody({ ...donut, data: [{ legend: 'x', value: '1' }] }),
    /no data it could draw/,
  ],
  ['a faulty fallback', withBody({ ...donut, fallback: { type: 'TextBlock' } }), /fallback\.text/],
  ['an action without a title', { ...aCard('x'), actions: [{ ...execute, title: ' ' }] }, /title: missing/],
  ['an execute without a verb', { ...aCard('x'), actions: [{ ...execute, verb: '' }] }, /verb/],
  [
    'an unknown action',
    { ...aCard('x'), actions: [{ type: 'Action.Http', title: 'x' }] },
    /Action\.Http is unknown/,
  ],
  [
    'a style which is none',
    { ...aCard('x'), actions: [{ ...execute, style: 'primary' }] },
    /style: "primary"/,
  ],
  ['an input without an id', withBody({ type: 'Input.Text' }), /id: Input\.Text needs it/],
  [
    'two inputs of one id',
    withBody({ type: 'Input.Text', id: 'a' }, { type: 'Input.Date', id: 'a' }),
    /"a" is taken/,
  ],
  [
    'a choice without a value',
    withBody({ type: 'Input.ChoiceSet', id: 'a', choices: [{ title: 'x' }] }),
    /each fact or choice/,
  ],
  [
    'more cells than columns',
    withBody({
      type: 'Table',
      columns: [{ width: 1 }],
      rows: [
        {
          type: 'TableRow',
          cells: [
            { type: 'TableCell', items: [block] },
            { type: 'TableCell', items: [block] },
          ],
        },
      ],
    }),
    /more than 1 cells/,
  ],
  ['a refresh for 61', refreshing({ action: execute, userIds: people(61) }), /more than 60/],
  ['a refresh by a submit', refreshing({ action: { type: 'Action.Submit' } }), /refresh\.action/],
  ['a refresh for strangers', refreshing({ action: execute, userIds: ['ana@example.com'] }), /ids of people/],
];

test.each(faults)('%s is refused', (_name, card, problem) => {
  expect(checkCard(card).join('; ')).toMatch(problem);
});

test('Microsoft’s parser lists what it does not know', () => {
  expect(parseCard(withBody({ type: 'ProgressBar' }))).toEqual([expect.stringContaining('ProgressBar')]);
  expect(parseCard(withBody({ type: 'Input.Text' }))).toEqual(['All inputs must have a unique Id.']);
});

test('messages are checked as a whole', () => {
  expect(checkActivity({ type: 'typing' })).toEqual([]);
  expect(checkActivity(cardMessage(aCard('x')))).toEqual([]);
  expect(checkActivity({ type: 'event' })).toEqual(['type: event cannot be sent']);
  expect(checkActivity({ type: 'message', text: ' ' })).toEqual(['a message needs a text or an attachment']);
  const mention = { type: 'mention', text: '<at>Ana</at>' };
  expect(checkActivity({ type: 'message', text: 'Hello Ana', entities: [mention] })).toEqual([
    'entities: the text does not hold <at>Ana</at>',
  ]);
  expect(checkActivity({ type: 'message', text: '<at>Ana</at>', entities: [mention] })).toEqual([]);
});

test('a character of a message counts as two bytes', () => {
  expect(weigh('在宅')).toBe(4);
  expect(weigh('x'.repeat(51_201))).toBeGreaterThan(MOST_BYTES);
});
