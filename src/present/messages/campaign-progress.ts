import { handleOf } from '../../domain/campaigns/campaign';
import type { Condition } from '../../domain/campaigns/conditions';
import type { Terms } from '../../domain/campaigns/terms';
import type { Part } from '../../domain/card';
import type { ProgressView } from '../../ports/views';
import { button, choices, facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { soFar } from '../tally';
import type { Words } from '../words';

export const campaignProgress: Presenter<'campaign-progress'> = (message, words) => [
  heading(words.t('progress.heading', { name: words.campaign(message.campaign) })),
  ...progressParts(message, words),
  facts(termFacts(message.campaign.terms, words)),
  ...nextSteps(message, words),
];

/** What an administrator can do about it here. */
export function nextSteps({ campaign, conditions }: ProgressView, words: Words): Part[] {
  const edit = { kind: 'campaign-edit-form', campaign: handleOf(campaign.id) } as const;
  const buttons = [
    ...(isAhead(campaign) ? [button(words.t('campaign.edit-button'), edit)] : []),
    ...(lacksEffects(conditions) ? [button(words.t('progress.enter-effects'), { kind: 'effect-form' })] : []),
  ];
  return when(buttons.length > 0, choices(words.t('progress.todo'), buttons, { quiet: true }));
}

/** In the order in which an organisation takes them. */
const STANDINGS = ['registered', 'participating', 'teleworking'] as const;

/** How far a campaign has come, in words to forward. */
export function progressParts(view: ProgressView, words: Words): Part[] {
  const { campaign, conditions, done, left } = view;
  const todo = todoLines(view, words);
  const missed = campaign.days.length - done - left;
  return [
    ...standingParts(view, words),
    facts([
      {
        label: words.t('progress.days'),
        value: words.t('progress.days-value', { done, left, missed, all: campaign.days.length }),
      },
      ...peopleFacts(view, words),
      ...conditions.map((condition) => ({
        label: words.t(`progress.condition.${condition.kind}`),
        value: conditionValue(condition, words),
      })),
    ]),
    ...(todo.length === 0
      ? []
      : [text(words.t('progress.todo'), 'strong'), ...todo.map((line) => text(line))]),
  ];
}

/** People and person-days are two figures with two names. */
export function peopleFacts(
  { people, personDays, running }: Pick<ProgressView, 'people' | 'personDays' | 'running'>,
  words: Words,
) {
  const [persons, days] = [
    words.t('figure.people', { count: people }),
    words.t('figure.person-days', { count: personDays }),
  ];
  return [
    { label: words.t('report.people'), value: soFar(persons, running, words) },
    { label: words.t('report.person-days'), value: soFar(days, running, words) },
  ];
}

/** Where the organisation stands, and each condition with its progress. */
export function conditionParts(view: ProgressView, words: Words): Part[] {
  const { conditions } = view;
  return [
    ...standingParts(view, words),
    facts(
      conditions.map((condition) => ({
        label: words.t(`progress.condition.${condition.kind}`),
        value: conditionValue(condition, words),
      })),
    ),
  ];
}

/** Which step the organisation is at, and what that means. */
function standingParts(view: ProgressView, words: Words): Part[] {
  const { campaign, standing } = view;
  const said = standing === 'registered' ? registeredAs(view) : standing;
  return [
    text(words.t(`progress.standing.${said}`, { name: words.campaign(campaign) }), 'strong'),
    text(words.t('progress.step', { step: STANDINGS.indexOf(standing) + 1 }), 'muted'),
  ];
}

/** How an organisation is registered that has not met the conditions: it may be too late for that. */
function registeredAs({ campaign, conditions }: ProgressView) {
  if (conditions.some(({ state }) => state === 'missed')) return 'registered-missed';
  if (!isAhead(campaign)) return 'registered-over';
  return conditions.length === 0 ? 'registered-plain' : 'registered';
}

function isAhead({ state }: ProgressView['campaign']): boolean {
  return state === 'coming' || state === 'running';
}

function conditionValue({ kind, state, need, have, day }: Condition, words: Words): string {
  if (state === 'elsewhere') return words.t('progress.effects', { count: have });
  const left = state === 'open' ? need - have : 0;
  const count =
    kind === 'core-people'
      ? words.t('progress.of-people', { have, need, left })
      : words.t('progress.of-days', { have, need, left });
  const on = day === null ? '' : ` · ${words.day(day)}`;
  return `${words.t(`progress.state.${state}`)} · ${count}${on}`;
}

/** What is still to do, and by whom. */
function todoLines({ campaign, conditions }: ProgressView, words: Words): string[] {
  const open = conditions.filter(({ state }) => state === 'open');
  return [
    ...open.map(({ kind, need, have, day }) =>
      kind === 'days'
        ? words.t('progress.todo-days', { count: need - have })
        : words.t('progress.todo-core', { count: need, day: day === null ? '' : words.day(day) }),
    ),
    ...(lacksEffects(conditions) ? [words.t('progress.todo-effects')] : []),
    ...(isAhead(campaign) && campaign.terms?.headcount === undefined
      ? [words.t('progress.todo-headcount', { button: words.t('campaign.edit-button') })]
      : []),
  ];
}

function lacksEffects(conditions: readonly Condition[]): boolean {
  return conditions.some(({ kind, have }) => kind === 'effects' && have === 0);
}

/** What a campaign asks besides its days. */
export function termFacts(terms: Terms | undefined, words: Words): { label: string; value: string }[] {
  const { window, peakUntil, category, supporting, minimumDays, minimumCorePeople, headcount } = terms ?? {};
  const { baseline, measuresEffects } = terms ?? {};
  const part = category ? words.t(`terms.category.${category}`) : null;
  const roles = [part, supporting ? words.t('terms.category.supporting') : null].filter(
    (one) => one !== null,
  );
  const asked = [
    ...(minimumDays === undefined ? [] : [words.t('terms.days', { count: minimumDays })]),
    ...(minimumCorePeople === undefined ? [] : [words.t('terms.core-people', { count: minimumCorePeople })]),
    ...(measuresEffects ? [words.t('terms.effects')] : []),
  ];
  const span =
    baseline && words.t('date.span', { from: words.day(baseline.from), until: words.day(baseline.until) });
  return [
    ...(window ? [{ label: words.t('day.window'), value: words.window(window) }] : []),
    ...(peakUntil === undefined ? [] : [{ label: words.t('terms.peak'), value: peakUntil }]),
    ...(roles.length === 0 ? [] : [{ label: words.t('terms.category'), value: words.join(roles) }]),
    ...(asked.length === 0 ? [] : [{ label: words.t('terms.conditions'), value: words.join(asked) }]),
    ...(span ? [{ label: words.t('terms.baseline'), value: span }] : []),
    ...(headcount === undefined
      ? []
      : [{ label: words.t('terms.headcount'), value: words.t('figure.people', { count: headcount }) }]),
  ];
}
