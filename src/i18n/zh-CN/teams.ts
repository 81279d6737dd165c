import type { teams as en } from '../en/teams';

export const teams = {
  'names-shown.heading': '{team} 将显示姓名',
  'names-shown.body':
    '从下一次登记起，本频道的所有人都能看到每个人的回复(休假和出差只显示为“不在”)。以前的登记保持不变。在您在此再次回复之前，不会显示您的姓名，也不会计入您。',
  'welcome.heading': '{team}的远程办公日',
  'welcome.body': '我会在这里预告远程办公日，当天早上询问办公方式，并发布统计。回复只需点一下按钮。',
  'welcome.next':
    '接下来，请管理员确认设置，并创建活动：可以点击按钮，也可以使用命令“setup”和“campaign list”。',
  'welcome.label': '设置和活动供本频道的管理员使用，帮助人人可看：',
  'welcome.campaigns': '活动',
  'welcome.help': '帮助',

  'bind.heading': '{team}的第二个频道',
  'bind.type': '请另一平台(Slack 或 Microsoft Teams)频道的管理员在一小时内向我输入：',
  'bind.command': '请输入',
  'bind.effect':
    '此后两个频道共用成员名单、登记和统计。以本频道的设置为准，另一频道的设置将被删除，无法恢复。姓名显示将关闭。使用命令“unbind”可解除绑定。',

  'bound.heading': '本频道现已加入{team}',
  'bound.body': '从下次起，预告、登记和统计会同时发布到两个频道；若组织已启用账号关联，同一人只计一次。',
  'bound.names-off':
    '已关闭姓名显示：另一频道的成员只同意在那里显示姓名，因此所有登记(包括以前的)都只显示人数。如需今后显示姓名，请使用命令“{command}”，届时会在两个频道公告。',
  'bound.dropped': '本频道原有的设置已删除，解除绑定后也不会恢复。过去的统计仍会保留。',

  'unbound.heading': '{team}现在只使用一个频道',
  'unbound.body':
    '不会再在第二个频道发布或更新消息。从下次登记起，那里的成员不再计入。此前的回复和统计仍会保留。第二个频道原有的设置不会恢复：如需让它成为独立的团队，请管理员在那里输入命令“setup”。',

  'trouble.heading': '无法在{team}发布消息',
  'trouble.gone': '该频道已不存在，或我已被移出。请重新把我加入该频道，或加入其他频道。',
  'trouble.forbidden':
    '我无权在那里发布消息。请把我添加到该频道并允许应用发布消息，然后在那里向我发送任意命令。如仍无法发布，请重新安装应用。',

  'missed.heading': '{team}的登记未能进行',
  'missed.body': '机器人在{from}至{until}期间未运行，未能发布登记。事先的回复仍会保留，但不计入统计。',
  'missed.days': '没有登记的日子',
  'missed.span': '{span}期间共{count, number}天',
  'missed.next': '使用命令“{command}”并加上日期可查看发送情况。请告知机器人的运维人员。',

  'shared-channel.heading': '{team}已与其他组织共享',
  'shared-channel.seen':
    '此频道与其他组织共享。其他组织的成员能看到频道中发布的所有内容，包括回复的统计人数；姓名绝不会发布。',
  'shared-channel.off': '我没有在频道中发布任何相关消息，该频道的登记已关闭。',
  'shared-channel.switch-on': '如仍要开启登记，请管理员在该频道输入“{command}”，或在这里更改设置：',
} satisfies Record<keyof typeof en, string>;
