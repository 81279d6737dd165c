import { linesOf, sample } from '../cards';

test('before the first poll there are no figures for organisers, and so nothing is hidden', () => {
  const empty = linesOf(sample('figures for the organisers, too few'));
  expect(empty.slice(1)).toEqual(['No day of this campaign has been counted yet.']);
  expect(sample('figures for the organisers').summary).toContain('hidden (too few people)');
});
