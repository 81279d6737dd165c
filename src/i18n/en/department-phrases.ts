/** What people type about departments and the organisation. */
export const departmentPhrases = {
  /** What follows the word for departments. */
  departments: {
    list: ['list', 'show'],
    set: ['set', 'add', 'new', 'create'],
    import: ['import', 'csv'],
    rename: ['rename'],
    remove: ['remove', 'delete'],
    form: ['form', 'edit'],
    tally: ['tally', 'count'],
  },
  /** Where the organisation’s tally is posted. */
  organisation: {
    here: ['here', 'here on', 'on'],
    off: ['off', 'nowhere', 'stop', 'not here'],
  },
  /** What a tally is asked for, besides a day or a campaign. */
  parts: {
    organisation: ['organisation', 'organization', 'org', 'company', 'everyone', 'all'],
    department: ['department', 'dept', 'division'],
  },
} as const;
