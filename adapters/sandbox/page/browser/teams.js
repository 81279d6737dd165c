/* The conversation as Teams draws it: the renderer is loaded when it is first needed. */

/** @type {Promise<typeof import('./adaptive-card.js')> | undefined} */
let renderer;

/** Draws the cards that are not drawn yet. */
export async function drawTeams() {
  const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#log .teams:empty')]);
  if (places.length === 0) return;
  renderer ??= load();
  const { drawLive } = await renderer;
  for (const place of places) {
    if (place.childElementCount > 0) continue;
    place.replaceChildren(drawLive(JSON.parse(place.dataset.keep ?? '{}'), place.dataset.message ?? ''));
  }
}

function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/sandbox/assets/adaptivecards.js';
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  }).then(() => import('./adaptive-card.js'));
}
