/**
 * Commands of administrators, as messages quote them. They are English in every language: other languages take these.
 * `mon` to `sun` are dates of the coming week.
 */
export const administration = {
  'command.setup': 'setup window=07:00-10:30',
  'command.poll': 'poll now',
  'command.emergency': 'emergency typhoon',
  'command.drill': 'drill typhoon',
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
  'command.figures': 'campaign figures',
  'command.effects': 'effects',
  'command.effect': 'effect overtime Sales 120 66 h',
  'command.effect-remove': 'effect remove overtime Sales',
  'command.activity': 'activity baseline=1-30 June',
  'command.activity-import': 'activity import',
} as const;
