import type { FileFault } from '../domain/file-fault';
import type { Refusal } from '../domain/refusal';
import { repeated } from '../domain/text';
import type { Words } from './words';

/** A line for each fault of a file that the refusal names, and one for how many more there are. */
export function faultLines({ faults = [], values }: Refusal, words: Words): string[] {
  const more = typeof values.more === 'number' && faults.length > 0 ? values.more : 0;
  return [
    ...faults.map((fault) => faultLine(fault, words)),
    ...(more > 0 ? [words.t('fault.more', { count: more })] : []),
  ];
}

function faultLine({ line, column, what, found, right }: FileFault, words: Words): string {
  const told = typeof right === 'object' ? words.t(`file-example.${right.example}`) : right;
  const fault = words.t(`fault.${what}`, { found: repeated(found), right: told });
  if (line === null) return fault;
  if (column === null) return words.t('fault.at-line', { line: String(line), fault });
  return words.t('fault.at-value', { line: String(line), column: repeated(column), fault });
}
