import type { teams as en } from '../en/teams';

export const teams = {
  'names-shown.heading': '{team} 將顯示姓名',
  'names-shown.body':
    '從下一次登記起，本頻道的所有人都能看到每個人的回覆(休假和出差只顯示為「不在」)。先前的登記維持不變。在您於此再次回覆之前，不會顯示您的姓名，也不會計入您。',
  'welcome.heading': '{team}的遠距辦公日',
  'welcome.body': '我會在這裡預告遠距辦公日，當天早上詢問辦公方式，並發布統計。回覆只需按一下按鈕。',
  'welcome.next':
    '接下來，請管理員確認設定，並建立活動：可以點選按鈕，也可以使用指令「setup」和「campaign list」。',
  'welcome.label': '設定和活動供本頻道的管理員使用，說明人人可看：',
  'welcome.campaigns': '活動',
  'welcome.help': '說明',

  'bind.heading': '{team}的第二個頻道',
  'bind.type': '請另一平台(Slack 或 Microsoft Teams)頻道的管理員在一小時內向我輸入：',
  'bind.command': '請輸入',
  'bind.effect':
    '此後兩個頻道共用成員名單、登記和統計。以本頻道的設定為準，另一頻道的設定將被刪除，無法復原。姓名顯示將關閉。使用指令「unbind」可解除綁定。',

  'bound.heading': '本頻道現已加入{team}',
  'bound.body': '從下次起，預告、登記和統計會同時發布到兩個頻道；若組織已啟用帳號連結，同一人只計一次。',
  'bound.names-off':
    '已關閉姓名顯示：另一頻道的成員只同意在那裡顯示姓名，因此所有登記(包括先前的)都只顯示人數。如需今後顯示姓名，請使用指令「{command}」，屆時會在兩個頻道公告。',
  'bound.dropped': '本頻道原有的設定已刪除，解除綁定後也不會復原。過去的統計仍會保留。',

  'unbound.heading': '{team}現在只使用一個頻道',
  'unbound.body':
    '不會再在第二個頻道發布或更新訊息。從下次登記起，那裡的成員不再計入。此前的回覆和統計仍會保留。第二個頻道原有的設定不會復原：如需讓它成為獨立的團隊，請管理員在那裡輸入指令「setup」。',

  'trouble.heading': '無法在{team}發布訊息',
  'trouble.gone': '該頻道已不存在，或我已被移出。請重新把我加入該頻道，或加入其他頻道。',
  'trouble.forbidden':
    '我無權在那裡發布訊息。請將我加入該頻道並允許應用程式發布訊息，然後在那裡向我傳送任一指令。如仍無法發布，請重新安裝應用程式。',

  'missed.heading': '{team}的登記未能進行',
  'missed.body': '機器人在{from}至{until}期間未運作，未能發布登記。事先的回覆仍會保留，但不計入統計。',
  'missed.days': '沒有登記的日子',
  'missed.span': '{span}期間共{count, number}天',
  'missed.next': '使用指令「{command}」並加上日期可查看傳送情況。請告知機器人的維運人員。',

  'shared-channel.heading': '{team}已與其他組織共用',
  'shared-channel.seen':
    '此頻道與其他組織共用。其他組織的成員能看到頻道中發布的所有內容，包括回覆的統計人數；姓名絕不會發布。',
  'shared-channel.off': '我沒有在頻道中發布任何相關訊息，該頻道的登記已關閉。',
  'shared-channel.switch-on': '如仍要開啟登記，請管理員在該頻道輸入「{command}」，或在這裡變更設定：',
} satisfies Record<keyof typeof en, string>;
