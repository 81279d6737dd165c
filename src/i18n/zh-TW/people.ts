import type { people as en } from '../en/people';

export const people = {
  'panel.heading': '{name}，您好',
  'panel.none': '近期沒有遠距辦公日。',
  'panel.days': '您近期的安排：',
  'panel.unanswered': '尚未回覆',
  'panel.usual': '尚未回覆，平時：{choice}',
  'panel.late': '{choice}，逾時回覆',
  'panel.change': '更改回覆：',
  'panel.teams': '您的團隊今日統計：',
  'panel.no-poll': '今天沒有登記',
  'which-team.heading': '哪個團隊？',
  'which-team.body': '您管理著多個團隊。請選擇一個查看其設定；其他操作請在該團隊的頻道中進行。',
  'which-team.more': '還有 {count} 個團隊未顯示，請在其頻道中操作。',
  'panel.manage': '設定團隊：',
  'panel.week': '每週預設安排',
  'panel.week-empty': '未設定',
  'panel.language': '語言',
  'panel.reminders': '提醒',
  'panel.on': '已開啟',
  'panel.off': '已關閉',
  'panel.settings': '您的個人設定：',
  'panel.edit-week': '編輯每週預設安排',
  'panel.remind-on': '開啟提醒',
  'panel.remind-off': '關閉提醒',
  'panel.languages': '選擇語言：',
  'panel.type': '指令範例：{commands}',
  'panel.quoted': '「{command}」',

  'week.heading': '您的每週預設安排',
  'week.saved': '每週預設安排已儲存',
  'week.deleted': '每週預設安排已刪除',
  'week.empty': '尚未設定每週預設安排。',
  'week.body': '登記開始時，將依此安排自動為您回覆。當天仍可更改。',
  'week.deleted-body': '今後登記開始時，不再自動為您回覆。',
  'week.none': '未設定',
  'week.edit': '如需更改，請點選按鈕，或使用指令，例如「{example}」或「{clear}」。',
  'week.form': '您平時的辦公方式是？',

  'form.save': '儲存',

  'reminders.on': '提醒已開啟，僅在您尚未回覆時傳送。',
  'reminders.off': '提醒已關閉。使用指令「{command}」可重新開啟。',

  'language.set': '今後將以繁體中文為您服務。',

  'forget.heading': '{name}，要刪除您的資料嗎？',
  'forget.body':
    '將刪除您的個人資料、設定、歷史紀錄和全部回覆，且無法復原。此後在您再次按下按鈕或使用指令之前，您不會被統計、提醒或顯示姓名。過去的統計只保留人數，不含您的任何資訊。您以管理員身分所做的變更會以您的 ID 保留 {months, number} 個月。',
  'forget.again': '僅刪除{name}的資料，不影響其他人。確定要刪除時，請再按一次。',
  'forget.label': '確定刪除您的全部資料嗎？此操作無法復原。',
  'forget.button': '刪除我的資料',
  'forget.done': '您的資料已刪除',
  'forget.done-body':
    '在您再次按下按鈕或使用指令之前，您不會被統計、提醒或顯示姓名。過去的統計只保留人數，不含您的任何資訊。您以管理員身分所做的變更會以您的 ID 保留 {months, number} 個月。',
} satisfies Record<keyof typeof en, string>;
