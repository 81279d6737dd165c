import { type Deed, isOfOrganisation, may, type Right } from '../../domain/permissions';
import { isRefusal, type Refusal } from '../../domain/refusal';
import { answer, answerPlans } from '../answers/answer-days';
import { countIn } from '../answers/count-in';
import { saveDays, showDaysForm, undoDays } from '../answers/several-days';
import { showDays } from '../answers/show-days';
import { showRollUp } from '../answers/show-roll-up';
import { showTally } from '../answers/show-tally';
import { showWho } from '../answers/show-who';
import { showWhoWeek } from '../answers/show-who-week';
import { clear, offerChange, undo } from '../answers/take-back';
import { undoLast } from '../answers/undo-last';
import {
  addCampaignDay,
  endCampaignNow,
  removeCampaignDay,
  restoreEnded,
  undoChange,
} from '../campaigns/change-campaign';
import { showFinalReport } from '../campaigns/final-report';
import { importCampaign } from '../campaigns/import-campaign';
import { listCampaigns } from '../campaigns/list-campaigns';
import { setTerms, showEditForm } from '../campaigns/set-terms';
import { showFigures } from '../campaigns/show-figures';
import { showProgress } from '../campaigns/show-progress';
import { newCampaign, startPreset } from '../campaigns/start-campaign';
import type { RequestContext, RequestResult } from '../context';
import type { PortName } from '../core';
import { importActivity, showActivity } from '../effects/activity';
import { importEffects, removeEffect, setEffect, showEffects } from '../effects/effects';
import type { Intent, IntentKind, IntentOf } from '../intent';
import { follow, showFollowing, unfollow } from '../people/follow';
import { showOwnStatus, switchStatus } from '../people/own-status';
import { showPanel } from '../people/panel';
import {
  askToForget,
  changeWeek,
  forget,
  replaceWeek,
  setAsking,
  setLanguage,
  setReminders,
  showWeekForm,
} from '../people/preferences';
import { endAllSessions, endOwnSessions, offerWebLink } from '../people/web-access';
import { remindNow } from '../polls/remind-now';
import { resend } from '../polls/resend';
import { startDeclared, startPoll } from '../polls/short-notice';
import { showDeliveries } from '../polls/show-deliveries';
import { snooze } from '../polls/snooze';
import { answerSafety, showSafety } from '../safety/answer-safety';
import { nameContacts } from '../safety/name-contacts';
import {
  answerSurvey,
  showResults,
  showSurvey,
  showSurveyForm,
  stopSurveys,
  useSurvey,
} from '../surveys/survey';
import { bind, unbind } from '../teams/bind';
import {
  importDepartments,
  postHere,
  removeDepartment,
  renameDepartment,
  setDepartment,
  showDepartments,
  undoDepartments,
} from '../teams/departments';
import { addHolidays, removeHolidays, showHolidays } from '../teams/holidays';
import { setup, showSettingsForm } from '../teams/setup';
import { setSilentList } from '../teams/silent-list';
import { resetTemplate, setTemplate, showTemplate } from '../teams/template';
import { showHelp } from './help';
import { RIGHTS } from './rights';
import { setUpTeams } from './setup-teams';
import { showTrail } from './show-trail';
import { withSubject } from './subject';
import { onRecord } from './trail';

type RightOf<Kind extends IntentKind> = (typeof RIGHTS)[Kind] extends infer D extends Deed ? Right<D> : null;

/** Each use case takes its share of the ports. */
type WholeContext = RequestContext<PortName>;

type UseCases = {
  [Kind in IntentKind]: (
    context: WholeContext,
    intent: IntentOf<Kind>,
    right: RightOf<Kind>,
  ) => RequestResult | Promise<RequestResult>;
};

