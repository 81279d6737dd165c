import type { Phrases } from '../phrases';

export const effectPhrases = {
  effects: {
    list: ['列表'],
    remove: ['删除', '移除'],
    import: ['导入', '录入'],
  },
  effectOptions: {
    people: ['人数'],
    baseline: ['基准'],
    core: ['期间'],
    campaign: ['活动'],
  },
} satisfies Pick<Phrases, 'effects' | 'effectOptions'>;
