import type { ComponentChildren, VNode } from 'preact';

/**
 * Slack's own markup: code before all, then `<…>`, then bold, italics and strike, which stand apart from letters.
 * In that order, so that nothing inside code or an address is taken for a mark.
 */
const TOKEN =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?!\s)((?:`[^`\n]+`|(?!\4)[^\n])+?)(?<!\s)\4(?![\p{L}\p{N}])/gu;
const LINKED = /^(https?:|mailto:)/;

/** The markup as elements: texts stay texts, so that nothing in them is read as HTML. */
export function Mrkdwn({ text }: { text: string }): VNode {
  return <>{piecesOf(text)}</>;
}

function piecesOf(text: string): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    pieces.push(unescapeText(text.slice(end, found.index)), elementOf(found));
    end = found.index + found[0].length;
  }
  return [...pieces, unescapeText(text.slice(end))];
}

function elementOf([, block, code, special, mark, inner = '']: RegExpMatchArray): VNode {
  if (block !== undefined) return <pre>{unescapeText(block.replace(/^\n/, ''))}</pre>;
  if (code !== undefined) return <code>{unescapeText(code)}</code>;
  if (special !== undefined) return <Special said={special} />;
  const children = piecesOf(inner);
  if (mark === '*') return <strong>{children}</strong>;
  return mark === '_' ? <em>{children}</em> : <s>{children}</s>;
}

/** `<@U1>`, `<#C1|general>`, `<!here>`, `<!date^…|fallback>`, `<https://…|label>`. */
function Special({ said }: { said: string }): VNode {
  const [target = '', label] = divideOnce(said);
  const shown = unescapeText(label ?? target);
  if (target.startsWith('!date^')) return <time>{unescapeText(label ?? '')}</time>;
  if (/^[@#!]/.test(target)) return <Mention target={target} label={label} />;
  if (!LINKED.test(target)) return <>{shown}</>;
  return (
    <a href={unescapeText(target)} rel="noreferrer">
      {shown}
    </a>
  );
}

function Mention({ target, label }: { target: string; label: string | undefined }): VNode {
  const sign = target.startsWith('#') ? '#' : '@';
  const name = label ?? target.slice(1).replace(/^subteam\^/, '');
  return <span class="mention">{sign + unescapeText(name).replace(/^[@#]/, '')}</span>;
}

function divideOnce(text: string): string[] {
  const bar = text.indexOf('|');
  return bar < 0 ? [text] : [text.slice(0, bar), text.slice(bar + 1)];
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
