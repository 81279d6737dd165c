import type { refusals as en } from '../en/refusals';

export const refusals = {
  'refused.example': '例：{example}',
  'refused.nearest': '「{nearest}」のことでしょうか？',

  'refusal.unknown-command':
    '「{text}」を理解できませんでした。「{help}」と入力すると、使い方を確認できます。',
  'refusal.missing-argument': 'コマンドが途中のようです。続きも入力してください。',
  'refusal.unknown-style': '「{text}」という勤務形態はありません。次からお選びください：{styles}',
  'refusal.unknown-date':
    '「{text}」を日付として読み取れませんでした。日付、曜日、「今日」「明日」などでご入力ください。',
  'refusal.unclear':
    '「{text}」の意味を判断できなかったため、記録していません。回答をお選びいただくか、短い言葉でご入力ください。',
  'refusal.unclear-question':
    '「{text}」というご質問を理解できませんでした。1日分の勤務形態であればお答えできます。',
  'refusal.one-day': '一度に確認できるのは1日分です。日付を1つご指定ください。',
  'refusal.one-week': '一度に確認できるのは1週間分です。7日以内でご指定ください。',
  'refusal.no-end': '「{text}」だけでは、いつまでか分かりません。最終日もご入力ください。',
  'refusal.use-week': '毎週の予定は、曜日ごとの基本設定にご登録ください。自動的に回答されます。',
  'refusal.date-or-time':
    '「{text}」は日付とも時刻({time})とも読めるため、記録していません。日付は8/10、時刻は8:10のようにご入力ください。',
  'refusal.impossible-date': '「{text}」という日付はありません。ご確認ください。',
  'refusal.reversed-days': '期間の終わり({until})が始まり({from})より前です。早い日を先にご入力ください。',
  'refusal.too-many-days': '期間は{max, number}日までです。短い期間をご指定ください。',
  'refusal.many-days':
    '{from}から{until}までの{count}日間です。まだ記録していません。この期間でよろしければ、ボタンを押してください。',
  'refusal.past-day': '{day}は過ぎています。本日以降の日付をご指定ください。',
  'refusal.far-day': '{day}は先の日付のため指定できません。もっと近い日をご指定ください。',
  'refusal.not-working-day': '{reason}。別の日をご指定ください。',
  'refusal.unknown-time': '「{text}」を時刻として読み取れませんでした。時と分でご入力ください。',
  'refusal.arrival-not-taken':
    '「{style}」に出社時刻は付けられません。時刻を外して、もう一度ご入力ください。',
  'refusal.unknown-weekday':
    '「{text}」を曜日として読み取れませんでした。月、火、水、木、金、土、日でご入力ください。',
  'refusal.unknown-setting': '「{text}」という設定はありません。使える設定：{known}',
  'refusal.bad-setting': '「{value}」は「{setting}」に設定できません。{hint}',
  'refusal.window-order': '受付終了({until})は受付開始({from})より後にしてください。',
  'refusal.unknown-zone':
    '「{text}」というタイムゾーンはありません。都市名、または地域と都市名でご入力ください。',
  'refusal.which-zone': '「{text}」は複数のタイムゾーンの略称です。次のいずれかをご入力ください：{known}',
  'refusal.unknown-country': '「{text}」という国コードはありません。2文字の国コードをご入力ください。',
  'refusal.unknown-language': '「{text}」には対応していません。{languages}からお選びください。',
  'refusal.unknown-preset':
    '「{text}」というテンプレートはありません。「campaign list」と入力すると、一覧を確認できます。',
  'refusal.unknown-campaign':
    '「{text}」という取り組みはありません。「campaign list」と入力すると、一覧を確認できます。',
  'refusal.no-campaign': '実施中の取り組みがありません。先に取り組みを登録してください。',
  'refusal.campaign-ended':
    '「{name}」は途中で終了したため、変更できません。新しい取り組みを登録してください。',
  'refusal.campaign-over':
    '「{name}」の実施日はすべて過ぎているため、変更したり元に戻したりできません。新しい取り組みを登録してください。',
  'refusal.which-campaign': '取り組みが複数あります。対象の名称をご指定ください：{known}',
  'refusal.campaign-name':
    '取り組みには{max, number}文字以内の名称が必要です。引用符で囲んでご入力ください。',
  'refusal.campaign-exists': '「{name}」という取り組みはすでにあります。別の名称をご指定ください。',
  'refusal.core-outside':
    'コア日の{day}は期間({from}～{until})に含まれていません。期間内の日をご指定ください。',
  'refusal.no-core-day': 'コア日の最低人数を決めるには、コア日が必要です。たとえば{day}をご指定ください。',
  'refusal.too-few-days':
    '最低{need, number}日のテレワークが条件ですが、実施日は{have, number}日です。{have, number}日以下をご指定ください。',
  'refusal.too-few-people':
    'コア日の最低人数({need, number}人)が組織の人数({have, number}人)を超えています。{have, number}人以下をご指定いただくか、組織の人数を訂正してください。',
  'refusal.baseline-inside':
    '比較期間({from}～{until})に実施日が含まれています。実施日と重ならない期間、たとえば{rightFrom}～{rightUntil}をご指定ください。',
  'refusal.peak-before-window':
    '通勤ピークの終了時刻({peak})は受付開始({from})より後にしてください。たとえば{right}をご指定ください。',
  'refusal.no-working-days': '{from}から{until}までに勤務日がありません。別の期間をご指定ください。',
  'refusal.day-exists': '{day}はすでに実施日です。',
  'refusal.day-missing': '{day}は実施日ではありません。「{days}」と入力すると、日程を確認できます。',
  'refusal.text-too-long': '文字数が多すぎます。{max, number}文字以内でご入力ください。',
  'refusal.text-control': '表示できない文字が含まれています。その文字を除いて、もう一度ご入力ください。',
  'refusal.not-admin': 'この操作ができるのは、チャンネルの管理者のみです。管理者にご依頼ください。',
  'refusal.not-org-admin':
    '取り組みや全チームの休業日など、組織全体にかかわる操作ができるのは、組織の管理者のみです。管理者にご依頼ください。',
  'refusal.not-channel-maker':
    'この操作ができるのは、このチャンネルを作成した{name}さんとワークスペースの管理者のみです。',
  'refusal.not-workspace-admin':
    'この操作ができるのは、ワークスペースの管理者のみです。管理者にご依頼ください。',
  'refusal.not-installer': 'この操作ができるのは、ボットを追加した{name}さんと組織の管理者のみです。',
  'refusal.no-admin-set':
    '管理者がまだ設定されていません。ボットの運用担当者に、設定 {setting} へあなたのID({id})を追加するようご依頼ください。',
  'refusal.no-admin-set-no-id':
    '管理者がまだ設定されていません。ボットの運用担当者に、設定 {setting} へあなたのディレクトリ(Microsoft Entra)のオブジェクトIDを追加するようご依頼ください。IDはボットには通知されていません。',
  'refusal.not-operator':
    'このボットを追加した方が分からないため、この操作ができるのは組織の管理者のみです。管理者にご依頼いただくか、ボットを一度外して、ご自身で追加し直してください。',
  'refusal.forget-not-yours':
    'このボタンはほかの方のために作成された可能性があるため、何も削除していません。ご自身のデータを削除する場合は、その旨をお送りください。個別に確認します。',
  'refusal.no-managed-team':
    '管理されているチームがないため、ここでは操作できません。チームのチャンネルの管理者にご依頼ください。',
  'refusal.roles-unknown':
    '現在{platform}から応答がなく、権限を確認できません。1分ほど待ってから、もう一度お試しください。',
  'refusal.outsider':
    'このボットは、ここで利用している組織の方にのみ勤務形態をお聞きしています。別の組織の方は、ご対応いただく必要はありません。',
  'refusal.guest-not-counted':
    'このチームではゲストを集計に含めないため、記録していません。チャンネルの管理者が設定で変更できます。',
  'refusal.names-not-announced':
    '氏名の表示についてチャンネルにお知らせできなかったため、設定を変更していません。1分ほど待ってから、もう一度お試しください。',
  'refusal.no-team': 'この操作ができるのは、チームのチャンネルのみです。チャンネルでお試しください。',
  'refusal.no-team-here':
    'このチャンネルはまだ設定されていないため、記録していません。チャンネルの管理者に設定をご依頼ください。',
  'refusal.unknown-group':
    'ユーザーグループ「@{text}」は見つかりません。Slackに表示されるグループ名を「勤務状況」の後にご入力ください。',
  'refusal.groups-unsupported':
    'ここではユーザーグループを参照できません。「@{text}」を除いてご入力ください。',
  'refusal.group-later':
    '現在、グループ「@{text}」を確認できません。1分ほど待ってから、もう一度お試しください。',
  'refusal.groups-need-names':
    'このチームでは人数のみを表示しているため、グループ別の集計はできません。1人だけ異なるグループを比べると、その方の回答が分かってしまうためです。チーム全体の集計をご利用ください。',
  'refusal.group-counts-only':
    '{day}は、チーム全体の人数のみ表示できます。グループ別の人数は保存されていません。',
  'refusal.bind-code':
    'このコードは使えません。入力の誤り、使用済み、または発行から1時間以上経過した可能性があります。もう一方のチャンネルで「bind」と入力し、新しいコードを発行してください。',
  'refusal.bind-not-joined':
    'この2つのワークスペースは統合されていません。ボットの運用担当者に、設定 JOINED_ORGANISATIONS への登録をご依頼ください。',
  'refusal.bind-alone':
    '連携できるのは、もう一方のプラットフォームのチャンネルだけですが、組織では片方のプラットフォームでしかボットを利用していません。ボットの運用担当者に、SlackとMicrosoft Teamsの両方の準備と、設定 JOINED_ORGANISATIONS への登録をご依頼ください。',
  'refusal.bind-same-platform':
    '同じプラットフォームのチャンネルどうしは連携できません。もう一方のプラットフォーム(SlackまたはMicrosoft Teams)のチャンネルでコードをご入力ください。',
  'refusal.bind-already': 'どちらかのチャンネルがすでに連携しています。先に「unbind」で解除してください。',
  'refusal.bind-poll-open': 'このチャンネルは本日の受付中です。明日、次の受付が始まる前に連携してください。',
  'refusal.not-bound': 'このチャンネルは連携していません。連携するには「bind」と入力してください。',
  'refusal.poll-unknown': 'この受付が見つかりません。回答を文字でご入力ください。',
  'refusal.poll-over': '{day}の受付は終了しました。',
  'refusal.book-closed': '{day}の集計は確定したため、回答を修正できません。',
  'refusal.called-already':
    'この呼びかけは{since}に投稿済みのため、重ねて投稿していません。「poll now」でチャンネルの下に投稿し直せます。別の理由を付けると、新しい呼びかけとして投稿します。',
  'refusal.begins-today':
    '「{text}」は別の日のため、開始していません。緊急と訓練は本日すぐに始まります。その日に受け付けるには、取り組みに追加してください。理由の一部の場合は、理由を引用符で囲んで入力してください。',
  'refusal.emergency-running':
    '{day}は緊急テレワークの受付中です。訓練を始めると緊急の呼びかけと取り違えるおそれがあるため、開始していません。緊急の受付が終わってから開始してください。',
  'refusal.too-late-today':
    '本日は受付を開始できる時刻を過ぎています。受付には15分以上必要です。午前0時を過ぎると、翌日の受付を開始できます。',
  'refusal.no-open-poll': '現在、受付中のものはありません。',
  'refusal.too-many-follows': 'フォローできるのは{max}人までです。先にどなたかのフォローを解除してください。',
  'refusal.window-too-short':
    '臨時の受付は{minutes}分以上、遅くとも{latest}までです。「2時間」や「16時まで」のように指定してください。',
  'refusal.nothing-to-clear': '取り消す回答がありません。「{me}」と入力すると、回答を確認できます。',
  'refusal.changed-since': 'その後に別の変更があったため、元に戻せません。',
  'refusal.nothing-to-undo': '元に戻せません。もう一度ご回答ください。',
  'refusal.unknown-button': 'このボタンは使えなくなりました。コマンドをご入力ください。',
  'refusal.bad-form': '「{field}」の入力に誤りがあります。修正して、もう一度送信してください。',
  'refusal.sending-now': 'ただいまリマインダーを送信しています。1分ほど待ってから、もう一度お試しください。',
  'refusal.try-again': '保存できませんでした。少し待ってから、もう一度お試しください。',

  'not-working.weekend': '{day}は週末です',
  'not-working.holiday': '{day}は祝日({holiday})です',
  'not-working.holiday-unnamed': '{day}は祝日です',
  'not-working.closed': '{day}は会社の休業日です',
  'not-working.closed-named': '{day}は会社の休業日({name})です',

  'skipped.weekend': '{day} 週末',
  'skipped.holiday': '{day} {holiday}',
  'skipped.holiday-unnamed': '{day} 祝日',
  'skipped.closed': '{day} 休業日',
  'skipped.closed-named': '{day} {name}',
  'refusal.no-own-holiday': '{from}～{until}は、組織のカレンダーに登録されていません。',
} satisfies Record<keyof typeof en, string>;
