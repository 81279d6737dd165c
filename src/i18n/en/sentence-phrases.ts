/** How people say halves of days, arrivals and corrections, and lines that stand alone. Every phrase is folded. */
type Table<Meaning extends string> = Record<Meaning, readonly string[]>;

export const sentencePhrases = {
  /** Halves of a day; `half`: one of them, or leave for one of them. */
  halves: {
    morning: [
      'am',
      'a.m.',
      'in the am',
      'in the morning',
      'morning',
      'this morning',
      'until noon',
      'till noon',
      'until lunch',
      'first half',
    ],
    afternoon: [
      'pm',
      'p.m.',
      'in the pm',
      'in the afternoon',
      'afternoon',
      'this afternoon',
      'after lunch',
      'from noon',
      'second half',
    ],
    half: ['half day', 'half a day', 'a half day', 'half'],
  },
  /** Words next to a time at which one comes to the office. */
  arrivals: {
    arrival: [
      'at',
      'in at',
      'be in at',
      'coming in at',
      'arriving',
      'arriving at',
      'arrive',
      'arrive at',
      'starting at',
      'start at',
      'there at',
      'be there at',
      'by',
      'from',
    ],
  },
  /** What stands before an answer that takes the place of another one. */
  corrections: {
    correction: [
      'actually',
      'sorry',
      'correction',
      'change of plan',
      'change of plans',
      'change',
      'change to',
      'change it to',
      'changed to',
      'change my answer to',
      'change that to',
      'switch to',
      'scratch that',
      'my bad',
      'i mean',
      'i meant',
      'no wait',
      'wait',
      'make that',
      'make it',
      'instead',
      'update',
      'update to',
      'oops',
      'now',
    ],
  },
  /** Words before the name of a person whom one looks for. */
  where: {
    where: ['where is', "where's", 'where are'],
  },
  /** Whole lines which mean a command, or a greeting. */
  lines: {
    me: [
      'hi',
      'hello',
      'hey',
      'hi there',
      'hello there',
      'good morning',
      'morning',
      'good day',
      'start',
      'menu',
      'panel',
      'undo',
      'change',
      'change my answer',
      'edit',
    ],
    days: [
      'this week',
      'next week',
      'upcoming',
      'schedule',
      'my schedule',
      'coming days',
      'what is coming up',
      "what's coming up",
    ],
    'remind-on': ['remind me again', 'start reminders', 'turn on reminders', 'reminders please'],
    'remind-off': [
      'stop reminders',
      'stop the reminders',
      'no reminders',
      'no more reminders',
      'stop reminding me',
      'turn off reminders',
      'turn reminders off',
      'disable reminders',
      'mute',
      'mute reminders',
      "don't remind me",
      "don't remind me any more",
      'unsubscribe',
    ],
  },
} satisfies {
  halves: Table<'morning' | 'afternoon' | 'half'>;
  arrivals: Table<'arrival'>;
  corrections: Table<'correction'>;
  where: Table<'where'>;
  lines: Table<'me' | 'days' | 'remind-on' | 'remind-off'>;
};
