import type { teams as en } from '../en/teams';

export const teams = {
  'names-shown.heading': '{team}将显示姓名',
  'names-shown.body':
    '从下一次登记起，本频道所有人都能看到谁回复了什么(休假和出差只显示为“不在岗”)。以前的登记不变。在您再次在此回复之前，不显示您的姓名，也不计入您。',
  'welcome.heading': '{team}的远程办公日',
  'welcome.body':
    '我会在这里提前通知远程办公日，当天早上询问大家的办公方式，并发布统计。点一下按钮就能回复。',
  'welcome.next': '管理员可以立即开始今天的登记，也可以选择要登记的日期。',
  'welcome.label': '登记、日期和设置供频道管理员使用，帮助供所有人查看：',
  'welcome.help': '帮助',

  'first.what': '我会在早上询问大家当天的办公方式，并发布人数统计。点一下按钮即可回复。',
  'first.label': '第一步',
  'first.poll-now': '立即登记',
  'first.days': '选择日期',
  'first.add': '接下来，请把我添加到频道或群聊。我会在那里打招呼，并把开始首次登记的按钮发给您。',
  'invited.heading': '感谢您把我添加到{team}',
  'invited.next': '接下来，我会在远程办公日自动开始登记。您可以选择日期，也可以立即开始今天的登记。',
  'invited.waits': '接下来，{team}的管理员可以用频道里那条问候消息下方的按钮选择日期，或开始首次登记。',
  'installed.heading': '您好，我是远程办公日',

  'bind.heading': '{team}的第二个频道',
  'bind.type': '请另一平台(Slack 或 Microsoft Teams)的频道管理员在一小时内向我输入：',
  'bind.command': '请输入',
  'bind.effect':
    '此后两个频道共用成员名单、登记和统计。以本频道的设置为准，另一频道的设置将被删除，无法恢复。姓名显示会关闭。输入“unbind”可解除绑定。',

  'bound.heading': '本频道已与{team}绑定',
  'bound.body': '从下次起，通知、登记和统计会同时发布到两个频道；如果组织启用了账号关联，同一人只计一次。',
  'bound.names-off':
    '姓名显示已关闭：另一频道的成员只同意在那里显示姓名，因此所有登记(包括以前的)都只显示人数。如需今后显示姓名，请输入“{command}”，届时会在两个频道通知。',
  'bound.dropped': '本频道原有的设置已删除，“unbind”也不会恢复。过去的登记会保留。',

  'unbound.heading': '{team}现在只使用一个频道',
  'unbound.body':
    '不再在第二个频道发布或更新消息，那里的成员从下次登记起不再计入。此前的回复和统计会保留。第二个频道原有的设置不会恢复：如需让它成为独立的团队，请管理员在那里输入“setup”。',

  'trouble.heading': '无法在{team}发布消息',
  'trouble.gone': '频道已不存在，或我已被移出。请重新把我添加到该频道，或添加到其他频道。',
  'trouble.forbidden':
    '我无权在那里发布消息。请把我添加到频道并允许应用发布消息，然后在那里给我发任意命令。如果仍无法发布，请重新安装应用。',

  'missed.heading': '{team}未能登记',
  'missed.body': '我在{from}至{until}没有运行，未能及时发布登记。提前回复会保留，但不计入统计。',
  'missed.days': '未登记的日子',
  'missed.span': '{span}期间共{count, number}天',
  'missed.next': '输入“{command}”加日期可查看发送情况。请告知机器人的运维人员。',

  'shared-channel.heading': '{team}与其他组织共享',
  'shared-channel.seen': '此频道与其他组织共享，对方成员能看到频道中的所有内容，包括统计人数；姓名不会发布。',
  'shared-channel.off': '我没有在频道中发布相关消息，并已关闭该频道的登记。',
  'shared-channel.switch-on': '如仍要登记，请管理员在该频道输入“{command}”，或在这里修改设置：',
} satisfies Record<keyof typeof en, string>;
