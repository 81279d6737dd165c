import { readinessOf } from '../../src/main/readiness';
import { complaintLog } from '../support/core';

const lifecycle = { readiness: 'serving' } as const;
const store = { ping: async () => undefined };
let fault: string | null = null;
const platforms = [
  { name: 'teams', fault: () => null },
  { name: 'slack', fault: () => fault },
];
const ready = readinessOf({ lifecycle, store, platforms, log: complaintLog() });

test('a platform on which nobody can be served makes the bot not ready, but for a load balancer', async () => {
  await expect(ready({ database: true })).resolves.toBeUndefined();
  fault = 'not connected';
  await expect(ready({ database: true })).rejects.toThrow('slack: not connected');
  await expect(ready({ database: false })).resolves.toBeUndefined();
});
