/** Runs in the page of the gallery: what is cut in its drawings, each as `sample / platform: what`. */
export function cutTexts(): string[] {
  /** No line of a button or a cell holds a longer word. */
  const LONGEST = 20;
  const found = new Set<string>();
  for (const look of document.querySelectorAll<HTMLElement>('.look')) {
    const name = look.closest('.sample')?.querySelector(':scope > .label')?.textContent ?? '';
    const where = `${name} / ${look.querySelector('.label')?.textContent ?? ''}`;
    for (const card of look.querySelectorAll<HTMLElement>('.card, .slack, .teams'))
      for (const what of cutIn(card)) found.add(`${where}: ${what}`);
  }
  return [...found];

  function cutIn(card: HTMLElement): string[] {
    const right = card.getBoundingClientRect().right + 1;
    return [card, ...card.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      // What only screen readers see is cut on purpose.
      if (element.clientWidth <= 1 || element instanceof SVGElement) return [];
      const said = `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
      const faults: string[] = [];
      if (isCut(element)) faults.push(`cut ${said} ${element.scrollWidth}/${element.clientWidth}`);
      if (element.getBoundingClientRect().right > right && !isInCut(element, card))
        faults.push(`wider than its card ${said}`);
      if (element.matches('th, td, button, label'))
        faults.push(...brokenWords(element).map((word) => `broken ${word}`));
      return faults;
    });
  }

  /** What is around it is told already. */
  function isInCut(element: HTMLElement, card: HTMLElement): boolean {
    for (let around = element.parentElement; around && card.contains(around); around = around.parentElement)
      if (isCut(around)) return true;
    return false;
  }

  function isCut(element: HTMLElement): boolean {
    if (element.scrollWidth <= element.clientWidth + 1 || element.matches('input, select, textarea'))
      return false;
    return getComputedStyle(element).overflowX !== 'visible';
  }

  /** Words of which one line holds a part only. Of the scripts that break anywhere, runs of katakana are looked at. */
  function brokenWords(cell: HTMLElement): string[] {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/[\p{Script=Latin}\p{N}]{2,}|[ァ-ヺー]{3,}/gu)) {
        if (word[0].length > LONGEST) continue;
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word[0]);
      }
    }
    return broken;
  }
}
