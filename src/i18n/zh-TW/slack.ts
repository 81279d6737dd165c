import type { slack as en } from '../en/slack';

export const slack = {
  'slack.title': '遠距辦公日',
  'slack.close': '關閉',
  'slack.previous': '上一頁',
  'slack.next': '下一頁',
  'slack.yes': '是',
  'slack.open': '開啟',
  'slack.more': '……內容較多，未能全部顯示。',
  'slack.wait': '請稍候……',
  'slack.failed': '操作未成功，請再試一次。',
  'slack.outdated': '視窗已過期，請重新開啟。',
  'slack.install.installed.title': '遠距辦公日已安裝',
  'slack.install.installed.text': '請用 /invite 邀請它加入頻道，然後在頻道中輸入 /telework setup。',
  'slack.install.cancelled.title': '未安裝',
  'slack.install.cancelled.text': '您已取消，沒有任何變更。',
  'slack.install.refused.title': '此連結已失效',
  'slack.install.refused.text': '連結已使用、已超過10分鐘，或屬於其他瀏覽器。沒有任何變更。',
  'slack.install.not-allowed.title': '此工作區不在服務範圍內',
  'slack.install.not-allowed.text':
    '維運人員指定了可以使用本機器人的工作區，您的工作區不在其中，也沒有儲存任何資料。如需使用，請洽維運人員新增。',
  'slack.install.failed.title': '未能安裝',
  'slack.install.failed.text': 'Slack 未確認安裝，請再試一次。如果仍然失敗，請洽機器人的維運人員。',
  'slack.install.again': '重新安裝',
  'slack.install.open': '開啟 Slack',
  'slack.status.connected.title': '設定完成',
  'slack.status.connected.text':
    '今後會把您當天的回覆顯示在 Slack 狀態裡。如需停止，請在 Slack 中輸入「狀態 關閉」。',
  'slack.status.cancelled.title': '沒有任何變更',
  'slack.status.cancelled.text': '您已取消，狀態保持不變。',
  'slack.status.refused.title': '此連結已失效',
  'slack.status.refused.text': '連結已經用過，或超過了十分鐘。請在 Slack 中輸入「狀態 開啟」，取得新連結。',
  'slack.status.other.title': '這不是您的連結',
  'slack.status.other.text':
    '此連結屬於其他人或其他工作區，沒有保存任何內容。請在 Slack 中輸入「狀態 開啟」，取得您自己的連結。',
  'slack.status.failed.title': '設定未成功',
  'slack.status.failed.text': 'Slack 沒有確認。請在 Slack 中輸入「狀態 開啟」，再試一次。',
} satisfies Record<keyof typeof en, string>;
