/** What people type about effects and activity. */
export const effectPhrases = {
  /** What follows the words for effects and activity. */
  effects: {
    list: ['list', 'show'],
    remove: ['remove', 'delete', 'clear'],
    import: ['import', 'form', 'file', 'paste'],
  },
  effectOptions: {
    people: ['people', 'headcount'],
    baseline: ['baseline', 'before'],
    core: ['core', 'during', 'period'],
    campaign: ['campaign'],
  },
} as const;
