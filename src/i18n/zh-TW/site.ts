import type { site as en } from '../en/site';

export const site = {
  'site.title': '遠距辦公日機器人',
  'site.what':
    '這個機器人在 Slack 和 Microsoft Teams 中事前通知遠距辦公日，當天早上詢問各團隊的辦公方式，並發布統計。',
  'site.languages': '語言',
  'site.privacy': '隱私權',
  'site.stored':
    '它儲存聊天平台提供的 ID、姓名、語言和時區，您的回覆(辦公方式和進辦公室的時間)、每週安排和個人設定、所屬團隊，以及管理員所做的變更。它從不詢問請假原因。',
  'site.kept':
    '回覆及其歷史紀錄、管理員操作紀錄會在{months, number}個月後刪除，已離開人員的資料也是如此。過去的統計只保留人數，不含姓名。',
  'site.forget':
    '如要立即刪除您自己的資料，請傳送「{command}」給機器人。過去的統計只保留人數，不含您的任何資訊；您以管理員身分所做的變更會以您的 ID 保留同樣長的時間。',
  'site.operator': '機器人由您所屬組織的維運人員營運。對機器人或您的資料有疑問，請洽維運人員。',
  'site.terms': '使用條款',
  'site.purpose': '機器人用於安排遠距辦公日，並根據本人的回覆統計人數。',
  'site.no-record': '回覆和統計不作為出勤紀錄，也不得用於出勤管理。',

  'site.setup-title': '設定機器人',
  'site.setup-what':
    '以下是環境變數和{file}檔案目前的內容中已設定和缺少的項目。這裡不會顯示任何值。變更後請重新啟動機器人。',
  'site.setup-setting': '設定項目',
  'site.setup-state': '狀態',
  'site.setup-set': '已設定',
  'site.setup-missing': '缺少',
  'site.setup-wrong': '有誤',
  'site.setup-slack': '接下來，請在 Slack 的應用程式設定中找到缺少的值，並填入{file}。',
  'site.setup-teams': '接下來，請在 Azure 的機器人頁面中找到缺少的值，並填入{file}。',
  'site.setup-ready': '全部設定完成。接下來，請重新啟動機器人，並把它加入頻道。',
  'site.setup-open-slack': '開啟 Slack 的應用程式設定',
  'site.setup-open-teams': '開啟 Azure 入口網站',
  'site.setup-doctor': '檢查結果',
  'site.setup-fine': '沒有發現問題。',
  'site.setup-network': '權杖、權限和位址等需要連線檢查的項目，請用「{command}」查看。',
} satisfies Record<keyof typeof en, string>;
