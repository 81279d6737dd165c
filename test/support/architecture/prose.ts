/** Words that make a reader stop, and what to write. Looked for in comments and documents. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(whoever|whomever)\b/iu, 'name the subject'],
  [/\banew\b/iu, 'write "again"'],
  [/\ball the same\b/iu, 'write "anyway" or "still"'],
  [/\bbeside\b(?! each other)/iu, 'write "besides", "next to" or "apart from"'],
  [
    /(?<!\bthere )\b(is|are) no (?!longer\b|more\b|(?:\w+ )?than\b)\w+/iu,
    'write "is not a …", or turn the sentence round',
  ],
  [/\bsomebody (?:else's|is|has|took)\b/iu, 'a process or a row is not somebody'],
];

/** The comments of a source, each with the number of its line, counted from 1. Texts in quotes are left out. */
function commentsOf(code: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  const pattern =
    /(?<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu;
  for (const match of code.matchAll(pattern)) {
    if (match.groups?.text !== undefined) continue;
    const line = code.slice(0, match.index).split('\n').length;
    found.push({ line, text: match[0].replaceAll(/\s*\n\s*\*?\s*/gu, ' ') });
  }
  return found;
}

/** Where the prose of a file uses one of the words, as `path:line: what, and the cure`. */
export function proseViolations(path: string, content: string): string[] {
  const parts = path.endsWith('.md')
    ? content.split('\n').map((text, index) => ({ line: index + 1, text }))
    : commentsOf(content);
  return parts.flatMap(({ line, text }) =>
    WORDS.flatMap(([word, cure]) => {
      const found = word.exec(text);
      return found ? [`${path}:${line}: "${found[0]}": ${cure}`] : [];
    }),
  );
}
