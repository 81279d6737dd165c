import type { Tally } from '../../domain/answers/tally';
import type { Part } from '../../domain/card';
import type { Savings } from '../../domain/figures/savings';
import type { Comparison } from '../../ports/views';
import { whoChoice } from '../answers';
import { dayLine, markedDay } from '../day';
import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import {
  curveFacts,
  curveTexts,
  figures,
  lastCallTexts,
  lateText,
  pointsBetween,
  pointsLabel,
  styleChart,
  tallyFacts,
  visibilityText,
} from '../tally';
import type { Words } from '../words';
import { safetyCount } from './safety';

export const closingTally: Presenter<'closing-tally'> = (message, words) => {
  const { team, day: view, phase, tally, previous, target, curve, savings } = message;
  const nobody = tally.answered === 0;
  return [
    heading(words.t('closing.heading', { day: view.drill ? markedDay(view, words) : words.day(view.day) })),
    ...when(nobody, text(words.t(tally.members === 0 ? 'who.empty' : 'tally.nobody'), 'strong')),
    ...when(tally.members > 0, tallyFacts(tally, words)),
    ...lateText(tally, view.window.until, words),
    ...(target === null ? [] : [targetFact(target, tally, words)]),
    ...when(!nobody, styleChart(tally, words)),
    ...(previous ? [comparison(view.day, tally, previous, words)] : []),
    ...curveTexts(curve, words),
    ...safetyCount(message.safety, tally.members, words),
    ...(view.drill ? curveFacts(curve, tally.members, words) : []),
    ...(message.lastCall ? lastCallTexts(curve, message.lastCall, words) : []),
    ...(savings ? [savingsFacts(savings, words)] : []),
    visibilityText(view, words),
    text(dayLine(view, words), 'muted'),
    text(words.t(`closing.${phase}`), 'muted'),
    text(words.t('not-attendance'), 'muted'),
    whoChoice(team, view.day, words),
  ];
};

function targetFact(target: number, tally: Tally, words: Words): Part {
  const reached = tally.members > 0 && tally.telework / tally.members >= target;
  const key = reached ? 'closing.target-reached' : 'closing.target-missed';
  return facts([{ label: words.t('closing.target'), value: words.t(key, { target: words.share(target) }) }]);
}

function comparison(day: string, tally: Tally, previous: Comparison, words: Words): Part {
  const before = words.day(previous.day);
  return {
    kind: 'table',
    caption: words.t('closing.compared', { day: before }),
    columns: [words.t('closing.figure'), words.day(day), before, words.t('closing.difference')],
    rows: figures(words).map(({ label, countOf }) => {
      const [count, countBefore] = [countOf(tally), countOf(previous.tally)];
      const points = pointsBetween(count, tally.members, countBefore, previous.tally.members);
      return [
        label,
        words.cell(count, tally.members),
        words.cell(countBefore, previous.tally.members),
        pointsLabel(points, words),
      ];
    }),
  };
}

function co2Text(
  co2: Exclude<Savings['co2'], null>,
  days: Pick<Savings, 'fullDays' | 'satelliteDays'>,
  words: Words,
): string {
  if (co2 === 'rail') return words.t('savings.rail');
  const { kg, km, gramsPerKm, source, year } = co2;
  const inputs = { ...days, km, gramsPerKm, source, year: String(year) };
  return words.t('savings.co2-inputs', { ...inputs, kg: Math.round(kg * 10) / 10 });
}

/** What was saved is always shown with its inputs. */
export function savingsFacts(savings: Savings, words: Words): Part {
  const { hours, fullDays, satelliteDays, commuteMinutes, cost, co2 } = savings;
  const days = { fullDays, satelliteDays };
  return facts([
    {
      label: words.t('savings.hours'),
      value: words.t('figure.hours', { hours: Math.round(hours * 10) / 10 }),
    },
    {
      label: words.t('savings.formula'),
      value: words.t('savings.inputs', { ...days, commuteMinutes }),
    },
    ...(cost === null
      ? []
      : [
          {
            label: words.t('savings.cost'),
            value: words.t('savings.cost-inputs', {
              ...{
                ...days,
                currency: cost.currency,
                fare: cost.fare,
                amount: Math.round(cost.amount * 100) / 100,
              },
            }),
          },
        ]),
    ...(co2 === null ? [] : [{ label: words.t('savings.co2'), value: co2Text(co2, days, words) }]),
  ]);
}
