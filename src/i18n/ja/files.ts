import type { files as en } from '../en/files';

export const files = {
  'refusal.file-faults':
    'ファイルに{count, number}件の誤りがあるため、取り込みませんでした。修正してもう一度お送りください。',
  'refusal.bad-number': '数値を読み取れなかったため、変更していません。',
  'refusal.no-effect':
    '「{text}」には何も登録されていません。「effects」と入力すると、登録内容を確認できます。',
  'refusal.effect-people':
    'この指標には1人あたりの値と合計の値が混在しているため、平均を計算できません。人数は、すべての値に入力するか、すべて省略してください。',
  'refusal.too-many-effects': '登録できるのは{max, number}件までです。件数を減らしてください。',
  'refusal.too-many-series':
    '1つの取得元の系列が{max, number}種類を超えます。行ごとに異なる列を削除してください。',
  'refusal.nothing-to-compare': '「{name}」は{day}に始まります。それまでは比較できる日がありません。',
  'refusal.no-activity':
    '利用状況がまだ取り込まれていません。先にシステムや入退館などの件数を取り込んでください。',
  'fault.at-line': '{line}行目：{fault}',
  'fault.at-value': '{line}行目の列「{column}」：{fault}',
  'fault.more': 'ほかに{count, number}件の誤りがあります。',
  'fault.encoding': '読み取れない文字コードのファイルです。「CSV UTF-8」形式で保存してください。',
  'fault.utf-16':
    'UTF-16(「Unicodeテキスト」)のファイル、またはテキスト以外のファイルです。「CSV UTF-8」形式で保存してください。',
  'fault.empty': 'データの行がありません。1行目に列名、2行目以降に値を入力してください。例：{right}',
  'fault.too-large': 'ファイルが大きすぎます。{right, number}バイト以内に分割してください。',
  'fault.too-many-rows': '行が多すぎます。{right, number}行以内に分割してください。',
  'fault.too-many-series':
    '列「{found}」の組み合わせが{right, number}種類を超えています。行ごとに異なる列は削除してください。',
  'fault.quote': '引用符が閉じられていないか、値の途中にあります。書き方の例：{right}',
  'fault.no-column': '必要な列がありません。見出しは「{found}」となっています。例：{right}',
  'fault.column-twice': '同じ意味の列「{found}」がすでにあります。どちらかを削除してください。',
  'fault.cells':
    '値が{found}個ありますが、見出しは{right, number}列です。カンマを含む値は引用符で囲んでください。',
  'fault.no-value': '値がありません。例：{right}',
  'fault.text': '「{found}」に表示できない文字が含まれています。入力し直してください。',
  'fault.too-long': '「{found}」は長すぎます。{right, number}文字以内で入力してください。',
  'fault.number': '「{found}」は数値ではありません。例：{right}',
  'fault.ambiguous-number': '「{found}」は2通りに読めます。桁区切りを外してください。例：{right}',
  'fault.share': '「{found}」は割合です。値そのものをご入力ください。例：{right}',
  'fault.negative': '「{found}」は負の数です。0以上の数をご入力ください。例：{right}',
  'fault.too-great': '「{found}」は上限の{right, number}を超えています。単位をご確認ください。',
  'fault.time': '「{found}」という日付・時刻はありません。例：{right}',
  'fault.twice': '「{found}」は{right}行目にもあります。どちらかを削除してください。',
  'fault.syntax': 'YAMLまたはJSONとして読めません。書き方の例：{right}',
  'fault.calendar-line': '「{found}」はカレンダーファイルの行ではありません。正しい行の例：{right}',
  'fault.calendar-end': 'カレンダーファイルが途中で終わっています。最後の行は次のとおりです：{right}',
  'fault.event-day': 'この予定には日付がありません。次のような行を加えてください：{right}',
  'fault.event-repeats':
    '「{found}」は毎年以外の繰り返しのため、読み取れません。各日をご指定いただくか、次のようなファイルにしてください：{right}',
  'fault.event-long': 'この予定は{right, number}日を超えています。最終日「{found}」をご確認ください。',
  'fault.too-many-days': '実施日は{right, number}日以内にしてください。日を減らすか、2つに分けてください。',
  'fault.key-twice': '同じ項目が2回あります。どちらかを削除してください。',
  'fault.alias': 'エイリアスやタグは使えません。値をそのまま書いてください。',
  'fault.deep': '入れ子が深すぎます。書き方の例：{right}',
  'fault.value': '「{found}」は使えません。例：{right}',
  'fault.unknown-name': '「{found}」は登録されていません。選べるもの：{right}',
  'file-example.activity': '日付,件数 / 2018-07-24,1200',
  'file-example.effects': '指標,部署,基準,実績 / 残業,営業部,120,66',
  'file-example.metric-effects': '部署,基準,実績 / 営業部,120,66',
  'file-example.departments': 'チーム,部門 / #営業,営業部',
  'file-example.campaign': "'{'name: 夏のテレワーク・デイズ, days: 2027-07-19..2027-07-23'}'",
  'file-example.campaign-repeats':
    "'{'name: 水曜テレワーク, days: 2027-07-01..2027-09-30, repeats: FREQ=WEEKLY;BYDAY=WE'}'",
  'file-example.campaign-name': '夏のテレワーク・デイズ',
  'file-example.campaign-names': 'en: Summer Telework Days',
  'file-example.event-name': 'SUMMARY:テレワーク・デイ',
  'file-example.metric': '残業',
  'file-example.unit': '営業部',
  'file-example.channel': '#営業',
} satisfies Record<keyof typeof en, string>;
