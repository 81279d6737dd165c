import type { refusals as en } from '../en/refusals';

export const refusals = {
  'refused.example': '例如：{example}',
  'refused.nearest': '您是不是想输入“{nearest}”？',

  'refusal.unknown-command': '无法识别“{text}”。使用命令“{help}”可查看用法。',
  'refusal.missing-argument': '命令不完整，请补充后重新输入。',
  'refusal.unknown-style': '没有“{text}”这种办公方式，请从以下选择：{styles}',
  'refusal.unknown-date': '无法识别日期“{text}”。请输入日期、星期，或“今天”“明天”。',
  'refusal.unclear': '我不确定“{text}”的意思，因此没有记录。请选择您的回复，或用更简短的文字输入。',
  'refusal.unclear-question': '我没有理解“{text}”这个问题。我可以显示某一天大家的办公方式。',
  'refusal.one-day': '一次只能查看一天，请指定一个日期。',
  'refusal.no-end': '“{text}”没有说明到哪一天为止，请补充最后一天。',
  'refusal.use-week': '每周固定的安排请设置在默认周中，系统会自动替您回复。',
  'refusal.date-or-time':
    '“{text}”既可以是日期，也可以是时间({time})，因此没有记录。日期请写成8/10，时间请写成8:10。',
  'refusal.impossible-date': '日期“{text}”不存在，请确认。',
  'refusal.reversed-days': '结束日期({until})早于开始日期({from})，请先写较早的日期。',
  'refusal.too-many-days': '时间段最多{max, number}天，请缩短后重新输入。',
  'refusal.many-days': '从{from}到{until}，共{count}天，尚未记录。如果确定是这段时间，请点击按钮。',
  'refusal.past-day': '{day}已经过去，请选择今天或之后的日期。',
  'refusal.far-day': '{day}太远了，请指定较近的日期。',
  'refusal.not-working-day': '{reason}，不是工作日。请选择其他日期。',
  'refusal.unknown-time': '无法识别时间“{text}”，请输入小时和分钟。',
  'refusal.arrival-not-taken': '“{style}”不需要填写到公司的时间，请去掉时间后重新输入。',
  'refusal.unknown-weekday': '“{text}”不是星期。请使用周一、周二、周三、周四、周五、周六、周日。',
  'refusal.unknown-setting': '没有“{text}”这项设置。可用的设置：{known}。',
  'refusal.bad-setting': '“{value}”不能用于“{setting}”。{hint}',
  'refusal.window-order': '结束时间({until})必须晚于开始时间({from})，请先写较早的时间。',
  'refusal.unknown-zone': '没有“{text}”这个时区，请输入地区和城市。',
  'refusal.which-zone': '多个时区都使用“{text}”：{known}。请输入其中一个。',
  'refusal.unknown-country': '没有“{text}”这个代码，请输入国家或地区的两个字母代码。',
  'refusal.unknown-language': '不支持语言“{text}”，请选择：{languages}。',
  'refusal.unknown-preset': '没有模板“{text}”。使用命令“campaign list”可查看全部模板。',
  'refusal.unknown-campaign': '没有活动“{text}”。使用命令“campaign list”可查看全部活动。',
  'refusal.no-campaign': '没有进行中的活动，请先创建活动。',
  'refusal.campaign-ended': '活动“{name}”已被结束，无法更改。请创建新的活动。',
  'refusal.campaign-over': '活动“{name}”的日期均已过去，无法更改或撤销。请创建新的活动。',
  'refusal.which-campaign': '有多个进行中或即将开始的活动：{known}。请指明是哪一个。',
  'refusal.campaign-name': '活动需要名称，最多{max, number}个字符，请用引号括起来输入。',
  'refusal.campaign-exists': '活动“{name}”已存在，请使用其他名称。',
  'refusal.core-outside': '核心日{day}不在活动期间({from}至{until})内，请选择期间内的日期。',
  'refusal.no-core-day': '设置核心日最少人数前需要有核心日，请指定其中一天，例如{day}。',
  'refusal.too-few-days':
    '条件是至少远程办公{need, number}天，但该活动只有{have, number}天，请填写不超过{have, number}天。',
  'refusal.too-few-people':
    '核心日最少人数({need, number}人)超过了总人数({have, number}人)。请填写不超过{have, number}人，或更正总人数。',
  'refusal.baseline-inside':
    '对比期间({from}至{until})包含活动当天的日期，请选择其他日期，例如{rightFrom}至{rightUntil}。',
  'refusal.peak-before-window':
    '高峰结束时间({peak})不晚于登记开始时间({from})，请填写更晚的时间，例如{right}。',
  'refusal.no-working-days': '{from}至{until}之间没有工作日，请指定其他期间。',
  'refusal.day-exists': '{day}已经是该活动的远程办公日，无需操作。',
  'refusal.day-missing': '{day}不是该活动的远程办公日。使用命令“{days}”可查看。',
  'refusal.text-too-long': '文字过长，最多{max, number}个字符，请缩短后重新输入。',
  'refusal.text-control': '文字中含有无法显示的字符，请去掉后重新输入。',
  'refusal.not-admin': '只有本频道的管理员才能进行此操作，请联系管理员。',
  'refusal.not-org-admin':
    '活动、所有团队的休息日等涉及整个组织的操作，只有组织的管理员才能进行，请联系管理员。',
  'refusal.not-channel-maker': '只有创建本频道的 {name} 或工作区管理员才能进行此操作。',
  'refusal.not-workspace-admin': '只有工作区管理员才能进行此操作，请联系管理员。',
  'refusal.not-installer': '只有添加本机器人的 {name} 或组织管理员才能进行此操作。',
  'refusal.no-admin-set':
    '尚未设置管理员。请联系机器人的运维人员，将您的 ID({id})添加到设置项 {setting} 中。',
  'refusal.no-admin-set-no-id':
    '尚未设置管理员。Teams 没有提供您在目录 (Microsoft Entra) 中的对象 ID，请联系机器人的运维人员，将该 ID 添加到设置项 {setting} 中。',
  'refusal.not-operator':
    '我不知道是谁把我添加到这里的，因此只有组织的管理员才能进行此操作。请联系管理员，或将我移除后由您重新添加。',
  'refusal.forget-not-yours':
    '此按钮可能是为其他人准备的，因此没有删除任何内容。如需删除您自己的数据，请告诉我，我会私下向您确认。',
  'refusal.no-managed-team': '您不是任何团队的管理员，因此我无法在这里为您执行。请联系团队频道的管理员。',
  'refusal.roles-unknown': '{platform} 暂时没有响应，无法确认您的权限。请稍等一分钟后再试。',
  'refusal.outsider': '您好！本机器人只询问在此使用它的组织的成员，您属于其他组织，无需进行任何操作。',
  'refusal.guest-not-counted': '本团队不统计访客，因此未作记录。频道管理员可在设置中更改。',
  'refusal.names-not-announced': '未能在频道中通知将显示姓名，因此设置没有更改。请稍等一分钟后再试。',
  'refusal.no-team': '此操作只能在团队的频道中使用，请到频道中操作。',
  'refusal.no-team-here': '此频道还没有设置，因此未作任何记录。请让频道管理员先进行一次设置。',
  'refusal.unknown-group': '这里没有用户组“@{text}”。请在“谁”后面输入 Slack 中显示的组名。',
  'refusal.groups-unsupported': '此处无法查询用户组。请去掉“@{text}”。',
  'refusal.group-later': '目前无法查询用户组“@{text}”。请过一分钟再试。',
  'refusal.groups-need-names':
    '本团队只显示人数，因此不能按组统计：比较只差一人的两个组，就会透露那个人的回复。请查看整个团队的统计。',
  'refusal.group-counts-only': '{day}只保留了整个团队的人数，没有各组的人数。',
  'refusal.bind-code':
    '此代码无效：可能输入有误、已被使用，或已超过一小时。请在另一频道用命令“bind”重新生成。',
  'refusal.bind-not-joined':
    '这两个工作区尚未合并。请联系机器人的运维人员，在设置 JOINED_ORGANISATIONS 中登记。',
  'refusal.bind-alone':
    '频道只能与另一平台的频道绑定，而这个机器人没有为你们的组织接入第二个平台。请联系机器人的运维人员，同时接入 Slack 和 Microsoft Teams，并在设置 JOINED_ORGANISATIONS 中登记。',
  'refusal.bind-same-platform':
    '两个频道必须在不同的平台上：一个在 Slack，一个在 Microsoft Teams。请到另一平台输入代码。',
  'refusal.bind-already': '其中一个频道已与其他频道绑定。请先用命令“unbind”解除。',
  'refusal.bind-poll-open': '本频道今天的登记仍在进行。请从明天起，在下次登记开始前绑定。',
  'refusal.not-bound': '本频道没有绑定其他频道。如需绑定，请使用命令“bind”。',
  'refusal.poll-unknown': '找不到这次登记，请使用命令回复。',
  'refusal.poll-over': '{day}已经过去，不再接受回复。',
  'refusal.book-closed': '{day}的统计已经确定，无法再更正回复。',
  'refusal.called-already':
    '此通知已在{since}发布，没有重复发布。使用“poll now”可在频道底部重新发布；换一个原因则会作为新的通知发布。',
  'refusal.emergency-running':
    '{day}的紧急登记正在进行。此时开始演练容易与真实的紧急情况混淆，因此没有开始。请在紧急登记的回复时间结束后再开始演练。',
  'refusal.too-late-today': '登记至少需要15分钟，今天已来不及开始。零点过后可以开始第二天的登记。',
  'refusal.window-too-short':
    '临时登记至少持续{minutes}分钟，最晚到{latest}。请注明时长，例如“2小时”或“到16点”。',
  'refusal.nothing-to-clear': '没有可清除的回复。使用命令“{me}”可查看您的回复。',
  'refusal.changed-since': '此后又有新的更改，已无法撤销。',
  'refusal.nothing-to-undo': '已无法撤销，请重新选择您要的回复。',
  'refusal.unknown-button': '此按钮已失效，请使用命令。',
  'refusal.bad-form': '“{field}”的内容有误，请修改后重新提交。',
  'refusal.sending-now': '提醒正在发送中，请一分钟后再试。',
  'refusal.try-again': '未能保存，请稍后再试。',

  'not-working.weekend': '{day}是周末',
  'not-working.holiday': '{day}是公共假日({holiday})',
  'not-working.holiday-unnamed': '{day}是公共假日',
  'not-working.closed': '{day}是贵单位的休息日',
  'not-working.closed-named': '{day}是贵单位的休息日({name})',

  'skipped.weekend': '{day} 周末',
  'skipped.holiday': '{day} {holiday}',
  'skipped.holiday-unnamed': '{day} 公共假日',
  'skipped.closed': '{day} 休息日',
  'skipped.closed-named': '{day} {name}',
  'refusal.no-own-holiday': '贵单位的日历中没有这些日子({from}～{until})。',
} satisfies Record<keyof typeof en, string>;
