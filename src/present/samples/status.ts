import type { MessageBody } from '../../ports/messages';
import type { SampleOf, SamplesOf } from './sample';

const LINK =
  'https://slack.com/oauth/v2/authorize?client_id=1234567890.1234567890&user_scope=users.profile%3Aread%2Cusers.profile%3Awrite&redirect_uri=https%3A%2F%2Fbot.example.com%2Fslack%2Fstatus&state=q1w2e3r4t5y6u7i8o9p0aA';

/** A person's day in their status. */
export function statusSamples(): SamplesOf<'status' | 'status-lost'> {
  const shown = { text: 'Working from home', icon: '🏠' };
  return {
    status: [
      status('offered', { on: false, access: 'connect' }),
      status('to be allowed', { on: true, access: 'connect', link: LINK, state: 'connect', changed: true }),
      status('not allowed yet', { on: true, access: 'connect', state: 'connect' }),
      status('shown', { state: 'shown', shown }),
      status('nothing shown', { changed: true }),
      status('the person’s own', { state: 'own' }),
      status('refused', { state: 'refused' }),
      status('failed', { state: 'failed' }),
      status('stopped', { on: false, changed: true }),
      status('off here', { on: false, access: 'off' }),
      status('no address', { on: false, access: 'no-address' }),
    ],
    'status-lost': [{ name: 'status, permission gone', body: { kind: 'status-lost' } }],
  };
}

function status(name: string, change: Partial<Extract<MessageBody, { kind: 'status' }>>): SampleOf<'status'> {
  return {
    name: `status, ${name}`,
    body: {
      ...{
        kind: 'status',
        on: true,
        access: 'ready',
        link: null,
        state: 'none',
        shown: null,
        changed: false,
      },
      ...change,
    },
  };
}
