import { button, choices, heading, text } from '../parts';
import type { Presenter } from '../presenter';

export const forgetAsk: Presenter<'forget-ask'> = ({ months }, words) => [
  heading(words.t('forget.heading')),
  text(words.t('forget.body', { months })),
  choices(words.t('forget.label'), [
    button(words.t('forget.button'), { kind: 'forget' }, { look: 'danger' }),
  ]),
];

export const forgotten: Presenter<'forgotten'> = ({ months }, words) => [
  heading(words.t('forget.done')),
  text(words.t('forget.done-body', { months })),
];
