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

  'site.setup-title': '设置机器人',
  'site.setup-what':
    '以下是环境变量和{file}文件当前的内容中已设置和缺少的项目。这里不会显示任何值。更改后请重新启动机器人。',
  'site.setup-setting': '设置项',
  'site.setup-state': '状态',
  'site.setup-set': '已设置',
  'site.setup-missing': '缺少',
  'site.setup-wrong': '有误',
  'site.setup-slack': '接下来，请在 Slack 的应用设置中找到缺少的值，并填入{file}。',
  'site.setup-teams': '接下来，请在 Azure 的机器人页面中找到缺少的值，并填入{file}。',
  'site.setup-ready': '全部设置完毕。接下来，请重新启动机器人，并把它添加到频道。',
  'site.setup-open-slack': '打开 Slack 的应用设置',
  'site.setup-open-teams': '打开 Azure 门户',
  'site.setup-doctor': '检查结果',
  'site.setup-fine': '没有发现问题。',
  'site.setup-network': '令牌、权限和地址等需要联网检查的项目，请用“{command}”查看。',
} satisfies Record<keyof typeof en, string>;
