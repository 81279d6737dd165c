import type { statuses as en } from '../en/statuses';

export const statuses = {
  'status.heading': '在狀態中顯示當天的安排',
  'status.offer': '我可以把您當天的回覆顯示在名字旁的狀態裡，到當天結束為止。',
  'status.on': '已開啟。您回覆過的日子，我會把回覆顯示在名字旁的狀態裡，到當天結束為止。',
  'status.privacy':
    '看得到您個人檔案的人都能看到，包括共用頻道裡其他公司的人。請假、出差和排休一律顯示為「{away}」。您自己設定的狀態不會被更動。',
  'status.now': '目前顯示「{icon} {text}」。',
  'status.none': '目前沒有顯示任何內容。',
  'status.own': '您自己設定了狀態，我沒有更動。',
  'status.refused': '由於管理員的限制或您的帳號類型，我無法設定您的狀態。',
  'status.failed': '今天沒能設定成功，下次您回覆時我會再試。',
  'status.connect': '還差一步：請在瀏覽器中授權。連結僅供您本人使用，十分鐘內有效，只能用一次。',
  'status.waiting': '需要您授權，我才能設定狀態。',
  'status.link': '前往授權',
  'status.stopped': '已關閉。先前顯示的內容會在一分鐘內清除。',
  'status.unavailable': '這裡沒有開啟狀態顯示，可以洽詢機器人的維運人員。',
  'status.no-address': '這裡無法使用：機器人沒有公開網址，瀏覽器授權後無法返回。可以洽詢機器人的維運人員。',
  'status.lost': '授權已被收回，我無法再設定您的狀態。',
  'status.choices': '狀態顯示',
  'status.start': '顯示我的安排',
  'status.again': '重新授權',
  'status.stop': '停止顯示',
  'panel.status': '狀態顯示',
  'panel.status-on': '在狀態中顯示',
  'panel.status-off': '停止狀態顯示',
  'help.status': '在狀態中顯示當天的安排，或停止顯示',
} satisfies Record<keyof typeof en, string>;
