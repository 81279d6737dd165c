import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../support/folder';

const SCRIPT = join(__dirname, '../../scripts/playground/index.mjs');

/** What the client is started with, by an `npx` that listens in its place and says so. */
function play(env: Record<string, string>, settings = ''): { args: string[]; addresses: string[] } {
  const folder = makeFolder();
  const npx = join(folder, 'npx');
  const listens = `
    const { createServer } = require('node:http');
    const ways = [[0], ['0'], [{ port: 0 }], [0, '0.0.0.0'], [{ port: 0, host: '::' }]];
    Promise.all(ways.map((way) => new Promise((resolve) => {
      const server = createServer();
      server.listen(...way, () => resolve(server.address().address));
    }))).then((addresses) => {
      process.stdout.write(JSON.stringify({ args: process.argv.slice(2), addresses }));
      process.exit(0);
    });`;
  writeFileSync(npx, `#!${process.execPath}\n${listens}`);
  chmodSync(npx, 0o700);
  writeFileSync(join(folder, '.env'), settings);
  const { stdout } = spawnSync(process.execPath, [SCRIPT], {
    cwd: folder,
    env: { PATH: folder, ...env },
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

test('the client talks to the port of the settings; the environment wins over the file', () => {
  const endpoint = ({ args }: { args: string[] }) => args[args.indexOf('-e') + 1];
  expect(endpoint(play({}))).toBe('http://127.0.0.1:3000/api/messages');
  expect(endpoint(play({}, 'PORT=4000\n'))).toBe('http://127.0.0.1:4000/api/messages');
  expect(endpoint(play({ PORT: '5000' }, 'PORT=4000\n'))).toBe('http://127.0.0.1:5000/api/messages');
});

test('however the client listens, it listens on this machine only', () => {
  expect(play({}).addresses).toEqual(Array.from({ length: 5 }, () => '127.0.0.1'));
});
