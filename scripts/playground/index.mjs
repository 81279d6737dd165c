// Starts Microsoft's local client for a bot without credentials on this machine, at the PORT of its settings.
// The client itself would listen on every address: `loopback.cjs`, loaded before it, keeps it to this machine.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';

const CLIENT = '@microsoft/m365agentsplayground@0.2.28';
const CLIENT_PORT = '56150';
const LOOPBACK = join(dirname(fileURLToPath(import.meta.url)), 'loopback.cjs');

const settings = { ...(existsSync('.env') ? parse(readFileSync('.env')) : {}), ...process.env };
const endpoint = `http://127.0.0.1:${settings.PORT?.trim() || '3000'}/api/messages`;
const options = ['start', '-e', endpoint, '-c', 'msteams', '-p', CLIENT_PORT, '--disable-telemetry'];
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(LOOPBACK)}`.trim();

const client = spawn('npx', ['--yes', CLIENT, ...options], {
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS },
  shell: process.platform === 'win32',
});
client.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
