import { boltLogger } from '../../../adapters/slack/bolt-logger';
import { complaintLog } from '../../support/core';

test.each([
  ['WebSocket error occurred: ', 'slack sdk: WebSocket error occurred: no reason was given'],
  ['WebSocket error occurred: undefined', 'slack sdk: WebSocket error occurred: no reason was given'],
  ['WebSocket error occurred: ECONNRESET', 'slack sdk: WebSocket error occurred: ECONNRESET'],
])('%j is logged with a reason', (text, logged) => {
  const log = complaintLog();
  boltLogger(log).error(text);
  expect(log.complaints.map((one) => one.text)).toEqual([logged]);
});
