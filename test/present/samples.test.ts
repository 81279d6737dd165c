import { encodeButton, readButton } from '../../src/app/requests/button';
import type { Card, Part } from '../../src/domain/card';
import { LOCALES, type Locale } from '../../src/domain/people/person';
import { REFUSAL_CODES } from '../../src/domain/refusal';
import type { MessageKind } from '../../src/ports/messages';
import { present } from '../../src/present';
import { type Sample, samples } from '../../src/present/samples';
import { BIDI_NAME } from '../../src/present/samples/data';
import { buttonsOf, partsOf } from './cards';

const SAMPLES = samples();

const KINDS = Object.keys({
  announcement: true,
  'campaign-announcement': true,
  'day-before': true,
  poll: true,
  'poll-moved': true,
  'closing-tally': true,
  'organiser-figures': true,
  effects: true,
  'effect-form': true,
  activity: true,
  'activity-form': true,
  'activity-imported': true,
  report: true,
  digest: true,
  'office-bounds': true,
  'names-shown': true,
  welcome: true,
  invited: true,
  installed: true,
  reminder: true,
  snoozed: true,
  'private-poll': true,
  'days-form': true,
  'days-undone': true,
  'asking-set': true,
  recorded: true,
  cleared: true,
  'counted-in': true,
  choose: true,
  panel: true,
  week: true,
  'week-form': true,
  who: true,
  tally: true,
  days: true,
  holidays: true,
  'holidays-changed': true,
  'final-report': true,
  departments: true,
  'departments-changed': true,
  'departments-form': true,
  'organisation-channel': true,
  template: true,
  'teams-changed': true,
  'silent-list': true,
  'roll-up': true,
  'who-week': true,
  following: true,
  'follow-choose': true,
  'reminders-set': true,
  status: true,
  'status-lost': true,
  'language-set': true,
  'web-link': true,
  'web-signed-out': true,
  'forget-ask': true,
  forgotten: true,
  help: true,
  refused: true,
  settings: true,
  'settings-form': true,
  campaigns: true,
  'campaign-changed': true,
  'campaign-progress': true,
  'campaign-preview': true,
  'campaign-form': true,
  'campaign-edit-form': true,
  'campaign-import-form': true,
  deliveries: true,
  resent: true,
  reminded: true,
  audit: true,
  'poll-opened': true,
  'bind-offer': true,
  bound: true,
  unbound: true,
  'which-team': true,
  trouble: true,
  'missed-days': true,
  'shared-channel': true,
  'survey-question': true,
  'survey-thanks': true,
  'survey-form': true,
  'survey-status': true,
  'survey-results': true,
  'safety-recorded': true,
  'safety-call': true,
  'safety-list': true,
  'safety-contacts': true,
} satisfies Record<MessageKind, true>);

/** The visible texts of a part, without names and actions. */
function wordsOf(part: Part): string[] {
  switch (part.kind) {
    case 'heading':
    case 'text':
      return [part.text];
    case 'facts':
      return part.items.flatMap(({ label, value }) => [label, value]);
    case 'bars':
      return [part.label, ...part.bars.flatMap(({ label, value }) => [label, value])];
    case 'table':
      return [part.caption, ...part.columns.slice(1), ...part.rows.flat()];
    case 'choices':
      return [...(part.quiet ? [] : [part.label]), ...part.choices.map(({ label }) => label)];
    case 'form':
      return [part.submit, ...part.fields.map(({ label }) => label)];
    case 'link':
      return [part.label, part.url];
  }
}

/** Columns on a screen: Chinese and Japanese letters take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, letter) => width + (/[\u1100-\u11ff\u2e80-\uffe6]/u.test(letter) ? 2 : 1),
    0,
  );
}

const CARDS = new Map<Locale, { card: Card; sample: Sample }[]>();

/** Every sample in the language, rendered once. */
function cardsIn(locale: Locale): { card: Card; sample: Sample }[] {
  const known = CARDS.get(locale);
  if (known) return known;
  const cards = SAMPLES.map((sample) => ({ card: present(sample.message, locale), sample }));
  CARDS.set(locale, cards);
  return cards;
}

/** Checks each sample in the language, and names those that fail. */
function failing(locale: Locale, fails: (card: Card, sample: Sample) => boolean): string[] {
  return cardsIn(locale)
    .filter(({ card, sample }) => fails(card, sample))
    .map(({ sample }) => sample.name);
}

test('the samples show every kind of message and every refusal, each under its own name', () => {
  expect([...new Set(SAMPLES.map(({ message }) => message.kind))].sort()).toEqual([...KINDS].sort());
  const codes = SAMPLES.flatMap(({ message }) =>
    message.kind === 'refused' ? [message.refusal.refusal] : [],
  );
  expect([...new Set(codes)].sort()).toEqual([...REFUSAL_CODES].sort());
  expect(new Set(SAMPLES.map(({ name }) => name)).size).toBe(SAMPLES.length);
});

