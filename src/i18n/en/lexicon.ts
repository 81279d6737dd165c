import { asidePhrases } from './aside-phrases';
import { askedPhrases } from './asked-phrases';
import { askingPhrases } from './asking-phrases';
import { correctionPhrases } from './correction-phrases';
import { departmentPhrases } from './department-phrases';
import { doubtPhrases } from './doubt-phrases';
import { effectPhrases } from './effect-phrases';
import { sentencePhrases } from './sentence-phrases';
import { setupLexicon } from './setup-lexicon';
import { stylePhrases } from './style-phrases';
import { verbPhrases } from './verb-phrases';
import { webPhrases } from './web-phrases';
import { whoPhrases } from './who-phrases';

type Table<Meaning extends string> = Record<Meaning, readonly string[]>;

/** What people type in commands, by its meaning. Every phrase is in its folded form (see `fold`). */
export const lexicon = {
  ...stylePhrases,
  ...webPhrases,
  ...verbPhrases,
  /** Lines that switch a person’s status. */
  statusLines: {
    on: [
      'show my day in my slack status',
      'show my answer in my status',
      'show it in my slack status',
      'show my work style in my status',
      'put it in my status',
      'put my day in my status',
      'set my slack status',
      'show my plan in my status',
      'show my day in my teams status',
      'update my slack status',
      'show my day in my status',
      'show it in my status',
      'set my status',
      'update my status',
    ],
    off: [
      'remove it from my status',
      'take it out of my status',
      'stop updating my status',
      'stop showing my day in my status',
      "don't show it in my status",
      "don't set my status",
      "don't show my day in my status",
      'leave my status alone',
      'stop setting my status',
      'clear my status',
      'hide my status',
      'stop showing my status',
      'turn off my status',
    ],
  },
  /** Words which open a command of their own. */
  heads: {
    help: ['help', '?'],
    me: ['me', 'my days'],
    week: ['week', 'my week', 'default week', 'usual week'],
    days: ['days', 'telework days', 'calendar'],
    poll: ['poll'],
    remind: ['remind', 'remind me', 'reminder', 'reminders'],
    status: ['status', 'my status'],
    language: ['language', 'lang'],
    unbind: ['unbind'],
    audit: ['audit', 'audit log', 'audit trail', 'change log'],
    safety: ['safety', 'safety list', 'safety status'],
    safe: ['safe', 'all safe', 'i am safe', "i'm safe", 'im safe'],
    'need-help': ['need help', 'i need help', 'sos', 'send help', 'please send help', 'i am not safe'],
    'forget-me': ['forget me', 'delete my data'],
  },
  /** Words after which a person’s own text may stand; a space follows them. */
  textHeads: {
    setup: ['setup', 'set', 'settings', 'config', 'configure'],
    department: ['department', 'departments', 'dept', 'depts', 'division', 'divisions'],
    'roll-up': [
      'organisation',
      'organization',
      'whole organisation',
      'whole organization',
      'whole company',
      'company wide',
      'org',
    ],
    campaign: ['campaign', 'campaigns'],
    holidays: [
      'holidays',
      'the holidays',
      'public holidays',
      'the public holidays',
      'public holiday',
      'bank holidays',
      'bank holiday',
      'national holidays',
      'national holiday',
      'official holidays',
      'statutory holidays',
      'federal holidays',
      'legal holidays',
      'company holidays',
      'show holidays',
      'list holidays',
      'list of holidays',
      'holiday calendar',
      'holiday list',
      'holidays calendar',
      'public holidays calendar',
      'public holiday calendar',
    ],
    effects: ['effects', 'effect', 'show effects'],
    activity: ['activity', 'usage'],
    survey: ['survey', 'surveys'],
    emergency: ['emergency'],
    drill: ['drill'],
    bind: ['bind'],
  },
  /** What follows the word for holidays. */
  holidays: {
    list: ['list', 'show'],
    add: ['add', 'new'],
    work: ['work', 'workday', 'working day', 'open'],
    remove: ['remove', 'delete', 'clear'],
  },
  ...correctionPhrases,
  ...departmentPhrases,
  ...effectPhrases,
  ...asidePhrases,
  ...askedPhrases,
  ...askingPhrases,
  ...doubtPhrases,
  ...sentencePhrases,
  /** What follows the word for a campaign. */
  campaigns: {
    list: ['list', 'ls', 'list of', 'list all'],
    use: ['use', 'preset', 'start', 'begin'],
    new: ['new', 'create'],
    'add-day': ['add day', 'add'],
    'remove-day': ['remove day', 'remove', 'delete day'],
    end: ['end', 'stop', 'finish'],
    report: ['report', 'final report'],
    figures: ['figures', 'export'],
    show: [
      'how did',
      'how is',
      "how's",
      'how was',
      'how are',
      'show',
      'progress',
      'status',
      'standing',
      'overview',
    ],
    set: ['set', 'change', 'edit'],
    headcount: ['headcount', 'head count', 'staff'],
    import: ['import', 'file', 'load'],
  },
  campaignOptions: {
    core: ['core', 'core day', 'core days'],
    target: ['target', 'goal'],
  },
  ...setupLexicon,
  /** Words which say that something is not so. */
  negations: {
    no: [
      'not',
      'no',
      'never',
      "don't",
      "won't",
      "can't",
      'cannot',
      "isn't",
      "aren't",
      "i'm not",
      'without',
      'instead of',
    ],
  },
  ...whoPhrases,
  /** Not scheduled on a day, in an answer; words of leave are leave there. */
  notScheduled: {
    'not-scheduled': [
      'off',
      'not scheduled',
      'not working',
      'off duty',
      'off shift',
      'shift off',
      'no shift',
      'not on shift',
      'rostered off',
    ],
  },
  /** Not scheduled on a weekday, in a default week. */
  dayOff: {
    off: [
      'off',
      'none',
      'not scheduled',
      'day off',
      'off day',
      'off duty',
      'holiday',
      'not working',
      'no work',
      'free',
    ],
  },
} satisfies Record<string, Table<string>>;
