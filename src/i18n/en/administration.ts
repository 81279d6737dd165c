/**
 * Commands of administrators, as messages quote them. They are English in every language: other languages take these.
 * `mon` to `sun` are dates of the coming week.
 */
export const administration = {
  'command.setup': 'setup window=07:00-10:30',
  'command.poll': 'poll now',
  'command.emergency': 'emergency typhoon',
  'command.drill': 'drill typhoon',
  'command.safety': 'safety',
  'command.safety-contacts': 'setup safety-contacts=@sato',
  'command.bind': 'bind',
  'command.unbind': 'unbind',
  'command.deliveries': 'deliveries',
  'command.audit': 'audit',
  'command.resend': 'resend failed',
  'command.holidays-add': 'holidays add {mon}..{fri} Summer holiday',
  'command.department': 'department Sales: #sales, #sales-west',
  'command.organisation-here': 'organisation tally here',
  'command.campaign': 'campaign list',
  'command.use': 'campaign use next-week',
  'command.new': 'campaign new "Summer telework" {mon}..{fri} core={wed}',
  'command.add-day': 'campaign add-day {mon}',
  'command.remove-day': 'campaign remove-day {mon}',
  'command.end': 'campaign end',
  'command.campaign-show': 'campaign show',
  'command.campaign-set': 'campaign set headcount=1200',
  'command.figures': 'campaign figures',
  'command.report': 'campaign report',
} as const;
