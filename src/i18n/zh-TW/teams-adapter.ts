import type { teamsAdapter as en } from '../en/teams-adapter';

export const teamsAdapter = {
  'teams-adapter.chat': '群組聊天',
  'teams-adapter.working': '處理時間比平常長，請稍後再查看。',
  'teams-adapter.cut': '內容太多，此處無法全部顯示。',
  'teams-adapter.needed': '請填寫此項。',
  'teams-adapter.confided': '已在個人聊天中回覆您。',
  'teams-adapter.not-confided':
    '此回覆僅供您本人查看，但我還不能傳訊息給您。請先為自己新增應用程式，然後在那裡傳送「me」。',
} satisfies Record<keyof typeof en, string>;
