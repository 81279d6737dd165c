import type { Phrases } from '../phrases';

export const askedPhrases = {
  /** Words around a question for a campaign or a survey. */
  campaignAsides: {
    aside: [
      '的',
      '查看',
      '檢視',
      '看',
      '看看',
      '看一下',
      '顯示',
      '列出',
      '開啟',
      '有哪些',
      '哪些',
      '有',
      '什麼',
      '有什麼',
      '請',
      '一下',
      '所有',
      '全部',
      '目前',
      '現在',
      '進行中',
      '怎麼樣',
      '如何',
      '我想',
      '我要',
      '給我',
      '嗎',
      '了',
    ],
  },
} satisfies Pick<Phrases, 'campaignAsides'>;
