import type { site as en } from '../en/site';

export const site = {
  'site.title': '远程办公日机器人',
  'site.what':
    '这个机器人在 Slack 和 Microsoft Teams 中提前通知远程办公日，当天早上询问各团队的办公方式，并发布统计。',
  'site.languages': '语言',
  'site.privacy': '隐私',
  'site.stored':
    '它保存聊天平台提供的 ID、姓名、语言和时区，您的回复(办公方式和到岗时间)、每周安排和个人设置、所属团队，以及管理员所做的修改。它从不询问休假原因。',
  'site.kept':
    '回复及其历史记录、管理员操作记录会在{months, number}个月后删除，已离开人员的数据也是如此。过去的统计只保留人数，不含姓名。',
  'site.forget':
    '如需立即删除您自己的数据，请向机器人发送“{command}”。过去的统计只保留人数，不含您的任何信息；您作为管理员所做的修改会以您的 ID 保留同样长的时间。',
  'site.operator': '机器人由您所在组织的运维人员运行。对机器人或您的数据有疑问，请联系运维人员。',
  'site.terms': '使用条款',
  'site.purpose': '机器人用于安排远程办公日，并根据本人的回复统计人数。',
  'site.no-record': '回复和统计不作为考勤记录，也不得用于考勤。',
} satisfies Record<keyof typeof en, string>;