describe.each(LOCALES)('in %s', (locale) => {
  test('the summary says everything the parts say', () => {
    expect(
      failing(
        locale,
        ({ parts, summary }) => !parts.flatMap(wordsOf).every((word) => summary.includes(word)),
      ),
    ).toEqual([]);
  });

  test('nothing is left untranslated or unfilled', () => {
    const broken = /[{}]|undefined|null|NaN|Infinity|\[object/u;
    expect(failing(locale, ({ summary }) => broken.test(summary.replaceAll(BIDI_NAME, '')))).toEqual([]);
  });

  test('every card says something, in its language and tone', () => {
    expect(failing(locale, ({ parts }) => parts.length === 0)).toEqual([]);
    expect(
      failing(locale, ({ tone }, { message }) => (tone === 'refusal') !== (message.kind === 'refused')),
    ).toEqual([]);
    expect(
      failing(locale, (card, { message }) => card.locale !== locale && message.kind !== 'language-set'),
    ).toEqual([]);
  });

  test('no part is too long for a platform', () => {
    expect(failing(locale, (card) => partsOf(card, 'heading').some(({ text }) => text.length > 150))).toEqual(
      [],
    );
    expect(failing(locale, (card) => partsOf(card, 'text').some(({ text }) => text.length > 3_000))).toEqual(
      [],
    );
    const tooLong = ({ label, value }: { label: string; value: string }) =>
      label.length + value.length > 2_000;
    expect(
      failing(locale, (card) => partsOf(card, 'facts').some(({ items }) => items.some(tooLong))),
    ).toEqual([]);
    expect(failing(locale, (card) => partsOf(card, 'bars').some(({ label }) => label.length > 50))).toEqual(
      [],
    );
    expect(
      failing(locale, (card) => partsOf(card, 'table').some(({ caption }) => caption.length > 150)),
    ).toEqual([]);
  });

  test('an answer is one tap: its button fits a phone, and none stands out', () => {
    const answers = (card: Card) =>
      partsOf(card, 'choices')
        .flatMap(({ choices }) => choices)
        .filter(({ purpose, answer }) => purpose === 'answer' && answer?.arrival === null);
    // An icon and a space go before the words.
    const most = locale === 'en' ? 20 : 12;
    const isLong = ({ label }: { label: string }) => [...label.replace(/^\S+ (?=\S)/u, '')].length > most;
    expect(failing(locale, (card) => answers(card).some(isLong))).toEqual([]);
    expect(failing(locale, (card) => answers(card).some(({ look }) => look !== 'plain'))).toEqual([]);
  });

  test('buttons are short, few, and at most one of a group is primary', () => {
    expect(failing(locale, (card) => buttonsOf(card).some(({ label }) => widthOf(label) > 30))).toEqual([]);
    const crowded = ({ choices }: Extract<Part, { kind: 'choices' }>) =>
      choices.length === 0 ||
      choices.length > 25 ||
      choices.filter(({ look }) => look === 'primary').length > 1;
    expect(failing(locale, (card) => partsOf(card, 'choices').some(crowded))).toEqual([]);
  });

  test('every button asks for something that is understood', () => {
    const isLost = (text: string) => {
      const asked = readButton(text);
      return !asked || encodeButton(asked) !== text;
    };
    expect(failing(locale, (card) => buttonsOf(card).some(({ action }) => isLost(action)))).toEqual([]);
  });

  test('tables and forms hold together', () => {
    const raggedTable = ({ columns, rows }: Extract<Part, { kind: 'table' }>) =>
      rows.length === 0 || rows.some((row) => row.length !== columns.length);
    // What a form remembers goes through the platforms' ids of forms, which end at 255 characters; a team's id has 36.
    const brokenForm = ({ form, fields }: Extract<Part, { kind: 'form' }>) =>
      form.length > 255 - 36 ||
      new Set(fields.map(({ name }) => name)).size !== fields.length ||
      fields.some(
        (field) => field.kind === 'select' && !field.options.some(({ value }) => value === field.value),
      );
    expect(failing(locale, (card) => partsOf(card, 'table').length > 1)).toEqual([]);
    expect(failing(locale, (card) => partsOf(card, 'table').some(raggedTable))).toEqual([]);
    expect(failing(locale, (card) => partsOf(card, 'form').some(brokenForm))).toEqual([]);
  });
});

test('a card depends on nothing but its message and language', () => {
  expect(
    failing('ja', (card, { message }) => JSON.stringify(present(message, 'ja')) !== JSON.stringify(card)),
  ).toEqual([]);
});
