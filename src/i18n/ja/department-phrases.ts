import type { Phrases } from '../phrases';

export const departmentPhrases = {
  departments: {
    list: ['一覧'],
    set: ['設定', '追加', '新規'],
    import: ['取り込み', '取込', 'インポート'],
    rename: ['名前変更', '名称変更', '改名'],
    remove: ['削除'],
    form: ['編集', 'フォーム'],
    tally: ['集計'],
  },
  organisation: {
    here: ['ここ', 'ここに投稿', 'ここに'],
    off: ['停止', 'やめる', '中止', 'オフ'],
  },
  parts: {
    organisation: ['全社', '組織', '組織全体', '会社全体', '会社'],
    department: ['部門', '部署'],
  },
} satisfies Pick<Phrases, 'departments' | 'organisation' | 'parts'>;
