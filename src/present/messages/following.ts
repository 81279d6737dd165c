import type { Part } from '../../domain/card';
import { cleanName } from '../../domain/text';
import type { Colleague, FollowedDays } from '../../ports/week-views';
import { button, choices, fitting, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import { weekMatrix } from '../week-matrix';
import type { Words } from '../words';

export const following: Presenter<'following'> = ({ change, people, week }, words) => [
  heading(words.t('following.heading')),
  ...(change ? [text(words.t(`following.${change.did}`, { name: cleanName(change.name) }), 'strong')] : []),
  ...when(people.length === 0, text(words.t('following.nobody'))),
  ...followedParts(week, words),
  ...when(
    people.length > 0,
    choices(
      words.t('following.stop'),
      people.map(({ person, name }) =>
        button(fitting(cleanName(name)), { kind: 'unfollow', who: { person } }),
      ),
    ),
    text(words.t('following.private'), 'muted'),
  ),
];

/** The days of those who are followed; nothing where no day is told. */
export function followedParts(week: FollowedDays | null | undefined, words: Words): Part[] {
  if (!week || week.shown.length === 0) return [];
  if (week.days.length === 0) return [text(words.t('following.no-days'))];
  return weekMatrix(week.days, week.shown, words.t('following.heading'), words);
}

export const followChoose: Presenter<'follow-choose'> = ({ text: typed, several, people, on }, words) => [
  text(words.t(keyOf(several, people.length > 0), { text: typed })),
  ...when(
    people.length > 0,
    choices(
      words.t(on ? 'following.follow' : 'following.stop'),
      people.map((colleague) =>
        button(fitting(labelOf(colleague)), {
          kind: on ? 'follow' : 'unfollow',
          who: { person: colleague.person },
        }),
      ),
      { quiet: true },
    ),
  ),
];

function keyOf(several: boolean, isAny: boolean) {
  if (several) return 'following.which';
  return isAny ? 'following.near' : 'following.unknown';
}

function labelOf({ name, handle }: Colleague): string {
  return handle === null ? cleanName(name) : `${cleanName(name)} (${handle})`;
}
