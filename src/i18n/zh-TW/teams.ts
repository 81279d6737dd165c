import type { teams as en } from '../en/teams';

export const teams = {
  'names-shown.heading': '{team}將顯示姓名',
  'names-shown.body':
    '從下一次登記起，本頻道所有人都看得到誰回覆了什麼(請假和出差只顯示為「不在」)。先前的登記不變。在您再次於此回覆之前，不顯示您的姓名，也不計入您。',
  'welcome.heading': '{team}的遠距辦公日',
  'welcome.body': '我會在這裡事前通知遠距辦公日，當天早上詢問大家的辦公方式，並發布統計。點選按鈕即可回覆。',
  'welcome.next': '管理員可以立即開始今天的登記，也可以選擇要登記的日期。',
  'welcome.label': '登記、日期和設定供頻道管理員使用，說明供所有人查看：',
  'welcome.help': '說明',

  'first.what': '我會在早上詢問大家當天的辦公方式，並發布人數統計。點一下按鈕即可回覆。',
  'first.label': '第一步',
  'first.poll-now': '立即登記',
  'first.days': '選擇日期',
  'first.add': '接下來，請把我加入頻道或群組聊天。我會在那裡打招呼，並把開始第一次登記的按鈕傳給您。',
  'invited.heading': '感謝您把我加入{team}',
  'invited.next': '接下來，我會在遠距辦公日自動開始登記。您可以選擇日期，也可以立即開始今天的登記。',
  'invited.waits': '接下來，{team}的管理員可以用頻道裡那則問候訊息下方的按鈕選擇日期，或開始第一次登記。',
  'installed.heading': '您好，我是遠距辦公日',

  'bind.heading': '{team}的第二個頻道',
  'bind.type': '請另一平台(Slack 或 Microsoft Teams)的頻道管理員在一小時內向我輸入：',
  'bind.command': '請輸入',
  'bind.effect':
    '之後兩個頻道共用成員名單、登記和統計。以本頻道的設定為準，另一頻道的設定將被刪除，無法恢復。姓名顯示會關閉。輸入「unbind」可解除綁定。',

  'bound.heading': '本頻道已與{team}綁定',
  'bound.body': '從下次起，通知、登記和統計會同時發布到兩個頻道；如果組織啟用了帳號連結，同一人只計一次。',
  'bound.names-off':
    '姓名顯示已關閉：另一頻道的成員只同意在那裡顯示姓名，因此所有登記(包括先前的)都只顯示人數。如需之後顯示姓名，請輸入「{command}」，屆時會在兩個頻道通知。',
  'bound.dropped': '本頻道原有的設定已刪除，「unbind」也不會恢復。過去的登記會保留。',

  'unbound.heading': '{team}現在只使用一個頻道',
  'unbound.body':
    '不再在第二個頻道發布或更新訊息，那裡的成員從下次登記起不再計入。先前的回覆和統計會保留。第二個頻道原有的設定不會恢復：如需讓它成為獨立的團隊，請管理員在那裡輸入「setup」。',

  'trouble.heading': '無法在{team}發布訊息',
  'trouble.gone': '頻道已不存在，或我已被移出。請重新把我加入該頻道，或加入其他頻道。',
  'trouble.forbidden':
    '我無權在那裡發布訊息。請把我加入頻道並允許應用程式發布訊息，然後在那裡傳任一指令給我。如果仍無法發布，請重新安裝應用程式。',

  'missed.heading': '{team}未能登記',
  'missed.body': '我在{from}至{until}沒有運作，未能及時發布登記。事先回覆會保留，但不計入統計。',
  'missed.days': '未登記的日子',
  'missed.span': '{span}期間共{count, number}天',
  'missed.next': '輸入「{command}」加日期可查看傳送情況。請告知機器人的維運人員。',

  'shared-channel.heading': '{team}與其他組織共用',
  'shared-channel.seen': '此頻道與其他組織共用，對方成員看得到頻道中的所有內容，包括統計人數；姓名不會發布。',
  'shared-channel.off': '我沒有在頻道中發布相關訊息，並已關閉該頻道的登記。',
  'shared-channel.switch-on': '如仍要登記，請管理員在該頻道輸入「{command}」，或在這裡變更設定：',
} satisfies Record<keyof typeof en, string>;
