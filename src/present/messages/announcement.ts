import type { Part } from '../../domain/card';
import { answerChoices, panelChoice } from '../answers';
import { dayNote } from '../calendar-notes';
import { dayHeading, dayLine } from '../day';
import { finePrint, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { reasonLabel } from '../reasons';
import type { Words } from '../words';

export const announcement: Presenter<'announcement'> = (message, words) => {
  const { team, day: view, stands, why } = message;
  const day = words.day(view.day);
  if (stands === 'withdrawn') {
    return [
      heading(words.t('announcement.withdrawn-heading', { day })),
      text(
        why
          ? words.t('announcement.withdrawn-off', { reason: reasonLabel(why, words) })
          : words.t('announcement.withdrawn', { day }),
      ),
    ];
  }
  if (stands === 'polled') {
    return [heading(dayHeading(view, words)), text(words.t('announcement.polled')), panelChoice(words)];
  }
  if (stands === 'over') return [heading(dayHeading(view, words)), text(words.t('poll.over'))];
  return [
    heading(dayHeading(view, words)),
    text(words.t(`announcement.${whenOf(message)}`, { day })),
    ...when(view.core, text(words.t('announcement.core'), 'strong')),
    ...noteText(view, words),
    ...when(stands === 'asking', answerChoices({ team, day: view.day, quiet: true }, words)),
    ...announced(message, words),
    panelChoice(words),
  ];
};

function noteText(view: MessageOf<'announcement'>['day'], words: Words): Part[] {
  const note = dayNote(view, words);
  return note === null ? [] : [text(note, 'strong')];
}

function whenOf({ daysAhead }: MessageOf<'announcement'>): 'today' | 'tomorrow' | 'coming' {
  if (daysAhead > 1) return 'coming';
  return daysAhead === 1 ? 'tomorrow' : 'today';
}

/** When to answer, the campaign, and how many have planned. */
function announced({ day: view, planned, members }: MessageOf<'announcement'>, words: Words): Part[] {
  const plans = planned === 0 ? [] : [words.t('announcement.planned', { count: planned, total: members })];
  return finePrint([dayLine(view, words), ...plans]);
}
