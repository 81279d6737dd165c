import type { Part } from '../../domain/card';
import { answerChoices, panelChoice } from '../answers';
import { dayNote } from '../calendar-notes';
import { campaignOf, dayHeading, dayType, zonedWindow } from '../day';
import { facts, heading, text, when } from '../parts';
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
    announcedFacts(message, words),
    ...when(stands === 'asking', answerChoices({ team, day: view.day }, words)),
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

function announcedFacts({ day: view, planned, members }: MessageOf<'announcement'>, words: Words) {
  const campaign = campaignOf(view, words);
  return facts([
    ...(campaign === null ? [] : [{ label: words.t('day.campaign'), value: campaign }]),
    { label: words.t('day.type'), value: words.t(`day.type.${dayType(view)}`) },
    { label: words.t('day.window'), value: zonedWindow(view, words) },
    { label: words.t('announcement.planned'), value: words.of(planned, members) },
  ]);
}
