import { post } from './api.js';
import { byId, dialogById, here, inputById, on } from './dom.js';
import { go, refresh } from './live.js';

/* The dialogs for choosing another person and for filling in forms. */

export function wireDialogs() {
  on('click', '[data-dialog]', (button) => {
    const dialog = dialogById(button.dataset.dialog ?? '');
    dialog.showModal();
    filterPeople();
    // On a phone the keyboard would cover the list.
    if (matchMedia('(hover: hover)').matches) inputById('people-search').select();
  });
  on('click', '[data-close]', (button) => button.closest('dialog')?.close());
  on('click', 'dialog', (dialog, event) => {
    if (event.target === dialog && dialog instanceof HTMLDialogElement) dialog.close();
  });
  on('click', 'a[data-nav]', (link, event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    link.closest('dialog')?.close();
    void go(/** @type {HTMLAnchorElement} */ (link).href);
  });
  on('input', '#people-search', () => filterPeople());
  on('keydown', '#people-search', (_input, event) => {
    if (event.key === 'ArrowDown') firstPerson()?.focus();
    // Closing gives the focus back to a button, which the same key would press.
    if (event.key !== 'Enter') return;
    event.preventDefault();
    firstPerson()?.click();
  });
  on('click', '[data-open]', (button) => openForm(button.dataset.open ?? ''));
  on('submit', '#form-dialog form', (form, event) => {
    event.preventDefault();
    void send(/** @type {HTMLFormElement} */ (form));
  });
}

function filterPeople() {
  const wanted = inputById('people-search').value.trim().toLowerCase();
  let count = 0;
  for (const row of people()) {
    row.hidden = !(row.dataset.search ?? '').includes(wanted);
    if (!row.hidden) count += 1;
  }
  byId('people-none').hidden = count > 0;
}

function people() {
  return /** @type {HTMLElement[]} */ ([...byId('people-list').children]);
}

function firstPerson() {
  return people()
    .find((row) => !row.hidden)
    ?.querySelector('a');
}

/**
 * Opens the form which waits in the template with this id.
 * @param {string} id
 */
export function openForm(id) {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) return;
  const card = template.closest('.card, .drawn');
  byId('form-title').textContent = card?.querySelector('h2, h3, [role=heading]')?.textContent ?? '';
  byId('form-problem').textContent = '';
  const dialog = dialogById('form-dialog');
  dialog.lang = card instanceof HTMLElement ? card.lang : '';
  byId('form-body').replaceChildren(template.content.cloneNode(true));
  if (!dialog.open) dialog.showModal();
}

/** @param {HTMLFormElement} form */
async function send(form) {
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  const { form: name = '', message = '' } = form.dataset;
  const acted = await post('/sandbox/api/submit', {
    person: here().person,
    message,
    form: name,
    values: valuesOf(form),
  });
  form.removeAttribute('aria-busy');
  if (!acted) return;
  if (acted.refused) {
    const others = showFaults(form, acted.faults ?? []);
    byId('form-problem').textContent = others ? acted.note : '';
    return void refresh();
  }
  dialogById('form-dialog').close();
  await refresh({ show: acted.message });
}

/**
 * Says at each input what is wrong with it. Tells whether anything is left to be said above the form.
 * @param {HTMLFormElement} form
 * @param {{ field: string, text: string }[]} faults
 */
function showFaults(form, faults) {
  for (const said of form.querySelectorAll('.fault')) said.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  const inputs = faults.map(({ field }) => form.elements.namedItem(field));
  for (const [index, input] of inputs.entries()) {
    if (!(input instanceof HTMLElement)) continue;
    const said = document.createElement('p');
    said.className = 'fault';
    said.id = `${input.id}.fault`;
    said.setAttribute('role', 'alert');
    said.textContent = faults[index]?.text ?? '';
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-errormessage', said.id);
    (input.closest('.field, .toggle') ?? input).append(said);
  }
  const first = inputs.find((input) => input instanceof HTMLElement);
  if (first instanceof HTMLElement) first.focus();
  return faults.length === 0 || inputs.some((input) => !(input instanceof HTMLElement));
}

/** @param {HTMLFormElement} form */
function valuesOf(form) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      values[field.name] = field.checked ? 'on' : 'off';
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement
    )
      values[field.name] = field.value;
  }
  return values;
}
