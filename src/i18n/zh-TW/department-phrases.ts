import type { Phrases } from '../phrases';

export const departmentPhrases = {
  departments: {
    list: ['列表'],
    set: ['設定', '新增', '加入'],
    import: ['匯入'],
    rename: ['改名', '重新命名'],
    remove: ['刪除', '移除'],
    form: ['編輯', '表單'],
    tally: ['統計'],
  },
  organisation: {
    here: ['這裡', '在這裡', '發在這裡', '開'],
    off: ['關', '停止', '關閉'],
  },
  parts: {
    organisation: ['全公司', '公司', '組織', '整個公司', '整個組織'],
    department: ['部門'],
  },
} satisfies Pick<Phrases, 'departments' | 'organisation' | 'parts'>;
