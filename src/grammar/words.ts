import type { WorkStyle } from '../domain/answers/work-style';
import { lexicon } from '../domain/typed/lexicon';

/* The vocabulary: English, Japanese, simplified and traditional Chinese. Every phrase stands in its folded form. Add yours here. */

export const STYLES = lexicon<WorkStyle>({
  home: [
    ...['home', 'at home', 'home office', 'wfh', 'work from home', 'working from home', 'work at home'],
    ...['remote', 'remote work', 'working remotely', 'telework', 'teleworking', 'telecommute'],
    ...['在宅', '在宅勤務', '終日在宅', '終日在宅勤務', '在宅終日', '在宅勤務(終日)', '在宅ワーク'],
    ...['テレワーク', 'リモート', 'リモートワーク'],
    ...['居家', '在家', '居家办公', '在家办公', '居家辦公', '在家辦公', '远程', '远程办公'],
    ...['遠距', '遠距辦公', '遠端', '遠端辦公', '遠距工作', '居家上班', '在家上班'],
  ],
  'home-part': [
    ...['home part', 'part home', 'partly home', 'home half', 'half home', 'home half day', 'half day home'],
    ...['home first', 'home first, office later'],
    ...['半日在宅', '部分在宅', '一部在宅', '在宅半日', '半日在宅勤務', '部分在宅勤務', '在宅勤務(半日)'],
    ...['在宅勤務(半日・時間単位)', '時間単位在宅'],
    ...[
      '半天居家',
      '半日居家',
      '居家半天',
      '部分居家',
      '半天在家',
      '半天居家办公',
      '半天在家办公',
      '部分居家办公',
    ],
    ...['半天居家辦公', '半天在家辦公', '半日居家辦公', '部分居家辦公'],
  ],
  satellite: [
    ...['satellite', 'satellite office', 'coworking', 'co working'],
    ...['サテライト', 'サテライトオフィス', 'サテライトオフィス勤務', 'サテライト勤務'],
    ...['卫星办公', '卫星办公室', '衛星辦公', '衛星辦公室'],
  ],
  mobile: [
    ...['mobile', 'mobile work', 'モバイル', 'モバイルワーク', 'モバイル勤務'],
    ...['移动办公', '移動辦公', '行動辦公', '行動工作'],
  ],
  'off-peak': [
    ...['off peak', 'off peak commute', 'commute later', 'late commute', 'staggered', 'staggered hours'],
    ...['時差', '時差出勤', '時差通勤', 'オフピーク', 'オフピーク通勤', 'オフピーク出勤'],
    ...['错峰', '错峰通勤', '错峰上班', '错峰出行', '弹性通勤'],
    ...['錯峰', '錯峰通勤', '錯峰上班', '彈性通勤'],
  ],
  leave: [
    ...[
      'leave',
      'on leave',
      'annual leave',
      'pto',
      'vacation',
      'on vacation',
      'holiday',
      'on holiday',
      'day off',
    ],
    ...['休暇', '休み', 'お休み', '有休', '有給', '有給休暇', '年休'],
    ...['休假', '请假', '年假', '請假', '特休'],
  ],
  trip: [
    ...['trip', 'business trip', 'on a business trip', 'business travel', 'travel'],
    ...['出張', '直行', '直行直帰', '出張・直行', '出差'],
  ],
  office: [
    ...['office', 'in office', 'in the office', 'at the office', 'to the office', 'on site'],
    ...['出社', '通常出社', '出勤', '通常出勤', 'オフィス'],
    ...['到岗', '进办公室', '到公司', '办公室', '上班', '進辦公室', '辦公室', '到班'],
  ],
});

/** Words which make a sentence together with a date, before or after it. */
export const VERBS = lexicon({
  clear: ['clear', 'cancel', '取消', '取り消し', '取消し', 'クリア', '清除', '撤销', '撤銷'],
  who: ['who', '誰', 'だれ', '谁'],
  tally: ['tally', 'count', 'counts', 'result', 'results', '集計', '统计', '統計', '结果', '結果'],
});

