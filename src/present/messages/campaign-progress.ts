import type { Condition } from '../../domain/campaigns/conditions';
import type { Terms } from '../../domain/campaigns/terms';
import type { Part } from '../../domain/card';
import { SMALLEST_GROUP } from '../../domain/figures/disclosure';
import type { ProgressView } from '../../ports/views';
import { exampleOf } from '../examples';
import { facts, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

export const campaignProgress: Presenter<'campaign-progress'> = (message, words) => [
  heading(words.t('progress.heading', { name: words.campaign(message.campaign) })),
  ...progressParts(message, words),
  facts(termFacts(message.campaign.terms, words)),
];

/** How far a campaign has come, in words to forward; of fewer than five people no number is told. */
export function progressParts(view: ProgressView, words: Words): Part[] {
  const { campaign, standing, conditions, people, personDays, done, left } = view;
  const few = people > 0 && people < SMALLEST_GROUP;
  const todo = todoLines(view, words);
  return [
    text(words.t(`progress.standing.${standing}`, { name: words.campaign(campaign) }), 'strong'),
    facts([
      {
        label: words.t('progress.days'),
        value: words.t('progress.days-value', { done, left, all: campaign.days.length }),
      },
      {
        label: words.t('report.people'),
        value: few ? words.t('progress.few') : words.t('figure.people', { count: people }),
      },
      {
        label: words.t('report.person-days'),
        value: few ? words.t('progress.few-days') : words.t('figure.person-days', { count: personDays }),
      },
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

/** Where the organisation stands, and each condition with its progress. */
export function conditionParts({ campaign, standing, conditions }: ProgressView, words: Words): Part[] {
  return [
    text(words.t(`progress.standing.${standing}`, { name: words.campaign(campaign) }), 'strong'),
    facts(
      conditions.map((condition) => ({
        label: words.t(`progress.condition.${condition.kind}`),
        value: conditionValue(condition, words),
      })),
    ),
  ];
}

function conditionValue({ kind, state, need, have, day }: Condition, words: Words): string {
  if (state === 'elsewhere') return words.t('progress.effects');
  const isFew = kind === 'core-people' && have > 0 && have < Math.min(need, SMALLEST_GROUP);
  const count = isFew
    ? words.t('progress.few-of', { need })
    : words.t(kind === 'days' ? 'progress.of-days' : 'progress.of-people', {
        have,
        need,
        left: Math.max(0, need - have),
      });
  const on = day === null ? '' : ` · ${words.day(day)}`;
  return `${words.t(`progress.state.${state}`)} · ${count}${on}`;
}

/** What is still to do, and by whom. */
function todoLines({ campaign, conditions }: ProgressView, words: Words): string[] {
  const isAhead = campaign.state === 'coming' || campaign.state === 'running';
  const open = conditions.filter(({ state }) => state === 'open');
  return [
    ...open.map(({ kind, need, have, day }) =>
      kind === 'days'
        ? words.t('progress.todo-days', { count: need - have })
        : words.t('progress.todo-core', { count: need, day: day === null ? '' : words.day(day) }),
    ),
    ...(conditions.some(({ kind }) => kind === 'effects') ? [words.t('progress.todo-effects')] : []),
    ...(isAhead && campaign.terms?.headcount === undefined
      ? [words.t('progress.todo-headcount', { example: exampleOf('campaign-set', words) })]
      : []),
  ];
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
