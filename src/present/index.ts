import type { Part } from '../domain/card';
import type { Locale } from '../domain/people/person';
import type { Message, MessageKind } from '../ports/messages';
import type { Present } from '../ports/present';
import { activity, activityForm, activityImported } from './messages/activity';
import { announcement } from './messages/announcement';
import { audit } from './messages/audit';
import { bindOffer, bound, unbound } from './messages/bind';
import { campaignAnnouncement, dayBefore } from './messages/campaign-announcement';
import { campaignEditForm, campaignForm, campaignImportForm } from './messages/campaign-forms';
import { campaignProgress } from './messages/campaign-progress';
import { campaignChanged, campaignPreview, campaigns } from './messages/campaigns';
import { closingTally } from './messages/closing-tally';
import { deliveries, resent } from './messages/deliveries';
import {
  departments,
  departmentsChanged,
  departmentsForm,
  organisationChannel,
} from './messages/departments';
import { effectForm, effects } from './messages/effects';
import { finalReport } from './messages/final-report';
import { followChoose, following } from './messages/following';
import { forgetAsk, forgotten } from './messages/forget';
import { help } from './messages/help';
import { holidays, holidaysChanged } from './messages/holidays';
import { days, tally, who } from './messages/look';
import { officeBounds } from './messages/office-bounds';
import { organiserFigures } from './messages/organiser-figures';
import { languageSet, panel, remindersSet } from './messages/panel';
import { poll, pollMoved, pollOpened } from './messages/poll';
import { askingSet, privatePoll, snoozed } from './messages/private-poll';
import { choose, cleared, countedIn, recorded } from './messages/recorded';
import { refused } from './messages/refused';
import { reminded } from './messages/reminded';
import { reminder } from './messages/reminder';
import { report } from './messages/report';
import { rollUp } from './messages/roll-up';
import { safetyCall, safetyContacts, safetyListed, safetyRecorded } from './messages/safety';
import { settings } from './messages/settings';
import { settingsForm } from './messages/settings-form';
import { daysForm, daysUndone } from './messages/several-days';
import { status, statusLost } from './messages/status';
import { surveyForm, surveyQuestion, surveyResults, surveyStatus, surveyThanks } from './messages/survey';
import { silentList, teamsChanged, template } from './messages/teams';
import { webLink, webSignedOut } from './messages/web';
import { week, weekForm } from './messages/week';
import {
  installed,
  invited,
  missedDays,
  namesShown,
  sharedChannel,
  trouble,
  welcome,
} from './messages/welcome';
import { whichTeam } from './messages/which-team';
import { digest, whoWeek } from './messages/who-week';
import { ownViewOf } from './parts';
import type { Presenter } from './presenter';
import { summaryOf } from './summary';
import { type Words, wordsFor } from './words';

const PRESENTERS = {
  announcement,
  'campaign-announcement': campaignAnnouncement,
  'day-before': dayBefore,
  poll,
  'poll-moved': pollMoved,
  'closing-tally': closingTally,
  report,
  digest,
  template,
  'teams-changed': teamsChanged,
  'silent-list': silentList,
  'office-bounds': officeBounds,
  'organiser-figures': organiserFigures,
  effects,
  'effect-form': effectForm,
  activity,
  'activity-form': activityForm,
  'activity-imported': activityImported,
  welcome,
  invited,
  installed,
  'names-shown': namesShown,
  reminder,
  snoozed,
  'private-poll': privatePoll,
  'days-form': daysForm,
  'days-undone': daysUndone,
  recorded,
  cleared,
  'counted-in': countedIn,
  choose,
  panel,
  week,
  'week-form': weekForm,
  who,
  'who-week': whoWeek,
  tally,
  days,
  holidays,
  'holidays-changed': holidaysChanged,
  following,
  'follow-choose': followChoose,
  'reminders-set': remindersSet,
  status,
  'status-lost': statusLost,
  'asking-set': askingSet,
  'language-set': languageSet,
  'forget-ask': forgetAsk,
  forgotten,
  'web-link': webLink,
  'web-signed-out': webSignedOut,
  help,
  refused,
  settings,
  'settings-form': settingsForm,
  campaigns,
  'campaign-progress': campaignProgress,
  'campaign-changed': campaignChanged,
  'campaign-preview': campaignPreview,
  'campaign-form': campaignForm,
  'campaign-edit-form': campaignEditForm,
  'campaign-import-form': campaignImportForm,
  'final-report': finalReport,
  departments,
  'departments-changed': departmentsChanged,
  'departments-form': departmentsForm,
  'organisation-channel': organisationChannel,
  'roll-up': rollUp,
  deliveries,
  resent,
  reminded,
  audit,
  'poll-opened': pollOpened,
  'bind-offer': bindOffer,
  bound,
  unbound,
  'which-team': whichTeam,
  trouble,
  'missed-days': missedDays,
  'shared-channel': sharedChannel,
  'survey-question': surveyQuestion,
  'survey-thanks': surveyThanks,
  'survey-form': surveyForm,
  'survey-status': surveyStatus,
  'survey-results': surveyResults,
  'safety-recorded': safetyRecorded,
  'safety-call': safetyCall,
  'safety-list': safetyListed,
  'safety-contacts': safetyContacts,
} satisfies { [Kind in MessageKind]: Presenter<Kind> };

/** Turns a message into a card in a language. Pure. The summary holds the content of all parts. */
export const present: Present = (message, locale) => {
  const language = languageFor(message, locale);
  const words = wordsFor(language, message.today);
  const parts = partsOf(message, words);
  const tone = message.kind === 'refused' ? 'refusal' : 'news';
  return { locale: language, tone, summary: summaryOf(parts, words), parts, ...ownViewOf(parts) };
};

/** A new language is confirmed in that language. */
function languageFor(message: Message, locale: Locale): Locale {
  return message.kind === 'language-set' ? message.language : locale;
}

function partsOf(message: Message, words: Words): Part[] {
  // The table pairs each kind with its presenter, which a union of messages cannot express.
  const presenter = PRESENTERS[message.kind] as (message: Message, words: Words) => Part[];
  return presenter(message, words);
}
