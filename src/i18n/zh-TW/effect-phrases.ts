import type { Phrases } from '../phrases';

export const effectPhrases = {
  effects: {
    list: ['列表'],
    remove: ['刪除', '移除'],
    import: ['匯入', '輸入'],
  },
  effectOptions: {
    people: ['人數'],
    baseline: ['基準'],
    core: ['期間'],
    campaign: ['活動'],
  },
} satisfies Pick<Phrases, 'effects' | 'effectOptions'>;
