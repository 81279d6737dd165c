/* The chart of Teams that our cards use. Microsoft's renderer knows no charts, so it is drawn here as Teams draws it. */

/** Makes the renderer draw `Chart.HorizontalBar`: a bar for each point, its count next to it. */
export function registerChart() {
  AdaptiveCards.GlobalRegistry.elements.register('Chart.HorizontalBar', HorizontalBar);
}

class HorizontalBar extends AdaptiveCards.CardElement {
  /** @type {{ x: string, y: number }[]} */
  data = [];

  getJsonTypeName() {
    return 'Chart.HorizontalBar';
  }

  /**
   * @param {{ data?: { x: string, y: number }[] }} source
   * @param {import('adaptivecards').SerializationContext} context
   */
  internalParse(source, context) {
    super.internalParse(source, context);
    this.data = source.data ?? [];
  }

  internalRender() {
    const list = document.createElement('ul');
    list.className = 'teams-chart';
    const whole = Math.max(
      1,
      this.data.reduce((sum, { y }) => sum + y, 0),
    );
    list.append(...this.data.map((point) => rowOf(point, whole)));
    return list;
  }
}

/**
 * @param {{ x: string, y: number }} point
 * @param {number} whole
 */
function rowOf({ x, y }, whole) {
  const row = document.createElement('li');
  const [name, value] = [x, y.toLocaleString()].map((text) => {
    const element = document.createElement('span');
    element.textContent = text;
    return element;
  });
  const bar = document.createElement('meter');
  bar.max = whole;
  bar.value = y;
  bar.setAttribute('aria-hidden', 'true');
  row.append(name ?? '', value ?? '', bar);
  return row;
}