const USE_CASES: UseCases = {
  help: showHelp,
  me: showPanel,
  answer,
  answers: answerPlans,
  'count-in': countIn,
  clear,
  undo,
  'undo-last': undoLast,
  change: offerChange,
  'days-form': showDaysForm,
  'save-days': saveDays,
  'undo-days': undoDays,
  who: showWho,
  'who-week': showWhoWeek,
  tally: showTally,
  days: showDays,
  week: changeWeek,
  'week-form': showWeekForm,
  'save-week': replaceWeek,
  remind: setReminders,
  follow,
  unfollow,
  following: showFollowing,
  status: showOwnStatus,
  'status-set': switchStatus,
  'ask-privately': setAsking,
  snooze,
  'remind-now': remindNow,
  language: setLanguage,
  web: offerWebLink,
  'web-sign-out': endOwnSessions,
  'web-sign-out-all': endAllSessions,
  'forget-me': askToForget,
  forget,
  setup,
  'settings-form': showSettingsForm,
  'setup-teams': setUpTeams,
  template: showTemplate,
  'template-set': setTemplate,
  'template-reset': resetTemplate,
  'silent-list': setSilentList,
  holidays: showHolidays,
  'holidays-add': addHolidays,
  'holidays-remove': removeHolidays,
  departments: showDepartments,
  'departments-form': () => ({ kind: 'departments-form' }),
  'department-set': setDepartment,
  'department-rename': renameDepartment,
  'department-remove': removeDepartment,
  'departments-import': importDepartments,
  'departments-undo': undoDepartments,
  'roll-up': showRollUp,
  'organisation-channel': postHere,
  'campaign-list': listCampaigns,
  'campaign-show': showProgress,
  'campaign-set': setTerms,
  'campaign-use': startPreset,
  'campaign-new': newCampaign,
  'campaign-form': () => ({ kind: 'campaign-form' }),
  'campaign-import-form': () => ({ kind: 'campaign-import-form' }),
  'campaign-import': importCampaign,
  'campaign-add-day': addCampaignDay,
  'campaign-remove-day': removeCampaignDay,
  'campaign-end': endCampaignNow,
  'campaign-restore': restoreEnded,
  'campaign-undo': undoChange,
  'campaign-edit-form': showEditForm,
  'campaign-figures': showFigures,
  'campaign-report': showFinalReport,
  effects: showEffects,
  'effect-set': setEffect,
  'effect-remove': removeEffect,
  'effect-form': () => ({ kind: 'effect-form' }),
  'effect-import': importEffects,
  activity: showActivity,
  'activity-form': () => ({ kind: 'activity-form' }),
  'activity-import': importActivity,
  'poll-now': startPoll,
  drill: startDeclared,
  emergency: startDeclared,
  survey: showSurvey,
  'survey-form': showSurveyForm,
  'survey-use': useSurvey,
  'survey-off': stopSurveys,
  'survey-results': showResults,
  'survey-answer': answerSurvey,
  'survey-stop': () => ({ kind: 'survey-thanks', all: false }),
  'safety-answer': answerSafety,
  safety: showSafety,
  'safety-contacts': nameContacts,
  bind,
  unbind,
  deliveries: showDeliveries,
  resend,
  audit: showTrail,
};

/**
 * Members who ask for the settings get their own. Where a team is still to be made, they hear who may make it.
 */
function orOwnSettings(asked: WholeContext, intent: Intent, refusal: Refusal): Promise<RequestResult> {
  const asks = intent.kind === 'setup' && Object.keys(intent.changes).length === 0;
  const isMember = asked.team !== null || asked.actor.place === null;
  const isOwn = asks && isMember && refusal.refusal !== 'roles-unknown';
  return isOwn ? showPanel(asked) : Promise.resolve(refusal);
}

/**
 * Does what a person asked for, whatever the door: the one place where use cases are called. The team in question is
 * looked up, the right that the intent takes is judged, then the use case runs.
 */
export async function perform(asked: WholeContext, intent: Intent): Promise<RequestResult> {
  const deed = RIGHTS[intent.kind];
  const context = await withSubject(asked, intent, deed);
  if (!('core' in context)) return isRefusal(context) ? orOwnSettings(asked, intent, context) : context;
  // A role over the organisation is not held in a team.
  const ofOrganisation = deed !== null && isOfOrganisation(deed);
  const { roles } = ofOrganisation ? asked : context;
  const right = deed && may(await roles(), deed);
  if (isRefusal(right)) return orOwnSettings(context, intent, right);
  // The table pairs each kind with its use case, which a union of intents cannot express.
  const useCase = USE_CASES[intent.kind] as (
    context: WholeContext,
    intent: Intent,
    right: Right<Deed> | null,
  ) => RequestResult | Promise<RequestResult>;
  return onRecord(context, { intent, ofOrganisation }, async () => useCase(context, intent, right));
}
