/** What people say of those who have not answered, in questions: a part of the lexicon. */
export const SILENT = [
  'まだ回答していない',
  'まだ回答してない',
  '回答していない',
  '回答してない',
  '回答していません',
  '回答してません',
  'まだ回答していません',
  'まだ',
  '答えていない',
  '答えてない',
  '答えていません',
  '未回答',
  '未回答者',
] as const;
