import { heading, text } from '../parts';
import type { Presenter } from '../presenter';

export const webLink: Presenter<'web-link'> = ({ url, minutes }, words) => [
  heading(words.t('web.heading')),
  text(words.t('web.body', { minutes })),
  { kind: 'link', label: words.t('web.open'), url },
];

export const webSignedOut: Presenter<'web-signed-out'> = ({ sessions, everybody }, words) => [
  text(words.t(everybody ? 'web.all-signed-out' : 'web.signed-out', { sessions })),
];
