import type { slack as en } from '../en/slack';

export const slack = {
  'slack.title': '远程办公日',
  'slack.close': '关闭',
  'slack.previous': '上一页',
  'slack.next': '下一页',
  'slack.yes': '是',
  'slack.open': '打开',
  'slack.more': '……内容较多，未能全部显示。',
  'slack.wait': '请稍候……',
  'slack.failed': '操作未成功，请重试。',
  'slack.outdated': '窗口已过期，请重新打开。',
  'slack.install.installed.title': '远程办公日已安装',
  'slack.install.installed.text': '请用 /invite 邀请它加入频道，然后在频道中输入 /telework setup。',
  'slack.install.cancelled.title': '未安装',
  'slack.install.cancelled.text': '您已取消，没有任何变化。',
  'slack.install.refused.title': '此链接已失效',
  'slack.install.refused.text': '链接已使用、已超过10分钟，或属于其他浏览器。没有任何变化。',
  'slack.install.not-allowed.title': '此工作区不在服务范围内',
  'slack.install.not-allowed.text':
    '运维人员指定了可以使用本机器人的工作区，您的工作区不在其中，也没有保存任何数据。如需使用，请联系运维人员添加。',
  'slack.install.failed.title': '未能安装',
  'slack.install.failed.text': 'Slack 未确认安装，请重试。如果仍然失败，请联系机器人的运维人员。',
  'slack.install.again': '重新安装',
  'slack.install.open': '打开 Slack',
  'slack.status.connected.title': '设置完成',
  'slack.status.connected.text':
    '今后会把您当天的回复显示在 Slack 状态里。如需停止，请在 Slack 中输入“状态 关闭”。',
  'slack.status.cancelled.title': '没有任何改动',
  'slack.status.cancelled.text': '您已取消，状态保持不变。',
  'slack.status.refused.title': '此链接已失效',
  'slack.status.refused.text': '链接已经用过，或超过了十分钟。请在 Slack 中输入“状态 开启”，获取新链接。',
  'slack.status.other.title': '这不是您的链接',
  'slack.status.other.text':
    '此链接属于其他人或其他工作区，没有保存任何内容。请在 Slack 中输入“状态 开启”，获取您自己的链接。',
  'slack.status.failed.title': '设置未成功',
  'slack.status.failed.text': 'Slack 没有确认。请在 Slack 中输入“状态 开启”，再试一次。',
} satisfies Record<keyof typeof en, string>;
