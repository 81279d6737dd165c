import type { FileFaultKind } from '../file-fault';
import { fold } from './fold';

/** The greatest number that is read: greater ones are typing errors, or in another unit. */
export const GREATEST = 100_000_000_000;

/** What is wrong with a text that should be a number. */
export type NumberFault = Extract<
  FileFaultKind,
  'no-value' | 'number' | 'ambiguous-number' | 'share' | 'negative' | 'too-great'
>;

/** Also as accounts write it: in brackets, or with the black triangle of Japanese tables. */
const NEGATIVE = /^(?:[-▲△]|\()/u;
const PLAIN = /^\d{1,15}(?:\.\d{1,15})?$/u;
/** Groups of three digits, or of two as in India. */
const COMMA_GROUPS = /^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d{1,15})?$/u;
const OTHER_GROUPS = /^[1-9]\d{0,2}(?:[ '_]\d{3})+(?:[.,]\d{1,15})?$/u;
const POINT_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,15}$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$/u;
const COMMA_DECIMALS = /^\d{1,15},\d{1,15}$/u;
/** One separator and three digits: thousands here, decimals there. */
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/u;

/**
 * Reads a number of zero or more: `1234`, `１，２３４`, `1,234.5`, `1.234,5`, `1 234`, `1,5`. A single comma before three
 * digits groups thousands, a single point stands before decimals. Exponents, units and signs are refused.
 *
 * @param commaDecimals the text is of a country in which the comma may stand before decimals: `1,234` and `1.234` are
 *   then refused as ambiguous
 */
export function readNumber(text: string, commaDecimals = false): number | NumberFault {
  const folded = fold(text).replaceAll('٫', '.');
  if (folded === '') return 'no-value';
  if (/^[\d.,' ]+%$/u.test(folded)) return 'share';
  if (NEGATIVE.test(folded)) return /\d/u.test(folded) ? 'negative' : 'number';
  if (commaDecimals && EITHER.test(folded)) return 'ambiguous-number';
  const digits = inDigits(folded);
  if (digits === null) return /^\d{16,}$/u.test(folded.replaceAll(/[.,' ]/gu, '')) ? 'too-great' : 'number';
  const value = Number(digits);
  return value > GREATEST ? 'too-great' : value;
}

/** With a point before decimals and no other separator. */
function inDigits(text: string): string | null {
  if (PLAIN.test(text)) return text;
  if (COMMA_GROUPS.test(text)) return text.replaceAll(',', '');
  if (OTHER_GROUPS.test(text)) return text.replaceAll(/[ '_]/gu, '').replace(',', '.');
  if (POINT_GROUPS.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return COMMA_DECIMALS.test(text) ? text.replace(',', '.') : null;
}