/** Words which open a command of their own. */
export const HEADS = lexicon({
  help: ['help', '?', 'ヘルプ', '使い方', '帮助', '幫助', '说明', '說明'],
  me: ['me', 'my days', 'status', '自分', '我', '我的'],
  week: [
    ...['week', 'my week', 'default week', 'usual week'],
    ...['週', '曜日', '毎週', '每周', '每週', '默认周', '預設週'],
  ],
  days: ['days', 'telework days', 'calendar', '日程', '予定', 'テレワークデイ', 'テレワーク・デイ'],
  poll: ['poll'],
  remind: ['remind', 'remind me', 'reminder', 'reminders', 'リマインド', 'リマインダー', '提醒'],
  language: ['language', 'lang', '言語', '语言', '語言'],
  unbind: ['unbind', '連携解除', '解除绑定', '解除綁定'],
  'forget-me': [
    ...['forget me', 'delete my data', '忘れて', '私を忘れて', 'データを削除'],
    ...['删除我的数据', '忘记我', '刪除我的資料', '忘記我'],
  ],
});

/** Words after which a person's own text may stand; a space follows them. */
export const TEXT_HEADS = lexicon({
  setup: ['setup', 'set', 'settings', 'config', 'configure', '設定', '设置', '设定'],
  campaign: ['campaign', 'campaigns', 'キャンペーン', '活动', '活動'],
  drill: ['drill', '訓練', '演练', '演練'],
  bind: ['bind', '連携', '绑定', '綁定'],
});

/** What the bot has sent, before or behind a date. */
export const DELIVERY_WORDS = lexicon({
  deliveries: [
    ...['deliveries', 'delivery', 'delivery report', 'show deliveries', 'what was sent'],
    ...['配信', '配信状況', '配信結果', '送信状況', '送信結果', '送信履歴'],
    ...['发送情况', '发送结果', '发送记录', '送达情况', '投递情况'],
    ...['發送情況', '發送結果', '發送記錄', '送達情況', '傳送情況', '傳送紀錄'],
  ],
  resend: [
    ...['resend', 'resend failed', 'resend the failed ones', 're send', 're send failed'],
    ...['send failed again', 'send again', 'retry failed'],
    ...['再送', '再送信', '失敗分を再送', '失敗分の再送', '未達分を再送'],
    ...['重发', '重新发送', '重发失败', '重新发送失败的', '重發', '重新發送', '重發失敗', '重新發送失敗的'],
  ],
});

export const CAMPAIGN_WORDS = lexicon({
  list: ['list', 'ls', 'show', '一覧', '列表'],
  use: ['use', 'preset', '使用'],
  new: ['new', 'create', '新規', '新建', '新增'],
  'add-day': ['add day', 'add', '追加', '添加', '加入'],
  'remove-day': ['remove day', 'remove', 'delete day', '削除', '删除', '移除'],
  end: ['end', 'stop', 'finish', '終了', '结束', '結束'],
  figures: ['figures', 'export', '報告', '主催者向け', '统计', '統計'],
});

export const CAMPAIGN_OPTIONS = lexicon({
  core: ['core', 'core day', 'core days', 'コア', 'コアデー', 'コア日', '核心日'],
  target: ['target', 'goal', '目標', '目标'],
});

export const SETTINGS = lexicon({
  window: ['window', 'hours', 'time', '時間帯', '时间段', '時段'],
  tz: ['tz', 'time zone', 'zone', 'タイムゾーン', '时区', '時區'],
  lang: ['lang', 'language', 'locale', '言語', '语言', '語言'],
  country: ['country', '国', '国家', '國家'],
  announce: ['announce', 'announcement', 'announcements'],
  'announce-at': ['announce at', 'announce time', 'announcement time', 'announcements at'],
  remind: ['remind', 'reminder', 'reminders', 'remind at'],
  polls: ['polls', 'poll', 'poll days', 'poll on'],
  names: ['names', 'name', 'show names'],
  guests: ['guests', 'guest', 'count guests'],
  commute: ['commute', 'commute minutes'],
  closed: ['closed', 'close', 'closed days', 'holidays'],
  open: ['open', 'open days', 'workdays', 'working days'],
});

/** Not scheduled on a weekday, in a default week. */
export const OFF_DAY = lexicon({
  off: [
    ...['off', 'none', 'not scheduled', '休日', '非番', '勤務なし', '勤務予定なし', 'なし', 'オフ'],
    ...['不上班', '休息', '无', '無'],
  ],
});
