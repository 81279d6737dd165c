import { existsSync, readFileSync } from 'node:fs';

/* The Dockerfile by its rules: it cannot be built where there is no Docker. */

interface Instruction {
  name: string;
  text: string;
}

interface Stage {
  base: string;
  name: string | null;
  instructions: Instruction[];
}

const stages = readStages(readFileSync('Dockerfile', 'utf8'));
const last = stages.at(-1) ?? { base: '', name: null, instructions: [] };

function readStages(text: string): Stage[] {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const found: Stage[] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') {
      const [base = '', , stage] = rest.split(/\s+/);
      found.push({ base, name: stage ?? null, instructions: [] });
    } else found.at(-1)?.instructions.push({ name, text: rest.trim() });
  }
  return found;
}

function all(stage: Stage, name: string): string[] {
  return stage.instructions.filter((each) => each.name === name).map(({ text }) => text);
}

/** What a COPY takes out of the folder of the build, and out of earlier stages. */
function copies(stage: Stage): { from: string | null; sources: string[] }[] {
  return all(stage, 'COPY').map((text) => {
    const words = text.split(/\s+/);
    const from = words[0]?.startsWith('--from=') ? words[0].slice('--from='.length) : null;
    return { from, sources: words.slice(from === null ? 0 : 1, -1) };
  });
}

test('every stage begins with one slim image of a Node.js line that is wanted', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [major = 0] = (/\d+/.exec(engines.node) ?? ['0']).map(Number);
  const bases = new Set(stages.map(({ base }) => base));
  expect([...bases]).toEqual([expect.stringMatching(/^node:\d+\.\d+\.\d+-slim$/)]);
  expect(Number(/\d+/.exec(last.base)?.[0])).toBeGreaterThanOrEqual(major);
});

test('what is copied exists, and is not left out of the build', () => {
  const kept = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const sources = stages
    .flatMap(copies)
    .filter(({ from }) => from === null)
    .flatMap((copy) => copy.sources);
  expect(sources).toContain('package-lock.json');
  for (const source of sources) {
    expect([source, existsSync(source)]).toEqual([source, true]);
    expect([source, kept.includes(source.split('/')[0] ?? '')]).toEqual([source, true]);
  }
});

test('nothing secret or heavy gets in', () => {
  const [first, ...rest] = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(first).toBe('*');
  for (const line of rest) expect(line).toMatch(/^!/);
  for (const name of ['!.env', '!data', '!.git', '!node_modules', '!dist']) expect(rest).not.toContain(name);
});

test('stages take from stages before them', () => {
  for (const [index, stage] of stages.entries()) {
    const before = stages.slice(0, index).map(({ name }) => name);
    for (const { from } of copies(stage)) if (from !== null) expect(before).toContain(from);
  }
});

test('packages are those of the lock, without install scripts; none for development is in the last stage', () => {
  const installs = stages.flatMap((stage) => all(stage, 'RUN')).filter((run) => run.includes('npm '));
  expect(installs).toHaveLength(2);
  for (const run of installs) expect(run).toMatch(/^npm ci .*--ignore-scripts/);
  const source = copies(last).find(({ sources }) => sources.some((each) => each.endsWith('node_modules')));
  const packages = stages.find(({ name }) => name === source?.from) ?? last;
  expect(all(packages, 'RUN')[0]).toContain('--omit=dev');
  // Of SQLite's library the lock has a build for either C library; those for musl are pruned.
  expect(last.base).toMatch(/-slim$/);
});

test('what no process loads is left out, and the sandbox unless a build argument asks for it', () => {
  const sources = copies(last).filter(({ from }) => from !== null);
  expect(new Set(sources.map(({ from }) => from))).toEqual(new Set(['packages']));
  const packages = stages.find(({ name }) => name === 'packages') ?? last;
  expect(all(packages, 'ARG')).toEqual(['SANDBOX=off']);
  expect(all(packages, 'RUN').at(-1)).toMatch(/^node \S+prune-production\.mjs \. --sandbox=\$SANDBOX( |$)/);
});

test('it does not run as root, says so by number, and owns its data', () => {
  const users = all(last, 'USER');
  expect(users).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
  const order = last.instructions.map(({ name }) => name);
  expect(order.lastIndexOf('RUN')).toBeLessThan(order.indexOf('USER'));
  expect(all(last, 'VOLUME')).toEqual(['/data']);
  expect(all(last, 'ENV').join(' ')).toContain('DATA_DIR=/data');
  expect(all(last, 'RUN').join(' ')).toContain(`mkdir -m 700 /data && chown ${users[0]} /data`);
});

test('it is reached from outside its container, and its health is asked for', () => {
  expect(all(last, 'ENV').join(' ')).toContain('HOST=0.0.0.0');
  expect(all(last, 'EXPOSE')).toEqual(['3000']);
  const [health = ''] = all(last, 'HEALTHCHECK');
  expect(health).toContain('--timeout=');
  expect(commandOf(health.replace(/^.*CMD\s+/, ''))[2]).toContain('/healthz');
});

test('the bot is process 1 and gets the signals, with the flags of npm start', () => {
  expect(all(last, 'ENTRYPOINT')).toEqual([]);
  const command = commandOf(all(last, 'CMD')[0] ?? '');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.start).toContain(command.join(' '));
});

/** An exec form: without a shell, which would keep SIGTERM for itself. */
function commandOf(text: string): string[] {
  const command: unknown = JSON.parse(text);
  if (!Array.isArray(command) || command[0] !== 'node') throw new Error(`no exec form of node: ${text}`);
  return command.map(String);
}
