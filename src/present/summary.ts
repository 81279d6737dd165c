import type { Field, Part } from '../domain/card';
import type { Words } from './words';

/** The content of the parts as lines of plain text, derived so that it is always complete. */
export function summaryOf(parts: readonly Part[], words: Words): string {
  return parts.flatMap((part) => linesOf(part, words)).join('\n');
}

function linesOf(part: Part, words: Words): string[] {
  switch (part.kind) {
    case 'heading':
    case 'text':
      return [part.text];
    case 'facts':
      return part.items.map(({ label, value }) => words.fact(label, value));
    case 'bars':
      return [part.label, ...part.bars.map(({ label, value }) => words.fact(label, value))];
    case 'table':
      return [part.caption, ...part.rows.map((row) => rowLine(part.columns, row, words))];
    case 'choices':
      return [
        ...(part.quiet ? [] : [part.label]),
        part.choices.map(({ label, chosen }) => (chosen ? `✓ ${label}` : label)).join(' · '),
      ];
    case 'form':
      return [...part.fields.map((field) => fieldLine(field, words)), part.submit];
    case 'link':
      return [words.fact(part.label, part.url)];
  }
}

/** `First cell: Column 2 cell 2, Column 3 cell 3`. */
function rowLine(columns: readonly string[], [first = '', ...rest]: readonly string[], words: Words): string {
  return words.fact(first, words.join(rest.map((cell, index) => `${columns[index + 1] ?? ''} ${cell}`)));
}

function fieldLine(field: Field, words: Words): string {
  switch (field.kind) {
    case 'text':
      return words.fact(field.label, field.hint === null ? field.value : `${field.value} (${field.hint})`);
    case 'time':
    case 'date':
      return words.fact(field.label, field.value);
    case 'select':
      return words.fact(
        field.label,
        field.options.find(({ value }) => value === field.value)?.label ?? field.value,
      );
    case 'toggle':
      return words.fact(field.label, words.t(field.value ? 'setting.yes' : 'setting.no'));
  }
}
