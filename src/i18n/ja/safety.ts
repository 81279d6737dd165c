import type { safety as en } from '../en/safety';

export const safety = {
  'safety.question': 'ご無事ですか？ 回答は安否確認の担当者だけに届きます。',
  'safety.question-drill': '訓練：ご無事ですか？ 回答は安否確認の担当者だけに届きます。',
  'safety.safe': '無事です',
  'safety.need-help': '助けが必要です',
  'safety.silent': '未回答',
  'safety.answered': '安否の回答',
  'safety.recorded-safe': '無事であることを記録しました',
  'safety.recorded-help': '助けが必要であることを記録しました',
  'safety.told-done': '{names}に連絡しました。',
  'safety.told-coming': '{names}には、チャットサービスの準備が整い次第連絡します。',
  'safety.told-failed': '{names}に連絡できませんでした。電話などでご連絡ください。',
  'safety.nobody': '連絡できる担当者がいません。電話などで同僚にご連絡ください。',
  'safety.call-yourself': '命の危険がある場合は、すぐに緊急通報をしてください。',
  'safety.change': '状況が変わったときは、もう一度押してください。',
  'safety.call-help': '{name}さんが助けを必要としています',
  'safety.call-safe': '{name}さんの無事が確認できました',
  'safety.call-act': 'すぐに本人へ連絡してください。',
  'safety.call-over': 'この方は先ほど助けを求めていました。',
  'safety.private': 'この内容は安否確認の担当者だけが見られます。取り扱いにご注意ください。',
  'safety.list': '安否確認：{day}',
  'safety.all-safe': '全員の無事を確認しました。',
  'safety.in-drill': '訓練：{text}',
  'safety.list-everyone':
    '緊急テレワークでは、本日お休みの方も含めてチーム全員を表示しています。お休みの方にはリマインダーを送っていません。',
  'safety.list-at-work': '訓練では、本日勤務する方だけにお聞きし、ここに表示しています。',
  'safety.list-again': '最新の一覧は「{command}」と入力すると確認できます。',
  'safety.contacts': '{team}の安否確認の担当者',
  'safety.contacts-none': '担当者は登録されていません。最後に設定を変更した方に連絡します。',
  'safety.contacts-told':
    '助けが必要な方がいるときは、夜間でもすぐに個別に連絡します。受付の終了時には、未回答の方をお知らせします。',
  'safety.asks': 'このチームでは、訓練と緊急テレワークの際に安否も確認します。',
  'safety.asks-not':
    '訓練と緊急テレワークの際の安否確認はオフです。「{command}」と入力すると、オンにできます。',
  'setting.safety': '訓練・緊急時の安否確認',
  'reminder.again': 'まだ回答を確認できていません。{until}までにご回答をお願いいたします。',
  'refusal.no-safety-question':
    '現在、安否を確認している受付はありません。助けが必要な場合は、電話で同僚や緊急通報先にご連絡ください。',
  'refusal.not-safety-contact': '助けが必要な方の一覧は、チームの安否確認の担当者だけが見られます。',
  'refusal.unknown-contact':
    '「{text}」に当てはまる方を特定できません。表示名またはメンションでご指定ください。',
  'refusal.too-many-contacts': '安否確認の担当者は{max}人までです。',
  'audit.safety-contacts': '安否確認の担当者の登録',
  'help.safety-contacts':
    '助けが必要な方がいるときの連絡先を登録(「setup safety=on」で訓練・緊急時に安否を確認)',
  'help.safety': '助けが必要な方と未回答の方(安否確認の担当者のみ)',
  'help.safe': '訓練・緊急時の安否(「{help}」で担当者にすぐ連絡)',
  'command.need-help': '助けが必要',
  'command.safe': '無事',
} satisfies Record<keyof typeof en, string>;
