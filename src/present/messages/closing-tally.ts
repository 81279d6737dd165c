import type { Part } from '../../domain/card';
import type { Savings } from '../../domain/figures/savings';
import { answerChoices, whoChoice } from '../answers';
import { dayLine, markedDay } from '../day';
import { facts, finePrint, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import {
  curveFacts,
  curveTexts,
  lastCallTexts,
  lateText,
  pointsOf,
  styleBars,
  tallyFacts,
  visibilityText,
} from '../tally';
import type { Words } from '../words';
import { safetyCount } from './safety';

/** The headline first, figures second, the fine print last. */
export const closingTally: Presenter<'closing-tally'> = (message, words) => {
  const { team, day: view, phase, tally, previous, curve, savings } = message;
  const nobody = tally.answered === 0;
  return [
    heading(headline(message, words)),
    ...when(nobody, text(words.t(tally.members === 0 ? 'who.empty' : 'tally.nobody'), 'strong')),
    ...judged(message, words),
    ...when(!nobody, styleBars(tally, words)),
    ...when(tally.members > 0, tallyFacts(tally, words, previous?.tally ?? null)),
    ...safetyCount(message.safety, tally.members, words),
    ...(view.drill ? curveFacts(curve, tally.members, words) : []),
    ...(message.lastCall ? lastCallTexts(curve, message.lastCall, words) : []),
    ...(savings ? [savingsFacts(savings, words)] : []),
    ...when(
      message.inPlace !== undefined && phase === 'late',
      answerChoices({ team, day: view.day, quiet: true }, words),
    ),
    ...nextDay(message, words),
    ...finePrint([...lateText(tally, view.window.until, words), ...curveTexts(curve, words)]),
    ...finePrint([dayLine(view, words), words.t(`closing.${phase}`)]),
    ...finePrint([visibilityText(view, words), words.t('not-attendance')]),
    whoChoice(team, view.day, words),
  ];
};

/** Where the result has the place of the poll, it stands for the line on the next day too. */
function nextDay({ inPlace }: MessageOf<'closing-tally'>, words: Words): Part[] {
  const next = inPlace?.next;
  return next ? [text(words.fact(words.t('closing.next'), markedDay(next, words)))] : [];
}

/** `Tue 24 July: 13 of 24 teleworked`. */
function headline({ day: view, tally }: MessageOf<'closing-tally'>, words: Words): string {
  const day = view.drill ? markedDay(view, words) : words.day(view.day);
  if (tally.answered === 0) return words.t('closing.heading-empty', { day });
  return words.t('closing.heading', { day, count: tally.telework, total: tally.members });
}

/** `Target 50% reached · +29 points vs. Mon 23 July`. */
function judged({ tally, previous, target }: MessageOf<'closing-tally'>, words: Words): Part[] {
  if (tally.members === 0) return [];
  const reached = target !== null && tally.telework / tally.members >= target;
  const points = previous && pointsOf(({ telework }) => telework, tally, previous.tally, words);
  const statements = [
    ...(target === null
      ? []
      : [
          words.t(reached ? 'closing.target-reached' : 'closing.target-missed', {
            target: words.share(target),
          }),
        ]),
    ...(previous && points ? [words.t('closing.compared', { points, day: words.day(previous.day) })] : []),
  ];
  return when(statements.length > 0, text(statements.join(' · '), 'strong'));
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
    { label: words.t('savings.source'), value: words.t('savings.of-team') },
  ]);
}
