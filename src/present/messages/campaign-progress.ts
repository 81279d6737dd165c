import type { Terms } from '../../domain/campaigns/terms';
import type { Part } from '../../domain/card';
import type { FigureRange } from '../../domain/figures/published-tallies';
import type { ProgressView, ToldCondition } from '../../ports/views';
import { exampleOf } from '../examples';
import { isWithheld, peopleTold, personDaysText, rangeText } from '../groups';
import { facts, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';

export const campaignProgress: Presenter<'campaign-progress'> = (message, words) => [
  heading(words.t('progress.heading', { name: words.campaign(message.campaign) })),
  ...progressParts(message, words),
  facts(termFacts(message.campaign.terms, words)),
];

/** In the order in which an organisation takes them. */
const STANDINGS = ['registered', 'participating', 'teleworking'] as const;

/** How far a campaign has come, in words to forward. */
export function progressParts(view: ProgressView, words: Words): Part[] {
  const { campaign, conditions, people, personDays, done, left } = view;
  const todo = todoLines(view, words);
  return [
    ...standingParts(view, words),
    facts([
      {
        label: words.t('progress.days'),
        value: words.t('progress.days-value', { done, left, all: campaign.days.length }),
      },
      {
        label: words.t('report.people'),
        value: peopleTold(people, words),
      },
      {
        label: words.t('report.person-days'),
        value: personDaysText(personDays, words),
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
function standingParts({ campaign, standing, conditions }: ProgressView, words: Words): Part[] {
  const said = standing === 'registered' && conditions.length === 0 ? 'registered-plain' : standing;
  return [
    text(words.t(`progress.standing.${said}`, { name: words.campaign(campaign) }), 'strong'),
    text(words.t('progress.step', { step: STANDINGS.indexOf(standing) + 1 }), 'muted'),
  ];
}

function conditionValue({ kind, state, need, have, told, day }: ToldCondition, words: Words): string {
  if (state === 'elsewhere') return words.t('progress.effects');
  const count =
    kind === 'core-people' && told
      ? peopleOf(told, { need, isOpen: state === 'open' }, words)
      : words.t('progress.of-days', { have, need, left: state === 'open' ? need - have : 0 });
  const on = day === null ? '' : ` · ${words.day(day)}`;
  return `${words.t(`progress.state.${state}`)} · ${count}${on}`;
}

/** How many are to go is told where it is known. */
function peopleOf(
  told: FigureRange,
  { need, isOpen }: { need: number; isOpen: boolean },
  words: Words,
): string {
  if (isWithheld(told)) return words.t('progress.withheld-of', { need });
  const { from, until } = told;
  const left = isOpen && from === until ? Math.max(0, need - from) : 0;
  return words.t('progress.of-people', { have: rangeText(told, words), need, left });
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
