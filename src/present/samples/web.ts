import type { SamplesOf } from './sample';

export function webSamples(): SamplesOf<'web-link' | 'web-signed-out'> {
  return {
    'web-link': [
      {
        name: 'web, link',
        body: { kind: 'web-link', url: 'https://bot.example.com/office/enter/c0de', minutes: 10 },
      },
    ],
    'web-signed-out': [
      { name: 'web, signed out', body: { kind: 'web-signed-out', sessions: 1, everybody: false } },
      { name: 'web, everybody signed out', body: { kind: 'web-signed-out', sessions: 12, everybody: true } },
    ],
  };
}
