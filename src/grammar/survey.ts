import type { Intent } from '../app/intent';
import type { ExampleName } from '../domain/examples';
import { type Refusal, refuse } from '../domain/refusal';
import { repeated } from '../domain/text';
import { fold, politely } from '../domain/typed/fold';
import { SURVEY_WORDS } from './words';

/** What follows the word for a survey: `use o2`, `use o2 day`, `results`, `off`; nothing: which is chosen. */
export function parseSurvey(rest: string): Intent | Refusal {
  const text = politely(fold(rest));
  if (text === '') return { kind: 'survey' };
  const read = SURVEY_WORDS.read(text, 0);
  const [preset = '', moment, ...more] = text
    .slice(read?.end ?? 0)
    .split(' ')
    .filter((word) => word !== '');
  if (read?.value === 'off' && preset === '') return { kind: 'survey-off' };
  if (read?.value === 'results' && preset === '') return { kind: 'survey-results' };
  const after = moment === undefined ? null : SURVEY_WORDS.exact(moment);
  const isMoment = moment === undefined || after === 'day';
  if (read?.value !== 'use' || preset === '' || !isMoment || more.length > 0)
    return refuse('missing-argument', { example: 'survey' satisfies ExampleName });
  return { kind: 'survey-use', preset: repeated(preset), moment: after === 'day' ? 'day' : 'campaign' };
}
