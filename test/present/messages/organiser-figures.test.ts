import { LOCALES } from '../../../src/domain/people/person';
import { translate } from '../../../src/i18n/translate';
import { present } from '../../../src/present';
import { samples } from '../../../src/present/samples';
import { linesOf, sample } from '../cards';

test('before the first day is over organisers get no figures, and nothing is withheld', () => {
  const empty = linesOf(sample('figures for the organisers, none yet'));
  expect(empty.slice(1)).toEqual([
    'There’s nothing to share with the organisers yet. A day is counted once it’s over for every team.',
  ]);
});

test('groups are named by their work styles, and what lies between two bounds is given as a range', () => {
  const { summary } = sample('figures for the organisers');
  expect(summary).toContain('Off-peak commute, In the office, No answer: 500 person-days');
  expect(summary).toContain('Answers: 1,582–1,602 person-days');
  expect(summary).toContain('People who teleworked: 1,000 to 1,999 people');
});

test('people are told with the final report, as far as they can be', () => {
  const people = (name: string) =>
    linesOf(sample(name)).find((line) => line.startsWith('People who teleworked')) ?? '';
  expect(people('figures for the organisers, while the campaign runs')).toContain(
    'once the campaign is over',
  );
  expect(people('figures for the organisers, at least so many people')).toContain('10 people or more');
  expect(people('figures for the organisers, a day added later')).toContain(
    '10 to 19 people, on the first day',
  );
  expect(people('figures for the organisers, fewer than five people')).toContain('hidden');
});

test('of fewer than five people it says only that they took part', () => {
  const { summary } = sample('figures for the organisers, fewer than five people');
  expect(summary).toContain('took part');
  expect(summary).not.toContain('person-days:');
});

test.each(LOCALES)(
  'in %s no list of many people’s answers tells leave, a trip and a day off apart',
  (locale) => {
    const hidden = (['style.leave', 'style.trip', 'style.off'] as const).map((key) => translate(locale, key));
    const kinds = new Set(['poll', 'closing-tally', 'report', 'who', 'tally', 'organiser-figures']);
    const telling = samples().filter(({ message }) => {
      const parts = kinds.has(message.kind) ? present(message, locale).parts : [];
      // Buttons are the reader's own.
      const told = JSON.stringify(parts.filter(({ kind }) => kind !== 'choices'));
      return hidden.some((label) => told.includes(label));
    });
    expect(telling.map(({ name }) => name)).toEqual([]);
  },
);
