import type { Phrases } from '../phrases';

export const effectPhrases = {
  effects: {
    list: ['一覧'],
    remove: ['削除'],
    import: ['取込', '取り込み', 'インポート', '入力'],
  },
  effectOptions: {
    people: ['人数'],
    baseline: ['基準', '基準期間'],
    core: ['期間', '実施期間'],
    campaign: ['キャンペーン'],
  },
} satisfies Pick<Phrases, 'effects' | 'effectOptions'>;
