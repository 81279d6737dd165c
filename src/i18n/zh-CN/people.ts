import type { people as en } from '../en/people';

export const people = {
  'panel.heading': '{name}，您好',
  'panel.none': '近期没有远程办公日。',
  'panel.days': '您近期的安排：',
  'panel.unanswered': '尚未回复',
  'panel.usual': '尚未回复，平时：{choice}',
  'panel.late': '{choice}，超时回复',
  'panel.change': '修改回复：',
  'panel.teams': '您的团队今日统计：',
  'panel.no-poll': '今天没有登记',
  'which-team.heading': '哪个团队？',
  'which-team.body': '您管理着多个团队。请选择一个查看其设置；其他操作请在该团队的频道中进行。',
  'which-team.more': '还有 {count} 个团队未显示，请在其频道中操作。',
  'panel.manage': '设置团队：',
  'panel.week': '每周默认安排',
  'panel.week-empty': '未设置',
  'panel.language': '语言',
  'panel.reminders': '提醒',
  'panel.on': '已开启',
  'panel.off': '已关闭',
  'panel.settings': '您的个人设置：',
  'panel.edit-week': '编辑每周默认安排',
  'panel.remind-on': '开启提醒',
  'panel.remind-off': '关闭提醒',
  'panel.languages': '选择语言：',
  'panel.type': '命令示例：{commands}',
  'panel.quoted': '“{command}”',

  'week.heading': '您的每周默认安排',
  'week.saved': '每周默认安排已保存',
  'week.deleted': '每周默认安排已删除',
  'week.empty': '尚未设置每周默认安排。',
  'week.body': '登记开始时，将按此安排自动为您回复。当天仍可修改。',
  'week.deleted-body': '今后登记开始时，不再自动为您回复。',
  'week.none': '未设置',
  'week.edit': '如需修改，请点击按钮，或使用命令，例如“{example}”或“{clear}”。',
  'week.form': '您平时的办公方式是？',

  'form.save': '保存',

  'reminders.on': '提醒已开启，仅在您尚未回复时发送。',
  'reminders.off': '提醒已关闭。使用命令“{command}”可重新开启。',

  'language.set': '今后将用简体中文为您服务。',

  'forget.heading': '{name}，要删除您的数据吗？',
  'forget.body':
    '将删除您的个人资料、设置、历史记录和全部回复，且无法撤销。此后在您再次点击按钮或使用命令之前，您不会被统计、提醒或显示姓名。过去的统计只保留人数，不含您的任何信息。您作为管理员所做的更改会以您的 ID 保留 {months, number} 个月。',
  'forget.again': '仅删除{name}的数据，不影响其他人。确定要删除时，请再按一次。',
  'forget.label': '确定删除您的全部数据吗？此操作无法撤销。',
  'forget.button': '删除我的数据',
  'forget.done': '您的数据已删除',
  'forget.done-body':
    '在您再次点击按钮或使用命令之前，您不会被统计、提醒或显示姓名。过去的统计只保留人数，不含您的任何信息。您作为管理员所做的更改会以您的 ID 保留 {months, number} 个月。',
} satisfies Record<keyof typeof en, string>;
