import type { Day } from '../../domain/time/calendar';

/** One line of a chart. `points`: shares of 0 to 1, or null where there is none. */
interface Line {
  name: string;
  points: readonly { day: Day; share: number | null }[];
}

export interface LineChart {
  /** What the chart shows, for those who cannot see it. */
  label: string;
  lines: readonly Line[];
  /** A day below the axis. */
  dayText(day: Day): string;
  /** A share of 0 to 1 at the axis. */
  shareText(share: number): string;
}

const [WIDTH, HEIGHT] = [760, 300];
/** Lines differ by their dashes, too: not everybody tells colours apart. */
const DASHES = ['', '7 4', '2 4', '10 3 2 3'];
const MOST_TICKS = 5;

/**
 * Draws shares over days as SVG, without script or style of its own. The names stand next to the lines' ends. The
 * packages are loaded when the first chart is drawn.
 */
export async function lineChart({ label, lines, dayText, shareText }: LineChart): Promise<string> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom/worker')]);
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
  const every = Math.max(1, Math.ceil(days.length / MOST_TICKS));
  const ends = apart(lines.flatMap((line, index) => endOf(line, index)));
  const chart = Plot.plot({
    document: parseHTML('<html><body></body></html>').document,
    className: 'plot',
    ariaLabel: label,
    ...{ width: WIDTH, height: HEIGHT, marginRight: 150, marginLeft: 48 },
    x: {
      type: 'point',
      domain: days,
      label: null,
      ticks: days.filter((_day, index) => index % every === 0),
      tickFormat: dayText,
    },
    y: { domain: [0, 1], label: null, grid: true, ticks: 5, tickFormat: shareText },
    marks: [
      Plot.ruleY([0]),
      ...lines.flatMap(({ points }, index) => {
        const data = points.filter(({ share }) => share !== null);
        const color = `var(--line-${index + 1})`;
        return [
          Plot.lineY(data, {
            x: 'day',
            y: 'share',
            stroke: color,
            strokeWidth: 2.5,
            strokeDasharray: DASHES[index] ?? '',
          }),
          Plot.dot(data, { x: 'day', y: 'share', fill: color, r: 3 }),
        ];
      }),
      ...ends.map(({ name, day, at, index }) =>
        Plot.text([{ day, at }], {
          ...{ x: 'day', y: 'at', text: () => name, textAnchor: 'start', dx: 10, fontSize: 12 },
          fill: `var(--line-${index + 1})`,
        }),
      ),
    ],
  });
  return (
    chart.outerHTML
      // The pages allow no style but their own file.
      .replace(/<style>.*?<\/style>/s, '')
      // The picture has one name; its parts, which have no role, have none.
      .replace(/(<g\b[^>]*?) aria-label="[^"]*"/g, '$1')
      .replace('<svg ', '<svg role="img" ')
  );
}

interface End {
  name: string;
  day: Day;
  at: number;
  index: number;
}

function endOf({ name, points }: Line, index: number): End[] {
  const last = points.findLast(({ share }) => share !== null);
  return last ? [{ name, day: last.day, at: last.share ?? 0, index }] : [];
}

/** Room of a name, as a share of the height. */
const NAME_ROOM = 0.065;

/** The names one above the other where their lines end close together. */
function apart(ends: readonly End[]): End[] {
  let free = Number.NEGATIVE_INFINITY;
  return [...ends]
    .sort((one, next) => one.at - next.at)
    .map((end) => {
      const at = Math.max(end.at, free);
      free = at + NAME_ROOM;
      return { ...end, at };
    });
}
