import type { Phrases } from '../phrases';

export const askedPhrases = {
  /** Words around a question for a campaign or a survey. */
  campaignAsides: {
    aside: [
      '咋样',
      '的',
      '查看',
      '看',
      '看看',
      '看一下',
      '显示',
      '列出',
      '打开',
      '有哪些',
      '哪些',
      '有',
      '什么',
      '有什么',
      '请',
      '一下',
      '所有',
      '全部',
      '当前',
      '目前',
      '现在',
      '进行中',
      '怎么样',
      '如何',
      '我想',
      '我要',
      '给我',
      '吗',
      '了',
    ],
  },
} satisfies Pick<Phrases, 'campaignAsides'>;
