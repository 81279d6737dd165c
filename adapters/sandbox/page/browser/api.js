import { byId, toast } from './dom.js';

/**
 * The API's answer to a press, a command or a form.
 * @typedef {{ note: string, refused: boolean, message: string, faults?: { field: string, text: string }[] }} Acted
 */

/**
 * Posts to the API. When that fails it tells the person, and resolves with null.
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<any>}
 */
export async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return await response.json();
  } catch {
    // The network failed: said below, as any other failure.
  }
  toast(byId('toast').dataset.failed ?? '');
  return null;
}
