/** Departments, and the tallies of departments and of the organisation. */
export const departments = {
  'departments.heading': 'Departments',
  'departments.none': 'There are no departments yet.',
  'departments.without': 'In no department: {teams}',
  'departments.channel': 'The organisation’s tally is posted in {team}.',
  'departments.change':
    'To make a department or change its teams: “{set}”. To rename or remove one: “{rename}”, “{remove}”.',
  'departments.new': 'Make a department, or give it other teams:',
  'departments.new-button': 'New department',
  'departments.set': 'Department: {name}',
  'departments.same': 'Nothing to change: {name}',
  'departments.renamed': 'New name: {name}',
  'departments.removed': 'Department removed: {name}',
  'departments.undone': 'Taken back',
  'departments.from-now':
    'A team belongs to one department at most. Days whose tally was told stay as they were.',
  'departments.undo-label': 'Changed by mistake?',
  'departments.undo': 'Undo',
  'departments-form.heading': 'Department',
  'departments-form.name': 'Name',
  'departments-form.teams': 'Teams, separated by commas',
  'departments-form.teams-hint': 'For example #sales, #sales-west',
  'departments-form.submit': 'Save',
  'organisation-channel.on': 'The organisation’s tally will be posted here, in {team}',
  'organisation-channel.when':
    'It comes once the last team’s window is over. To stop it: “organisation tally off”.',
  'organisation-channel.off': 'The organisation’s tally is not posted any more.',
  'roll-up.heading': 'Organisation: {day}',
  'roll-up.department': '{department}: {day}',
  'roll-up.waiting':
    '{count, plural, one {# team has not finished yet.} other {# teams have not finished yet.}}',
  'roll-up.later': 'The figures come once the last team’s window is over.',
  'roll-up.people': 'People',
  'roll-up.teams': 'Teams',
  'roll-up.range': '{count} of {people, number}',
  'roll-up.table': 'By department',
  'roll-up.name': 'Department',
  'roll-up.privacy':
    'Each person on a roster of the day counts once, also those who were not scheduled. A figure that would tell of fewer than five people, or of one team, is given as a range. For inside the organisation.',
  'command.department-rename': 'department rename Sales to Field Sales',
  'command.department-remove': 'department remove Sales',
  'help.department': 'puts teams into a department; “departments” shows all',
  'help.roll-up': 'the tally of the organisation; “tally department” and its name for one of its parts',
  'help.organisation-here':
    'posts the organisation’s tally in this channel; “organisation tally off” ends that',
  'audit.department-set': 'Department set',
  'audit.department-rename': 'Department renamed',
  'audit.department-remove': 'Department removed',
  'audit.departments-undo': 'Change of departments taken back',
  'audit.organisation-channel': 'Channel of the organisation’s tally',
  'refusal.unknown-department': 'There is no department “{text}”. There are: {known}.',
  'refusal.department-exists': 'There is already a department “{name}”. Please choose another name.',
  'refusal.too-many-departments': 'There may be at most {max, number} departments. Please remove some first.',
  'refusal.unknown-team':
    'I know no team “{text}”. Please name the channel as it is called, and add me there first.',
  'refusal.same-name-teams': 'Several teams are called “{text}”. Please mention the channel itself.',
  'refusal.roll-up-gone':
    'The answers of {day} are not kept any more, and its tally had not been made before.',
  'refusal.no-polls': 'No team has a poll on {day}.',
  'refusal.channel-is-shared':
    'Other organisations can see this channel, so the organisation’s tally is not posted here. Please choose another channel.',
} as const;
