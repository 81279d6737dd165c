import { fold } from '../typed/fold';
import type { Member } from './person';

const HONORIFIC = /(?:さん|さま|様|くん|君|ちゃん|殿|氏|先生|-san)$/u;
/**
 * The people whom a typed name means: by id, by handle or whole name, else by a part of the name; where there is none, those
 * of similar names as `near`.
 */
export function colleaguesMeant(
  typed: string,
  known: readonly Member[],
): { found: Member[]; near: Member[] } {
  const plain = typed.replaceAll(/<\/?at[^>]*>/giu, ' ').trim();
  const name = key(plain.replace(HONORIFIC, ''));
  const steps: ((person: Member) => boolean)[] = [
    ({ id }) => id === plain,
    (person) => person.handle !== undefined && key(person.handle) === name,
    (person) => key(person.name) === key(plain) || key(person.name) === name,
    (person) => partsOf(person).includes(name),
    (person) => name.length > 1 && key(person.name).includes(name),
  ];
  const none = { found: [], near: [] };
  if (name === '') return none;
  for (const step of steps) {
    const found = known.filter(step);
    if (found.length > 0) return { found, near: [] };
  }
  const isNear = (text: string) => text !== '' && isOneEditFrom(text, name);
  return { ...none, near: known.filter((person) => [key(person.name), ...partsOf(person)].some(isNear)) };
}

/** Whether a letter was left out, typed too much or wrongly, or two were exchanged. */
function isOneEditFrom(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  while (a.length > 0 && a[0] === b[0]) for (const letters of [a, b]) letters.shift();
  while (a.length > 0 && a.at(-1) === b.at(-1)) for (const letters of [a, b]) letters.pop();
  const isExchanged = a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
  return isExchanged || Math.max(a.length, b.length) <= 1;
}

function partsOf({ name }: Member): string[] {
  return fold(name).split(/[\s・,.]+/u);
}

function key(name: string): string {
  return fold(name).replaceAll(/[@＠\s]/gu, '');
}
