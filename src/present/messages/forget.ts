import { button, choices, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';

export const forgetAsk: Presenter<'forget-ask'> = ({ person, name, months, again }, words) => [
  heading(words.t('forget.heading', { name })),
  ...when(again, text(words.t('forget.again', { name }))),
  text(words.t('forget.body', { months })),
  choices(words.t('forget.label'), [
    button(
      words.t('forget.button'),
      { kind: 'forget', person, ...(again && { sure: true as const }) },
      { look: 'danger' },
    ),
  ]),
];

export const forgotten: Presenter<'forgotten'> = ({ months }, words) => [
  heading(words.t('forget.done')),
  text(words.t('forget.done-body', { months })),
];
