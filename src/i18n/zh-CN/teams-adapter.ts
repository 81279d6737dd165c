import type { teamsAdapter as en } from '../en/teams-adapter';

export const teamsAdapter = {
  'teams-adapter.chat': '群聊',
  'teams-adapter.working': '处理时间比平时长，请稍后再查看。',
  'teams-adapter.cut': '内容太多，此处无法全部显示。',
  'teams-adapter.needed': '请填写此项。',
  'teams-adapter.confided': '已在个人聊天中回复您。',
  'teams-adapter.not-confided':
    '此回复仅供您本人查看，但我还不能给您发消息。请先为自己添加应用，然后在那里发送“me”。',
} satisfies Record<keyof typeof en, string>;
