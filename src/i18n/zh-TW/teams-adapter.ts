import type { teamsAdapter as en } from '../en/teams-adapter';

export const teamsAdapter = {
  'teams-adapter.chat': '群組聊天',
  'teams-adapter.working': '處理時間比平常長，請稍後查看。',
  'teams-adapter.cut': '內容較多，未能全部顯示。',
  'teams-adapter.needed': '請填寫。',
  'teams-adapter.confided': '已在個人聊天中回覆您。',
  'teams-adapter.not-confided':
    '這則回覆只給您本人看，但我還不能傳訊息給您。請先為自己新增應用程式，然後在個人聊天中輸入「我的安排」。',
} satisfies Record<keyof typeof en, string>;
