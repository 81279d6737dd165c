import { buttonsOf, sample } from '../cards';

test('forgetting is asked once more, by name, with a dangerous button of that person', () => {
  expect(sample('forget me?').summary).toContain('Ann Alpha: delete your data?');
  expect(buttonsOf(sample('forget me?'))).toEqual([
    { label: 'Delete my data', action: 'forget|U018', purpose: 'other', look: 'danger', chosen: false },
  ]);
  expect(sample('forgotten', 'ja').summary).toContain('データを削除しました');
});
