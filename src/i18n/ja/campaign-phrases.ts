import type { Phrases } from '../phrases';

/** The words of campaigns and of what they ask. */
export const campaignPhrases = {
  campaigns: {
    list: ['一覧', 'リスト'],
    use: ['開始', '使用', '利用'],
    new: ['新規', '新規作成', '作成'],
    'add-day': ['追加'],
    'remove-day': ['削除'],
    end: ['終了'],
    report: ['最終報告', '実施報告', '報告書'],
    figures: ['報告', '主催者向け'],
    show: ['進捗', '進み具合', '状況'],
    set: ['変更', '設定'],
    headcount: ['人数'],
    import: ['取り込み', '取込'],
  },
  campaignOptions: {
    core: ['コア', 'コアデー', 'コア日'],
    target: ['目標'],
  },
  campaignTerms: {
    days: ['実施日', '日程'],
    core: ['コア', 'コアデー', 'コア日'],
    target: ['目標'],
    category: ['参加区分', '区分'],
    supporting: ['応援団体', '応援'],
    'minimum-days': ['最低日数'],
    'minimum-core-people': ['最低人数', 'コア日最低人数'],
    'measures-effects': ['効果測定'],
    window: ['時間帯', '受付時間'],
    peak: ['ピーク'],
    baseline: ['比較期間'],
    headcount: ['人数'],
  },
} satisfies Pick<Phrases, 'campaigns' | 'campaignOptions' | 'campaignTerms'>;
