import { TODAY } from './data';
import type { SamplesOf } from './sample';

/** What participants are asked, and what administrators see of it. */
export function surveySamples(): SamplesOf<
  'survey-form' | 'survey-question' | 'survey-thanks' | 'survey-status' | 'survey-results'
> {
  return {
    'survey-question': [0, 1, 2, 3].map((item) => ({
      name: `survey, question ${item + 1}`,
      body: { kind: 'survey-question', day: TODAY, preset: 'telework', item },
    })),
    'survey-thanks': [
      { name: 'survey, thanks', body: { kind: 'survey-thanks', all: true } },
      { name: 'survey, stopped', body: { kind: 'survey-thanks', all: false } },
    ],
    'survey-form': [
      {
        name: 'survey, form',
        body: { kind: 'survey-form', chosen: { preset: 'o2', moment: 'campaign' } },
      },
    ],
    'survey-status': [
      { name: 'survey, off', body: { kind: 'survey-status', chosen: null } },
      {
        name: 'survey, chosen',
        body: { kind: 'survey-status', chosen: { preset: 'o2', moment: 'campaign' } },
      },
      { name: 'survey, each day', body: { kind: 'survey-status', chosen: { preset: 'o2', moment: 'day' } } },
    ],
    'survey-results': [
      {
        name: 'survey, results',
        body: {
          kind: 'survey-results',
          day: TODAY,
          items: [
            {
              item: 'productivity',
              cells: [
                { options: ['more'], people: 36 },
                { options: ['same', 'less'], people: 64 },
              ],
            },
            { item: 'commute', cells: null },
          ],
          open: { day: '2018-07-25', until: '2018-07-28' },
        },
      },
    ],
  };
}
