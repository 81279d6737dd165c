import { registerChart } from './teams-chart.js';
import { HOST } from './teams-host.js';

/* Microsoft's own renderer, set up to look like Teams. */

registerChart();

/** A right language is called wrong every other time: the renderer's pattern remembers where it stood. */
const NOT_MEANT = /^Invalid value "[a-z]{2,3}" for property "lang"/;
/** Characters that the cards escape, so that their texts hold no formatting. */
const ESCAPED = /\\([\\`*_[\]~#>+\-.)])/g;

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const plain = text.replace(ESCAPED, '$1').replaceAll('&amp;', '&');
  const element = document.createElement('p');
  element.innerText = plain;
  result.outputHtml = element.outerHTML;
  result.didProcess = true;
};

/**
 * The card of a message in the conversation: its buttons say which action to send.
 * @param {object} json
 * @param {string} message
 */
export function drawLive(json, message) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({ ...HOST, textBlock: { headingLevel: 2 } });
  card.parse(json, new AdaptiveCards.SerializationContext());
  const element = card.render() ?? document.createElement('div');
  if (isFullWidth(json)) element.classList.add('full');
  for (const action of card.getAllActions()) {
    const button = action.renderedElement;
    if (!button || action instanceof AdaptiveCards.OpenUrlAction) continue;
    const { data } = /** @type {import('adaptivecards').ExecuteAction} */ (action);
    const wanted = data && 'action' in data ? String(data.action) : '';
    button.id = `${message}.${encodeURIComponent(wanted)}`;
    button.dataset.message = message;
    button.dataset.action = wanted;
  }
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) open(action.url, '_blank', 'noopener');
    // The renderer keeps the click to itself.
    else action.renderedElement?.dispatchEvent(new CustomEvent('press', { bubbles: true }));
  };
  return element;
}

/**
 * The card as an element, and what the renderer says against it.
 * @param {object} json
 */
export function drawCard(json) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(HOST);
  const context = new AdaptiveCards.SerializationContext();
  card.parse(json, context);
  const element = card.render();
  if (!element) return { element: document.createElement('div'), complaints: ['nothing is drawn'] };
  disable(element);
  if (isFullWidth(json)) element.classList.add('full');
  return { element, complaints: complaintsOf(card, context) };
}

/**
 * It is a picture: nothing in it can be pressed.
 * @param {HTMLElement} element
 */
function disable(element) {
  for (const control of element.querySelectorAll('button, input, select, textarea')) {
    control.setAttribute('disabled', '');
  }
}

/** @param {{ msteams?: { width?: string } }} json */
function isFullWidth({ msteams }) {
  return msteams?.width === 'Full';
}

/**
 * @param {import('adaptivecards').AdaptiveCard} card
 * @param {import('adaptivecards').SerializationContext} context
 */
function complaintsOf(card, context) {
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const judged = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsed, ...judged].filter((message) => !NOT_MEANT.test(message));
}
