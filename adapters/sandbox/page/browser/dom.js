/** Small helpers every part of the page's script uses. */

/**
 * The element with this id, which the page always has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** @param {string} id */
export function dialogById(id) {
  return /** @type {HTMLDialogElement} */ (byId(id));
}

/** @param {string} id */
export function inputById(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}

/**
 * Calls back for events on elements which match the selector, now and after the page has changed.
 * @template {keyof HTMLElementEventMap} K
 * @param {K} type
 * @param {string} selector
 * @param {(element: HTMLElement, event: HTMLElementEventMap[K]) => void} handle
 */
export function on(type, selector, handle) {
  document.addEventListener(type, (event) => {
    const target = event.target instanceof Element ? event.target.closest(selector) : null;
    if (target instanceof HTMLElement) handle(target, /** @type {HTMLElementEventMap[K]} */ (event));
  });
}

/** The person and the place that this page shows. */
export function here() {
  const { person = '', place = '' } = byId('app').dataset;
  return { person, place: place === '' ? null : place };
}

/**
 * Says something to those who listen to the page, when they are idle.
 * @param {string} text
 */
export function speak(text) {
  byId('spoken').textContent = text;
}

/**
 * Shows something for a few seconds.
 * @param {string} text
 */
export function toast(text) {
  const element = byId('toast');
  element.textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    element.textContent = '';
  }, 6000);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let toastTimer;
