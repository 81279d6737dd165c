import type { statuses as en } from '../en/statuses';

export const statuses = {
  'status.heading': '在状态中显示当天的安排',
  'status.offer': '我可以把您当天的回复显示在名字旁边的状态里，到当天结束为止。',
  'status.on': '已开启。您回复过的日子，我会把回复显示在名字旁边的状态里，到当天结束为止。',
  'status.privacy':
    '能看到您个人资料的人都能看到，包括共享频道里其他公司的人。休假、出差和休班一律显示为“{away}”。您自己设置的状态不会被改动。',
  'status.now': '现在显示“{icon} {text}”。',
  'status.none': '现在没有显示任何内容。',
  'status.own': '您自己设置了状态，我没有改动。',
  'status.refused': '由于管理员的限制或您的账号类型，我无法设置您的状态。',
  'status.failed': '今天没能设置成功，下次您回复时我会再试。',
  'status.connect': '还差一步：请在浏览器中授权。链接仅供您本人使用，十分钟内有效，只能用一次。',
  'status.waiting': '需要您授权后，我才能设置状态。',
  'status.link': '去授权',
  'status.stopped': '已关闭。之前显示的内容会在一分钟内清除。',
  'status.unavailable': '这里没有开启状态显示，可以联系机器人的运维人员。',
  'status.no-address': '这里无法使用：机器人没有公网地址，浏览器授权后无法返回。可以联系机器人的运维人员。',
  'status.lost': '授权已被收回，我无法再设置您的状态。',
  'status.choices': '状态显示',
  'status.start': '显示我的安排',
  'status.again': '重新授权',
  'status.stop': '停止显示',
  'panel.status': '状态显示',
  'panel.status-on': '在状态中显示',
  'panel.status-off': '停止状态显示',
  'help.status': '在状态中显示当天的安排，或停止显示',
} satisfies Record<keyof typeof en, string>;
