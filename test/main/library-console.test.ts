import { captureConsole } from '../../src/main/library-console';
import type { Log } from '../../src/ports/log';

const before = { ...console };
afterAll(() => void Object.assign(console, before));

test('what libraries write to the console becomes lines of the log, without what follows the first words', () => {
  const lines: unknown[] = [];
  const other = () => lines.push('another level');
  captureConsole({ debug: (fields) => lines.push(fields), info: other, warn: other, error: other } as Log);
  console.error('Error finding key for token. Available keys: -----BEGIN RSA PUBLIC KEY-----\nMIIB');
  console.warn(new TypeError('with a secret in it'));
  console.log({ token: 'secret' });
  expect(lines).toEqual([
    { said: 'Error finding key for token. Available keys' },
    { said: 'TypeError' },
    { said: 'object' },
  ]);
});
