import { linesOf, sample } from '../cards';

test('before the first poll organisers get no figures, and nothing is withheld', () => {
  const empty = linesOf(sample('figures for the organisers, too few'));
  expect(empty.slice(1)).toEqual(['No day of this campaign has been counted yet.']);
  expect(sample('figures for the organisers').summary).toContain('hidden (too few people)');
});
