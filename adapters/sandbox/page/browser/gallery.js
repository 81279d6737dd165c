import { drawCard } from './adaptive-card.js';
import { byId, on } from './dom.js';

/* The gallery's script: it draws the Adaptive Cards, and hands their JSON on. */

const SHOWN_MS = 2000;

for (const place of document.querySelectorAll('[data-card]')) {
  if (!(place instanceof HTMLElement)) continue;
  const { element, complaints } = drawCard(jsonIn(place.dataset.card));
  place.replaceChildren(element);
  for (const complaint of complaints) console.error(`${place.dataset.card}: ${complaint}`);
}

on('click', '[data-copy]', (button) => void copy(button));
on('click', '[data-builder]', (link) => {
  const { type, blocks, ...view } = jsonIn(link.dataset.builder);
  const shown = type ? { type, ...view, blocks } : { blocks };
  if (link instanceof HTMLAnchorElement) link.hash = encodeURIComponent(JSON.stringify(shown));
});

/** @param {string | undefined} id */
function jsonIn(id) {
  return JSON.parse(byId(id ?? '').textContent ?? '');
}

/** @param {HTMLElement} button */
async function copy(button) {
  const source = byId(button.dataset.copy ?? '');
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
  } catch {
    // The browser may keep pages from the clipboard; then the text is selected, to be copied by keyboard.
    getSelection()?.selectAllChildren(source);
    return;
  }
  const label = button.textContent;
  byId('spoken').textContent = button.textContent = button.dataset.done ?? '';
  setTimeout(() => {
    button.textContent = label;
  }, SHOWN_MS);
}
