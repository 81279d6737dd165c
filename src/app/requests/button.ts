import { isVisibility } from '../../domain/answers/visibility';
import { isLocale, type TeamId } from '../../domain/people/person';
import { isSafetyState, type SafetyState } from '../../domain/safety/safety';
import { type Day, isDay } from '../../domain/time/calendar';
import { daysOf } from '../../domain/typed/days';
import type { Intent, IntentOf } from '../intent';
import { type AnswerButton, answerFields, readAnswerButton, readUndo, undoFields } from './button-answer';
import { campaignFields, CAMPAIGN_START as START } from './button-campaign';
import { type AnswerDays, readAnswerDays, writeAnswerDays } from './button-days';
import { decoded, encoded, inPresentForm } from './button-text';
import { readUndoDays, undoDaysFields } from './button-undo-days';
import { type FollowButton, readFollow, readWho, readWhoWeek, type WhoButton, whoFields } from './button-who';

/** What a button can ask for: an intent that fits into a button's text. */
export type Button =
  | AnswerButton
  | AnswerDays
  | { kind: 'clear'; team: TeamId; day: Day }
  | WhoButton
  | { kind: 'remind-now' | 'snooze'; team: TeamId; day: Day }
  | { kind: 'poll-now'; team: TeamId; openFor: null }
  | FollowButton
  | { kind: 'survey-results' }
  | { kind: 'audit'; before: number }
  | { kind: 'resend'; team: TeamId; day: Day; which: 'failed' | 'unknown' }
  | { kind: 'safety-answer'; team: TeamId; day: Day; state: SafetyState }
  | IntentOf<
      | 'count-in'
      | 'undo'
      | 'change'
      | 'me'
      | 'following'
      | 'help'
      | 'web'
      | 'campaign-list'
      | 'campaign-use'
      | 'campaign-restore'
      | 'campaign-undo'
      | 'campaign-edit-form'
      | 'survey-form'
      | 'campaign-show'
      | 'campaign-form'
      | 'campaign-import-form'
      | 'departments-form'
      | 'departments-undo'
      | 'week-form'
      | 'settings-form'
      | 'template'
      | 'template-reset'
      | 'silent-list'
      | 'effect-form'
      | 'activity-form'
      | 'remind'
      | 'status'
      | 'status-set'
      | 'ask-privately'
      | 'days-form'
      | 'undo-days'
      | 'language'
      | 'forget'
      | 'survey-answer'
      | 'survey-stop'
    >;

const SEPARATOR = '|';
const SURE = 'sure';

/** Writes a button as text, which platforms carry without looking into it. `readButton` reads it back. */
export function encodeButton(button: Button): string {
  return [button.kind, ...fieldsOf(button)].join(SEPARATOR);
}

function fieldsOf(button: Button): string[] {
  if ('on' in button) return [button.on ? 'on' : 'off'];
  switch (button.kind) {
    case 'answer':
      return answerFields(button);
    case 'answer-days':
      return writeAnswerDays(button);
    case 'count-in':
      return [button.team, button.day, button.shows];
    case 'clear':
    case 'remind-now':
    case 'change':
    case 'snooze':
      return [button.team, button.day];
    case 'who':
    case 'who-week':
      return whoFields(button);
    case 'survey-answer':
      return [button.day, button.item, button.option];
    case 'safety-answer':
      return [button.team, button.day, button.state];
    case 'undo':
      return undoFields(button);
    case 'undo-days':
      return undoDaysFields(button);
    case 'resend':
      return [button.team, button.day, button.which];
    case 'audit':
    case 'departments-undo':
      return [String('before' in button ? button.before : button.version)];
    case 'campaign-use':
    case 'campaign-restore':
    case 'campaign-undo':
    case 'campaign-edit-form':
    case 'campaign-show':
      return campaignFields(button);
    case 'poll-now':
    case 'settings-form':
      return button.team === undefined ? [] : [button.team];
    case 'follow':
    case 'unfollow':
      return encoded(button.who.person);
    case 'language':
      return [button.language];
    case 'forget':
      return [encodeURIComponent(button.person), ...(button.sure ? [SURE] : [])];
    default:
      return [];
  }
}

type Reader = (fields: readonly string[]) => Button | null;

