import type { Locale } from '../../src/domain/people/person';

/** The few words Teams itself needs. */
interface Words {
  /** A group chat without a name. */
  chat: string;
  /** An answer that takes long. */
  working: string;
  /** Nothing could be asked or written down. */
  notSaved: string;
  /** Something was cut to fit. */
  cut: string;
  /** A client asked for a field that has no answer yet. */
  needed: string;
  /** In a channel, after an answer that only the person may see; and where they cannot be written to. */
  confided: string;
  notConfided: string;
}

export const WORDS: Record<Locale, Words> = {
  en: {
    chat: 'Group chat',
    working: 'This takes longer than usual. Please look again in a moment.',
    notSaved: 'Your entry could not be saved. Please try again in a moment.',
    cut: 'There is more than fits here.',
    needed: 'Please fill this in.',
    confided: 'I have answered you in our personal chat.',
    notConfided:
      'I can answer this in a personal chat only. Please add the app for yourself, then ask again.',
  },
  ja: {
    chat: 'グループチャット',
    working: '処理に時間がかかっています。少ししてから、もう一度ご確認ください。',
    notSaved: '保存できませんでした。少し待ってから、もう一度お試しください。',
    cut: '表示しきれない部分があります。',
    needed: '入力してください。',
    confided: '個人チャットに回答をお送りしました。',
    notConfided:
      'この内容は個人チャットでのみお答えできます。ご自身にアプリを追加して、もう一度お試しください。',
  },
  'zh-CN': {
    chat: '群聊',
    working: '处理时间比平时长，请稍后再查看。',
    notSaved: '未能保存，请稍后再试。',
    cut: '内容太多，此处无法全部显示。',
    needed: '请填写此项。',
    confided: '已在个人聊天中回复您。',
    notConfided: '此内容只能在个人聊天中回复。请先为自己添加应用，然后再试一次。',
  },
  'zh-TW': {
    chat: '群組聊天',
    working: '處理時間比平常長，請稍後再查看。',
    notSaved: '未能儲存，請稍後再試。',
    cut: '內容太多，此處無法全部顯示。',
    needed: '請填寫此項。',
    confided: '已在個人聊天中回覆您。',
    notConfided: '此內容只能在個人聊天中回覆。請先為自己新增應用程式，然後再試一次。',
  },
};
