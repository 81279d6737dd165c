import type { campaigns as en } from '../en/campaigns';

export const campaigns = {
  'campaign.days': '{span}、{count, number}日間',
  'campaign.core': 'コア日：{days}',
  'campaign.target': '目標：{target}',
  'campaign.state.coming': '開始前',
  'campaign.state.running': '実施中',
  'campaign.state.over': '終了',
  'campaign.state.ended': '途中で終了',
  'campaign.started': 'キャンペーンを登録しました：{name}',
  'campaign.already-running': 'このキャンペーンは登録済みです：{name}',
  'campaign.day-added': 'テレワーク・デイを追加しました：{day}',
  'campaign.day-removed': 'テレワーク・デイから外しました：{day}',
  'campaign.ended': 'キャンペーンを終了しました：{name}',
  'campaign.name': 'キャンペーン',
  'campaign.all-days': '実施日',
  'campaign.core-days': 'コア日',
  'campaign.target-label': '目標',
  'campaign.state': '状態',
  'campaign.skipped': '次の日は除きました：{days}',
  'campaign.next':
    '各日のお知らせと受付は、チャンネルで自動的に行います。日を追加するコマンドは「{example}」です。',
  'campaign.rest': '残りの日のみ：{days}',
  'campaign.overlap':
    '{days}は「{name}」の実施日でもあります。受付は1日1回で、両方の集計に含まれます。名称と目標は、その日をコアデーとするキャンペーンのもの、なければ先に始まるキャンペーンのものを使います。',
  'campaign.lost-core': 'このキャンペーンのコアデーはなくなりました。',
  'campaign.lost-all': '実施日がなくなったため、キャンペーンは終了しました。今後の投稿はありません。',
  'campaign.ended-open':
    '本日の受付はすでに始まっています。このまま回答を受け付け、集計も通常どおり投稿します。',
  'campaign.ended-next':
    '残りの日はテレワーク・デイではなくなり、報告も投稿されません。元に戻すには、もう一度開始してください。',

  'campaigns.heading': 'キャンペーン一覧',
  'campaigns.none': 'キャンペーンはまだありません。',
  'campaigns.presets': '用意されたひな形：',
  'campaigns.use':
    'ひな形から始めるには、ボタンを押すか、コマンド「campaign use {example}」をお使いください。',
  'campaigns.new': '独自に作るには、ボタンを押すか、コマンド「{example}」をお使いください。',
  'campaigns.new-button': '新しいキャンペーン',

  'campaign-form.heading': '新しいキャンペーン',
  'campaign-form.title': '名称',
  'campaign-form.from': '開始日',
  'campaign-form.until': '終了日',
  'campaign-form.core': 'コア日',
  'campaign-form.target': '目標(テレワークの割合)',
  'campaign-form.target-hint': '例：50%。空欄でもかまいません',
  'campaign-form.submit': '登録する',

  'report.heading': '実施報告：{campaign}',
  'report.thanks': 'キャンペーンは終了しました。ご協力ありがとうございました。',
  'report.team': 'チーム',
  'report.polled': '集計済みの日数',
  'report.people': 'テレワークを実施した人数(実人数)',
  'report.person-days': 'テレワークの延べ人日',
  'report.target': '1日あたりの目標',
  'report.target-value': 'テレワーク{target}',
  'report.table': '日別の集計',
  'report.day': '日付',
  'report.empty': 'このキャンペーンで集計済みの日はまだありません。',

  'organisers.heading': '主催者向けの集計：{campaign}',
  'organisers.empty':
    '主催者に報告できる日はまだありません。各日は、すべてのチームでその日が終わってから集計します。',
  'organisers.intro':
    '全チームの合計です。チーム名も個人名も含まれないため、社外に報告できます。複数日の合計は延べ人日です。',
  'organisers.days': '集計済みの日数',
  'organisers.members': '対象者',
  'organisers.answered': '回答',
  'organisers.person-days': '{count}人日',
  'organisers.people-between': '{from, number}〜{until, number}人',
  'organisers.people-from': '{from, number}人以上',
  'organisers.people-of-days': '{people}(最初の{count, number}日間)',
  'organisers.people-later': 'キャンペーン終了後に集計します',
  'organisers.people-hidden': '非公開(5人未満の人数が推測されるおそれがあるため)',
  'organisers.took-part': '参加',
  'organisers.no-answer': '未回答',
  'organisers.privacy':
    '個人が特定されないよう、勤務形態は5人以上のグループにまとめて集計し、0人のグループも少人数のグループと区別しません。グループを分けないと求められない数値は、範囲で示します。対象者が5人未満の日は「参加」とだけ示します。各日の集計は、その日の終了後に一度だけ確定します。その後の訂正は、すべてのグループの増減が0人または5人以上の場合にのみ反映されます。',
} satisfies Record<keyof typeof en, string>;
