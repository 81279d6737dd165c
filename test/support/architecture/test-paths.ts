import { posix } from 'node:path';

/** The rooms of `test/` that mirror the code, each with the folder of its subjects. */
const MIRRORS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['domain', 'ports', 'app', 'grammar', 'limits', 'present', 'i18n', 'store'],
      ...['web', 'config', 'main', 'tools', 'demo'],
    ].map((room) => [room, `src/${room}`]),
  ),
  adapters: 'adapters',
  schedules: 'schedules',
  scripts: 'scripts',
};

/** A file below a folder that another machine need not have. */
const MACHINE_PATH = /(?<![\w.$}/])\/(?:home|root|Users|tmp|work|workspace)\/[\w.-]+/;

/**
 * Test files in mirrored rooms that do not stand at the path of a source file or folder. `parse.test.ts` and
 * `parse.property.test.ts` both test `parse.ts`.
 */
export function testPathViolations(tests: readonly string[], sources: readonly string[]): string[] {
  const subjects = new Set(sources.flatMap((path) => [path.replace(/\.\w+$/, ''), ...foldersOf(path)]));
  return tests.flatMap((test) => {
    const subject = subjectOf(test);
    if (subject === null || subjects.has(subject)) return [];
    return [`${test} tests no ${subject}: name it after its subject, or put a story under test/scenarios`];
  });
}

/** The path of a test's subject without its ending; null: the test stands in no mirrored room. */
function subjectOf(test: string): string | null {
  const [, room = '', rest = ''] = /^test\/([^/]+)\/(.+)\.test\.tsx?$/.exec(test) ?? [];
  const folder = MIRRORS[room];
  if (folder === undefined) return null;
  const name = posix.basename(rest).split('.')[0] ?? '';
  return posix.join(folder, posix.dirname(rest), name);
}

function foldersOf(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}

/** Test files that name a path of one machine. */
export function machinePathViolations(tests: readonly { path: string; text: string }[]): string[] {
  return tests.flatMap(({ path, text }) => {
    const [found] = MACHINE_PATH.exec(text) ?? [];
    return found === undefined ? [] : [`${path} names ${found}: a test makes its folders itself`];
  });
}
