/** A row of the table "Where is …" of ARCHITECTURE.md. */
interface Row {
  behaviour: string;
  file: string;
  names: string[];
}

export function readTable(text: string): Row[] {
  const section = text.split(/^## /mu).find((part) => part.startsWith('Where is')) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
    .map((line) => {
      const [, behaviour = '', file = '', names = ''] = line.split('|').map((cell) => cell.trim());
      return { behaviour, file: file.replaceAll('`', ''), names: names.replaceAll('`', '').split(', ') };
    });
}

/** Rows whose file does not define what they name. `read` returns a file's text, or null where there is none. */
export function tableViolations(rows: readonly Row[], read: (file: string) => string | null): string[] {
  return rows.flatMap(({ behaviour, file, names }) => {
    const text = read(file);
    if (text === null) return [`${behaviour}: there is no ${file}`];
    return names
      .filter((name) => !definitionOf(name).test(text))
      .map((name) => `${behaviour}: ${file} defines no ${name}`);
  });
}

function definitionOf(name: string): RegExp {
  return new RegExp(String.raw`\b(?:function\*?|class|const|interface|type) ${name}\b`, 'u');
}
