import { buttonsOf, sample } from '../cards';

test('forgetting is asked once more, with a dangerous button', () => {
  expect(buttonsOf(sample('forget me?'))).toEqual([
    { label: 'Delete my data', action: 'forget', purpose: 'other', look: 'danger', chosen: false },
  ]);
  expect(sample('forgotten', 'ja').summary).toContain('データを削除しました');
});
