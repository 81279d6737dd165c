import type { refusals as en } from '../en/refusals';

export const refusals = {
  'refused.example': '例：{example}',
  'refused.nearest': '「{nearest}」のことでしょうか。',

  'refusal.unknown-command': '「{text}」を理解できませんでした。コマンド「{help}」で使い方を確認できます。',
  'refusal.missing-argument': 'コマンドに足りない項目があります。補って入力してください。',
  'refusal.unknown-style': '「{text}」という勤務形態はありません。次からお選びください：{styles}',
  'refusal.unknown-date':
    '「{text}」を日付として理解できませんでした。日付、曜日、「今日」「明日」などで入力してください。',
  'refusal.unclear':
    '「{text}」の意味を判断できなかったため、記録していません。回答をお選びいただくか、短い言葉で入力してください。',
  'refusal.unclear-question':
    '「{text}」というご質問を理解できませんでした。1日分の勤務形態の内訳であればお答えできます。',
  'refusal.one-day': '一度に確認できるのは1日分です。日付を1つ指定してください。',
  'refusal.one-week': '一度に確認できるのは1週間分です。7日以内で指定してください。',
  'refusal.no-end': '「{text}」だけでは、いつまでか分かりません。最終日も入力してください。',
  'refusal.use-week': '毎週の予定は、週の設定にご登録ください。自動で回答されます。',
  'refusal.date-or-time':
    '「{text}」は日付とも時刻({time})とも読めるため、記録していません。日付は8/10、時刻は8:10のように入力してください。',
  'refusal.impossible-date': '「{text}」という日付は存在しません。ご確認ください。',
  'refusal.reversed-days': '期間の終わり({until})が始まり({from})より前です。早い日を先に入力してください。',
  'refusal.too-many-days': '期間は{max, number}日までです。短くして入力してください。',
  'refusal.many-days':
    '{from}から{until}までの{count}日間です。まだ記録していません。この期間でよろしければ、ボタンを押してください。',
  'refusal.past-day': '{day}は終了しています。本日以降の日付をご指定ください。',
  'refusal.far-day': '{day}は先の日付すぎます。もっと近い日をご指定ください。',
  'refusal.not-working-day': '{reason}。別の日をご指定ください。',
  'refusal.unknown-time': '「{text}」を時刻として理解できませんでした。時と分で入力してください。',
  'refusal.arrival-not-taken': '「{style}」に出社時刻は付けられません。時刻を外して入力してください。',
  'refusal.unknown-weekday': '「{text}」は曜日ではありません。月、火、水、木、金、土、日で入力してください。',
  'refusal.unknown-setting': '「{text}」という設定はありません。使える設定：{known}',
  'refusal.bad-setting': '「{value}」は「{setting}」に設定できません。{hint}',
  'refusal.window-order':
    '回答時間の終わり({until})は始まり({from})より後にしてください。早い時刻を先に入力してください。',
  'refusal.unknown-zone': '「{text}」というタイムゾーンはありません。地域と都市で入力してください。',
  'refusal.which-zone':
    '「{text}」は複数のタイムゾーンで使われている略称です。次のいずれかを入力してください：{known}',
  'refusal.unknown-country': '「{text}」という国コードはありません。2文字の国コードで入力してください。',
  'refusal.unknown-language': '「{text}」には対応していません。{languages}からお選びください。',
  'refusal.unknown-preset':
    '「{text}」というひな形はありません。コマンド「campaign list」で一覧を確認できます。',
  'refusal.unknown-campaign':
    '「{text}」というキャンペーンはありません。コマンド「campaign list」で一覧を確認できます。',
  'refusal.no-campaign': '実施中のキャンペーンがありません。先にキャンペーンを登録してください。',
  'refusal.campaign-ended':
    'キャンペーン「{name}」は終了の操作が行われたため、変更できません。新しいキャンペーンを登録してください。',
  'refusal.campaign-over':
    'キャンペーン「{name}」の日程はすべて過ぎているため、変更や取り消しはできません。新しいキャンペーンを登録してください。',
  'refusal.which-campaign':
    '実施中または予定のキャンペーンが複数あります。対象の名称をご指定ください：{known}',
  'refusal.campaign-name':
    'キャンペーンには{max, number}文字以内の名称が必要です。引用符で囲んで入力してください。',
  'refusal.campaign-exists': '「{name}」というキャンペーンはすでにあります。別の名称にしてください。',
  'refusal.core-outside': 'コア日{day}は期間({from}〜{until})の外です。期間内の日をご指定ください。',
  'refusal.no-core-day': 'コア日の最低人数には、コア日の指定が必要です。たとえば{day}をご指定ください。',
  'refusal.too-few-days':
    '最低{need, number}日のテレワークが条件ですが、キャンペーンは{have, number}日間です。{have, number}日以下をご指定ください。',
  'refusal.too-few-people':
    'コア日の最低人数({need, number}人)が対象人数({have, number}人)を超えています。{have, number}人以下をご指定いただくか、対象人数を訂正してください。',
  'refusal.baseline-inside':
    '比較期間({from}〜{until})にキャンペーンの日が含まれています。キャンペーンと重ならない期間、たとえば{rightFrom}〜{rightUntil}をご指定ください。',
  'refusal.peak-before-window':
    'ピークの終わり({peak})が回答時間の始まり({from})より後になっていません。より遅い時刻、たとえば{right}をご指定ください。',
  'refusal.no-working-days': '{from}から{until}までに勤務日がありません。別の期間をご指定ください。',
  'refusal.day-exists': '{day}はすでにこのキャンペーンのテレワーク・デイです。操作は不要です。',
  'refusal.day-missing':
    '{day}はこのキャンペーンのテレワーク・デイではありません。コマンド「{days}」で一覧を確認できます。',
  'refusal.text-too-long': '文字数が多すぎます。{max, number}文字以内で入力してください。',
  'refusal.text-control': '表示できない文字が含まれています。取り除いて入力し直してください。',
  'refusal.not-admin': 'この操作ができるのはチャンネルの管理者のみです。管理者にご依頼ください。',
  'refusal.not-org-admin':
    'キャンペーンや全チームの休業日など、組織全体にかかわる操作ができるのは組織の管理者のみです。管理者にご依頼ください。',
  'refusal.not-channel-maker':
    'この操作ができるのは、このチャンネルを作成した{name}さんとワークスペースの管理者のみです。',
  'refusal.not-workspace-admin':
    'この操作ができるのはワークスペースの管理者のみです。管理者にご依頼ください。',
  'refusal.not-installer': 'この操作ができるのは、ボットを追加した{name}さんと組織の管理者のみです。',
  'refusal.no-admin-set':
    '管理者がまだ設定されていません。ボットの運用担当者に、設定 {setting} へあなたの ID({id})を追加するようご依頼ください。',
  'refusal.no-admin-set-no-id':
    '管理者がまだ設定されていません。あなたのディレクトリ(Microsoft Entra)のオブジェクトIDはこちらに通知されていません。ボットの運用担当者に、そのIDを設定 {setting} に追加するようご依頼ください。',
  'refusal.not-operator':
    'このボットを追加した方が分からないため、組織の管理者のみが実行できます。管理者にご依頼いただくか、ボットを一度削除してご自身で追加し直してください。',
  'refusal.forget-not-yours':
    'このボタンはほかの方のために作成された可能性があるため、何も削除していません。ご自身のデータを削除する場合はその旨をお送りください。個別に確認します。',
  'refusal.no-managed-team':
    '管理しているチームがないため、ここでは実行できません。チームのチャンネルの管理者にご依頼ください。',
  'refusal.roles-unknown':
    '現在 {platform} から応答がなく、権限を確認できません。1分ほど待ってからもう一度お試しください。',
  'refusal.outsider':
    'このボットは、ここで利用している組織の方にのみ勤務予定をお伺いしています。別の組織の方は、ご対応いただく必要はありません。',
  'refusal.guest-not-counted':
    'このチームではゲストを集計に含めないため、記録していません。チャンネルの管理者が設定で変更できます。',
  'refusal.names-not-announced':
    '氏名の表示についてチャンネルにお知らせできなかったため、設定は変更されていません。1分ほど待ってからもう一度お試しください。',
  'refusal.no-team': 'この操作はチームのチャンネルでのみ行えます。チャンネルでお試しください。',
  'refusal.no-team-here':
    'このチャンネルはまだ設定されていないため、何も記録されていません。チャンネルの管理者に、最初の設定をご依頼ください。',
  'refusal.unknown-group':
    'ユーザーグループ「@{text}」は見つかりません。Slackに表示されるグループ名を「誰」の後に入力してください。',
  'refusal.groups-unsupported':
    'ここではユーザーグループを参照できません。「@{text}」を除いて入力してください。',
  'refusal.group-later': 'グループ「@{text}」を現在確認できません。1分ほどおいて、もう一度お試しください。',
  'refusal.groups-need-names':
    'このチームでは人数のみを表示しているため、グループごとの集計はできません。1人だけ異なるグループを比べると、その人の回答が分かってしまうためです。チーム全体の集計をご利用ください。',
  'refusal.group-counts-only':
    '{day}については、グループ別の人数は保存されていません。チーム全体の人数のみ表示できます。',
  'refusal.bind-code':
    'このコードは使えません。入力の誤り、使用済み、または発行から1時間以上経過した可能性があります。もう一方のチャンネルでコマンド「bind」を使い、新しいコードを発行してください。',
  'refusal.bind-not-joined':
    'この2つのワークスペースは統合されていません。ボットの運用担当者に、設定 JOINED_ORGANISATIONS への登録をご依頼ください。',
  'refusal.bind-alone':
    'チャンネルを結び付けられるのは、もう一方のプラットフォームのチャンネルだけですが、このボットには2つ目のプラットフォームが登録されていません。ボットの運用担当者に、SlackとMicrosoft Teamsの両方の準備と、設定 JOINED_ORGANISATIONS への登録をご依頼ください。',
  'refusal.bind-same-platform':
    '2つのチャンネルは異なるプラットフォーム(SlackとMicrosoft Teams)のものである必要があります。もう一方のプラットフォームで入力してください。',
  'refusal.bind-already':
    'いずれかのチャンネルはすでに別のチャンネルと連携しています。先にコマンド「unbind」で解除してください。',
  'refusal.bind-poll-open':
    'このチャンネルでは本日の受付がまだ続いています。明日以降、次の受付が始まる前に連携してください。',
  'refusal.not-bound': 'このチャンネルは連携していません。連携するにはコマンド「bind」をお使いください。',
  'refusal.poll-unknown': 'この受付が見つかりません。コマンドでご回答ください。',
  'refusal.poll-over': '{day}は終了しました。回答は受け付けていません。',
  'refusal.book-closed': '{day}の集計は確定しました。回答は修正できません。',
  'refusal.called-already':
    'この呼びかけは{since}に投稿済みのため、重ねて投稿していません。「poll now」でチャンネルに投稿し直せます。別の理由を付けると、新しい呼びかけとして投稿します。',
  'refusal.begins-today':
    '「{text}」は別の日のため、開始していません。緊急と訓練は本日すぐに始まります。その日に受け付けるには、キャンペーンに追加してください。理由の一部の場合は、理由を引用符で囲んで入力してください。',
  'refusal.emergency-running':
    '{day}は緊急時の受付中です。訓練を始めると緊急の呼びかけと取り違えるおそれがあるため、開始していません。緊急時の回答時間が終わってから開始してください。',
  'refusal.too-late-today':
    '受付には少なくとも15分必要なため、本日はもう開始できません。午前0時を過ぎると、翌日の受付を開始できます。',
  'refusal.window-too-short':
    '臨時の受付は{minutes}分以上、遅くとも{latest}までです。「2時間」や「16時まで」のように指定してください。',
  'refusal.nothing-to-clear': '取り消す回答がありません。コマンド「{me}」で回答を確認できます。',
  'refusal.changed-since': 'その後に別の変更があったため、取り消せません。',
  'refusal.nothing-to-undo': 'この操作はもう取り消せません。あらためてご希望の内容でご回答ください。',
  'refusal.unknown-button': 'このボタンは使えなくなりました。コマンドをお使いください。',
  'refusal.bad-form': '「{field}」の入力に誤りがあります。直してもう一度送信してください。',
  'refusal.sending-now': 'ただいまリマインダーを送信しています。1分ほどしてからもう一度お試しください。',
  'refusal.try-again': '保存できませんでした。少し待ってから、もう一度お試しください。',

  'not-working.weekend': '{day}は週末です',
  'not-working.holiday': '{day}は祝日({holiday})です',
  'not-working.holiday-unnamed': '{day}は祝日です',
  'not-working.closed': '{day}は組織の休業日です',
  'not-working.closed-named': '{day}は組織の休業日({name})です',

  'skipped.weekend': '{day} 週末',
  'skipped.holiday': '{day} {holiday}',
  'skipped.holiday-unnamed': '{day} 祝日',
  'skipped.closed': '{day} 休業日',
  'skipped.closed-named': '{day} {name}',
  'refusal.no-own-holiday': '{from}～{until}は、組織のカレンダーに登録されていません。',
} satisfies Record<keyof typeof en, string>;
