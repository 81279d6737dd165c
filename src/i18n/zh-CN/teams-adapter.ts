import type { teamsAdapter as en } from '../en/teams-adapter';

export const teamsAdapter = {
  'teams-adapter.chat': '群聊',
  'teams-adapter.working': '处理时间比平时长，请稍后查看。',
  'teams-adapter.cut': '内容较多，未能全部显示。',
  'teams-adapter.needed': '请填写。',
  'teams-adapter.confided': '已在个人聊天中回复您。',
  'teams-adapter.not-confided':
    '这条回复只给您本人看，但我还不能给您发消息。请先为自己添加应用，然后在个人聊天中输入“我的安排”。',
} satisfies Record<keyof typeof en, string>;