const READERS: Record<Button['kind'], Reader> = {
  answer: readAnswerButton,
  'answer-days': readAnswerDays,
  'count-in'([team = '', day = '', shows = '', ...rest]) {
    if (rest.length > 0 || !isDay(day) || !isVisibility(shows)) return null;
    return { kind: 'count-in', team, day, shows };
  },
  clear: onDay((team, day) => ({ kind: 'clear', team, day })),
  'remind-now': onDay((team, day) => ({ kind: 'remind-now', team, day })),
  'poll-now': ([team = '', ...rest]) =>
    rest.length > 0 || team === '' ? null : { kind: 'poll-now', team, openFor: null },
  change: onDay((team, day) => ({ kind: 'change', team, day })),
  who: readWho,
  'who-week': readWhoWeek,
  undo: readUndo,
  'undo-days': readUndoDays,
  'days-form': alone({ kind: 'days-form' }),
  resend([team = '', day = '', which = '', ...rest]) {
    if (rest.length > 0 || !isDay(day) || (which !== 'failed' && which !== 'unknown')) return null;
    return { kind: 'resend', team, day, which };
  },
  audit: ([before = '', ...rest]) =>
    rest.length > 0 || !/^\d{1,15}$/.test(before) ? null : { kind: 'audit', before: Number(before) },
  'survey-answer'([day = '', item = '', option = '', ...rest]) {
    if (rest.length > 0 || !isDay(day) || item === '' || option === '') return null;
    return { kind: 'survey-answer', day, item, option };
  },
  'survey-stop': alone({ kind: 'survey-stop' }),
  web: alone({ kind: 'web' }),
  'safety-answer'([team = '', day = '', state = '', ...rest]) {
    if (rest.length > 0 || !isDay(day) || !isSafetyState(state)) return null;
    return { kind: 'safety-answer', team, day, state };
  },
  'campaign-use'([preset = '', start, ...rest]) {
    if (rest.length > 0 || preset === '' || (start !== undefined && start !== START)) return null;
    return start === START
      ? { kind: 'campaign-use', preset }
      : { kind: 'campaign-use', preset, preview: true };
  },
  'campaign-restore'([text = '', ...rest]) {
    const campaign = decoded(text);
    return rest.length > 0 || !campaign ? null : { kind: 'campaign-restore', campaign };
  },
  'campaign-undo'([text = '', mark = '', ...rest]) {
    const campaign = decoded(text);
    if (rest.length > 0 || !campaign || !/^[0-9a-f]{16}$/.test(mark)) return null;
    return { kind: 'campaign-undo', campaign, mark };
  },
  'campaign-show': onCampaign('campaign-show'),
  'campaign-edit-form': onCampaign('campaign-edit-form'),
  'settings-form'([team, ...rest]) {
    if (rest.length > 0 || team === '') return null;
    return team === undefined ? { kind: 'settings-form' } : { kind: 'settings-form', team };
  },
  status: alone({ kind: 'status' }),
  'status-set': onOrOff('status-set'),
  remind: onOrOff('remind'),
  'ask-privately': onOrOff('ask-privately'),
  snooze: onDay((team, day) => ({ kind: 'snooze', team, day })),
  language: ([language = '', ...rest]) =>
    rest.length > 0 || !isLocale(language) ? null : { kind: 'language', language },
  me: alone({ kind: 'me' }),
  follow: readFollow('follow'),
  unfollow: readFollow('unfollow'),
  following: alone({ kind: 'following' }),
  help: alone({ kind: 'help' }),
  'campaign-list': alone({ kind: 'campaign-list' }),
  'campaign-form': alone({ kind: 'campaign-form' }),
  'campaign-import-form': alone({ kind: 'campaign-import-form' }),
  'departments-form': alone({ kind: 'departments-form' }),
  'departments-undo': ([version = '', ...rest]) =>
    rest.length > 0 || !/^\d{1,15}$/.test(version)
      ? null
      : { kind: 'departments-undo', version: Number(version) },
  template: alone({ kind: 'template' }),
  'template-reset': alone({ kind: 'template-reset' }),
  'silent-list': onOrOff('silent-list'),
  'week-form': alone({ kind: 'week-form' }),
  'survey-form': alone({ kind: 'survey-form' }),
  'survey-results': alone({ kind: 'survey-results' }),
  'effect-form': alone({ kind: 'effect-form' }),
  'activity-form': alone({ kind: 'activity-form' }),
  // The first version named no person: such a button is nobody's now.
  forget([text = '', sure, ...rest]) {
    const person = decoded(text);
    if (rest.length > 0 || person === null || (sure !== undefined && sure !== SURE)) return null;
    return sure === undefined ? { kind: 'forget', person } : { kind: 'forget', person, sure: true };
  },
};

/** Reads what `encodeButton` wrote; null for any other text: it may be foreign or tampered with. */
export function readButton(text: string): Button | null {
  const [kind = '', ...fields] = inPresentForm(text).split(SEPARATOR);
  return Object.hasOwn(READERS, kind) ? READERS[kind as Button['kind']](fields) : null;
}

function onOrOff(kind: 'remind' | 'status-set' | 'ask-privately' | 'silent-list'): Reader {
  return ([on, ...rest]) =>
    rest.length > 0 || (on !== 'on' && on !== 'off') ? null : { kind, on: on === 'on' };
}

function alone(button: Button): Reader {
  return (fields) => (fields.length === 0 ? button : null);
}

/** With the campaign's name or id, or without for the current one. */
function onCampaign(kind: 'campaign-show' | 'campaign-edit-form'): Reader {
  return ([text, ...rest]) => {
    const campaign = text === undefined ? null : decoded(text);
    return rest.length > 0 || campaign === '' ? null : { kind, campaign };
  };
}

function onDay(make: (team: TeamId, day: Day) => Button): Reader {
  return ([team = '', day = '', ...rest]) => (rest.length > 0 || !isDay(day) ? null : make(team, day));
}

/** What a button asks for. */
export function intentOf(button: Button): Intent {
  if (button.kind === 'answer-days') return { ...button, kind: 'answer', days: daysOf(button.days) };
  if (button.kind !== 'answer' && button.kind !== 'clear') return button;
  const { day, ...others } = button;
  return { ...others, days: [day] };
}
