import type { refusals as en } from '../en/refusals';

export const refusals = {
  'refused.example': '例如：{example}',
  'refused.nearest': '您是不是想輸入「{nearest}」？',

  'refusal.unknown-command': '無法辨識「{text}」。使用指令「{help}」可查看用法。',
  'refusal.missing-argument': '指令不完整，請補上後重新輸入。',
  'refusal.unknown-style': '沒有「{text}」這種辦公方式，請從以下選擇：{styles}',
  'refusal.unknown-date': '無法辨識日期「{text}」。請輸入日期、星期，或「今天」「明天」。',
  'refusal.unclear': '我不確定「{text}」的意思，因此沒有記錄。請選擇您的回覆，或以更簡短的文字輸入。',
  'refusal.unclear-question': '我沒有理解「{text}」這個問題。我可以顯示某一天大家的辦公方式。',
  'refusal.one-day': '一次只能查看一天，請指定一個日期。',
  'refusal.no-end': '「{text}」沒有說明到哪一天為止，請補充最後一天。',
  'refusal.use-week': '每週固定的安排請設定在預設週中，系統會自動替您回覆。',
  'refusal.date-or-time':
    '「{text}」可以是日期，也可以是時間({time})，因此沒有記錄。日期請寫成8/10，時間請寫成8:10。',
  'refusal.impossible-date': '日期「{text}」不存在，請確認。',
  'refusal.reversed-days': '結束日期({until})早於開始日期({from})，請先寫較早的日期。',
  'refusal.too-many-days': '期間最多{max, number}天，請縮短後重新輸入。',
  'refusal.past-day': '{day}已經過去，請選擇今天或之後的日期。',
  'refusal.far-day': '{day}太遠了，請指定較近的日期。',
  'refusal.not-working-day': '{reason}，不是工作日。請選擇其他日期。',
  'refusal.unknown-time': '無法辨識時間「{text}」，請輸入小時和分鐘。',
  'refusal.arrival-not-taken': '「{style}」不需要填寫進辦公室的時間，請去掉時間後重新輸入。',
  'refusal.unknown-weekday': '「{text}」不是星期。請使用週一、週二、週三、週四、週五、週六、週日。',
  'refusal.unknown-setting': '沒有「{text}」這項設定。可用的設定：{known}。',
  'refusal.bad-setting': '「{value}」不能用於「{setting}」。{hint}',
  'refusal.window-order': '結束時間({until})必須晚於開始時間({from})，請先寫較早的時間。',
  'refusal.unknown-zone': '沒有「{text}」這個時區，請輸入地區和城市。',
  'refusal.which-zone': '多個時區都使用「{text}」：{known}。請輸入其中一個。',
  'refusal.unknown-country': '沒有「{text}」這個代碼，請輸入國家或地區的兩個字母代碼。',
  'refusal.unknown-language': '不支援語言「{text}」，請選擇：{languages}。',
  'refusal.unknown-preset': '沒有範本「{text}」。使用指令「campaign list」可查看全部範本。',
  'refusal.unknown-campaign': '沒有活動「{text}」。使用指令「campaign list」可查看全部活動。',
  'refusal.no-campaign': '沒有進行中的活動，請先建立活動。',
  'refusal.campaign-ended': '活動「{name}」已被結束，無法變更。請建立新的活動。',
  'refusal.campaign-over': '活動「{name}」的日期均已過去，無法變更或復原。請建立新的活動。',
  'refusal.which-campaign': '有多個進行中或即將開始的活動：{known}。請指明是哪一個。',
  'refusal.campaign-name': '活動需要名稱，最多{max, number}個字元，請以引號括起來輸入。',
  'refusal.campaign-exists': '活動「{name}」已存在，請使用其他名稱。',
  'refusal.core-outside': '核心日{day}不在活動期間({from}至{until})內，請選擇期間內的日期。',
  'refusal.no-core-day': '設定核心日最少人數前需要有核心日，請指定其中一天，例如{day}。',
  'refusal.too-few-days':
    '條件是至少遠距辦公{need, number}天，但此活動只有{have, number}天，請填寫不超過{have, number}天。',
  'refusal.too-few-people':
    '核心日最少人數({need, number}人)超過了總人數({have, number}人)。請填寫不超過{have, number}人，或更正總人數。',
  'refusal.baseline-inside':
    '比較期間({from}至{until})包含活動當天的日期，請選擇其他日期，例如{rightFrom}至{rightUntil}。',
  'refusal.peak-before-window':
    '尖峰結束時間({peak})不晚於登記開始時間({from})，請填寫較晚的時間，例如{right}。',
  'refusal.no-working-days': '{from}至{until}之間沒有工作日，請指定其他期間。',
  'refusal.day-exists': '{day}已經是此活動的遠距辦公日，無須操作。',
  'refusal.day-missing': '{day}不是此活動的遠距辦公日。使用指令「{days}」可查看。',
  'refusal.text-too-long': '文字過長，最多{max, number}個字元，請縮短後重新輸入。',
  'refusal.text-control': '文字中含有無法顯示的字元，請去掉後重新輸入。',
  'refusal.not-admin': '只有本頻道的管理員才能進行此操作，請洽管理員。',
  'refusal.not-org-admin':
    '活動、所有團隊的休假日等涉及整個組織的操作，只有組織的管理員才能進行，請洽管理員。',
  'refusal.not-channel-maker': '只有建立本頻道的 {name} 或工作區管理員才能進行此操作。',
  'refusal.not-workspace-admin': '只有工作區管理員才能進行此操作，請洽管理員。',
  'refusal.not-installer': '只有新增本機器人的 {name} 或組織管理員才能進行此操作。',
  'refusal.no-admin-set': '尚未設定管理員。請洽機器人的維運人員，將您的 ID({id})加入設定 {setting}。',
  'refusal.no-admin-set-no-id':
    '尚未設定管理員。Teams 沒有提供您在目錄 (Microsoft Entra) 中的物件 ID，請洽機器人的維運人員，將該 ID 加入設定 {setting}。',
  'refusal.not-operator':
    '我不知道是誰把我加到這裡的，因此只有組織的管理員才能進行此操作。請聯絡管理員，或將我移除後由您重新加入。',
  'refusal.forget-not-yours':
    '此按鈕可能是為其他人準備的，因此沒有刪除任何內容。如需刪除您自己的資料，請告訴我，我會私下向您確認。',
  'refusal.no-managed-team': '您不是任何團隊的管理員，因此我無法在這裡為您執行。請聯絡團隊頻道的管理員。',
  'refusal.roles-unknown': '{platform} 暫時沒有回應，無法確認您的權限。請稍候一分鐘再試。',
  'refusal.outsider': '您好！本機器人只詢問在此使用它的組織的成員，您屬於其他組織，無須進行任何操作。',
  'refusal.guest-not-counted': '本團隊不統計訪客，因此未作記錄。頻道管理員可在設定中更改。',
  'refusal.names-not-announced': '未能在頻道中通知將顯示姓名，因此設定沒有變更。請稍候一分鐘再試。',
  'refusal.no-team': '此操作只能在團隊的頻道中使用，請到頻道中操作。',
  'refusal.no-team-here': '此頻道尚未設定，因此未做任何記錄。請頻道管理員先進行一次設定。',
  'refusal.unknown-group': '這裡沒有使用者群組「@{text}」。請在「誰」後面輸入 Slack 中顯示的群組名稱。',
  'refusal.groups-unsupported': '此處無法查詢使用者群組。請去掉「@{text}」。',
  'refusal.group-later': '目前無法查詢使用者群組「@{text}」。請過一分鐘再試。',
  'refusal.groups-need-names':
    '本團隊只顯示人數，因此不能依群組統計：比較只差一人的兩個群組，就會透露那個人的回覆。請查看整個團隊的統計。',
  'refusal.group-counts-only': '{day}只保留整個團隊的人數，沒有各群組的人數。',
  'refusal.bind-code':
    '此代碼無效：可能輸入有誤、已被使用，或已超過一小時。請在另一頻道用指令「bind」重新產生。',
  'refusal.bind-not-joined':
    '這兩個工作區尚未合併。請聯絡機器人的維運人員，在設定 JOINED_ORGANISATIONS 中登記。',
  'refusal.bind-alone':
    '頻道只能與另一平台的頻道綁定，而這個機器人沒有為貴組織接上第二個平台。請聯絡機器人的維運人員，同時接上 Slack 和 Microsoft Teams，並在設定 JOINED_ORGANISATIONS 中登記。',
  'refusal.bind-same-platform':
    '兩個頻道必須在不同的平台上：一個在 Slack，一個在 Microsoft Teams。請到另一平台輸入代碼。',
  'refusal.bind-already': '其中一個頻道已與其他頻道綁定。請先用指令「unbind」解除。',
  'refusal.bind-poll-open': '本頻道今天的登記仍在進行。請從明天起，在下次登記開始前綁定。',
  'refusal.not-bound': '本頻道沒有綁定其他頻道。如需綁定，請使用指令「bind」。',
  'refusal.poll-unknown': '找不到這次登記，請使用指令回覆。',
  'refusal.poll-over': '{day}已經過去，不再接受回覆。',
  'refusal.book-closed': '{day}的統計已經確定，無法再更正回覆。',
  'refusal.called-already':
    '此通知已在{since}發布，沒有重複發布。使用「poll now」可在頻道底部重新發布；換一個原因則會作為新的通知發布。',
  'refusal.emergency-running':
    '{day}的緊急登記正在進行。此時開始演練容易與真實的緊急情況混淆，因此沒有開始。請在緊急登記的回覆時間結束後再開始演練。',
  'refusal.too-late-today': '登記至少需要15分鐘，今天已來不及開始。零點過後可以開始隔天的登記。',
  'refusal.window-too-short':
    '臨時登記至少持續{minutes}分鐘，最晚到{latest}。請註明時長，例如「2小時」或「到16點」。',
  'refusal.nothing-to-clear': '沒有可清除的回覆。使用指令「{me}」可查看您的回覆。',
  'refusal.changed-since': '之後又有新的變更，已無法復原。',
  'refusal.nothing-to-undo': '已無法復原，請重新選擇您要的回覆。',
  'refusal.unknown-button': '此按鈕已失效，請使用指令。',
  'refusal.bad-form': '「{field}」的內容有誤，請修改後重新送出。',
  'refusal.sending-now': '提醒正在傳送中，請一分鐘後再試。',
  'refusal.try-again': '未能儲存，請稍後再試。',

  'not-working.weekend': '{day}是週末',
  'not-working.holiday': '{day}是國定假日({holiday})',
  'not-working.holiday-unnamed': '{day}是國定假日',
  'not-working.closed': '{day}是貴單位的休假日',
  'not-working.closed-named': '{day}是貴單位的休假日({name})',

  'skipped.weekend': '{day} 週末',
  'skipped.holiday': '{day} {holiday}',
  'skipped.holiday-unnamed': '{day} 國定假日',
  'skipped.closed': '{day} 休假日',
  'skipped.closed-named': '{day} {name}',
  'refusal.no-own-holiday': '貴單位的行事曆中沒有這些日子({from}～{until})。',
} satisfies Record<keyof typeof en, string>;
