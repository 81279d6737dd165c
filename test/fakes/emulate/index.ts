import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A Slack that others wrote: its Web API, its OAuth, and nothing that it would send by itself. */
export interface Emulated {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** For `slackApiUrl`. */
  apiUrl: string;
  stop(): Promise<void>;
}

export interface Seed {
  team: { name: string };
  users: { name: string; real_name: string }[];
  oauth_apps: { client_id: string; client_secret: string; name: string; redirect_uris: string[] }[];
  strict_scopes: boolean;
}

export async function startEmulated(seed: Seed): Promise<Emulated> {
  const child = spawn(process.execPath, [join(__dirname, 'server.mjs'), JSON.stringify(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', (code) => reject(new Error(`emulate ended with ${code}`)));
  });
  return {
    url,
    apiUrl: `${url}/api/`,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
