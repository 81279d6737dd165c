import type { Check, CheckState, Finding } from '../../ports/check';

export interface Result extends Finding {
  name: string;
}

/** Runs the checks one after the other. A check which throws has found a fault of its own. */
export async function runChecks(checks: readonly Check[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const { name, run } of checks) results.push({ name, ...(await run().catch(asFinding)) });
  return results;
}

function asFinding(error: unknown): Finding {
  const text = error instanceof Error ? error.message : 'it could not be looked at';
  return { state: 'fail', text };
}

/** Plain lines for a terminal: what was found, and below it the cure. */
export function describeResults(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.flatMap(({ state, name, text, cure }) => {
    const found = `${state.padEnd(4)}  ${name.padEnd(width)}  ${text}`;
    return cure ? [found, `${' '.repeat(width + 8)}-> ${cure}`] : [found];
  });
  return [...lines, '', verdict(results)].join('\n');
}

export function hasFailed(results: readonly Result[]): boolean {
  return count(results, 'fail') > 0;
}

function verdict(results: readonly Result[]): string {
  const failed = count(results, 'fail');
  const warned = count(results, 'warn');
  if (failed === 0 && warned === 0) return 'Everything is as it should be.';
  return `${failed} wrong, ${warned} worth a look, ${count(results, 'ok')} as it should be.`;
}

function count(results: readonly Result[], wanted: CheckState): number {
  return results.filter(({ state }) => state === wanted).length;
}
