import type { web as en } from '../en/web';

export const web = {
  'web.heading': '網頁版',
  'web.body': '此連結僅供您本人使用，{minutes, number}分鐘內有效，只能使用一次。',
  'web.open': '在網頁開啟',
  'web.signed-out': '{sessions, plural, =0 {您沒有登入網頁版。} other {已登出網頁版(#處登入)。}}',
  'web.all-signed-out':
    '{sessions, plural, =0 {沒有人登入網頁版。} other {已讓所有人登出網頁版(#處登入)。之後請從聊天重新登入。}}',
  'help.web': '在瀏覽器查看自己的安排和團隊情況；輸入「登出網頁」結束',
  'audit.web-sign-out-all': '所有人登出網頁版',
  'refusal.no-pages': '網頁版還沒有網址。請聯絡機器人的維運人員，將 PUBLIC_URL 設為 https 網址。',
} satisfies Record<keyof typeof en, string>;
