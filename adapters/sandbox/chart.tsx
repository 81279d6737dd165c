import type { ComponentChildren, VNode } from 'preact';
import type { Part } from '../../src/domain/card';

type ChartPart = Extract<Part, { kind: 'chart' }>;

const HEIGHT = 168;
const TOP = 22;
const BASE = HEIGHT - 26;
const MOST_LABELS = 6;
const SERIES_COLOURS = 6;

/** A chart drawn without a library: widths in percent, so that text keeps its size on a phone. */
export function Chart({ part }: { part: ChartPart }): VNode {
  const { title, series, shape } = part;
  return (
    <figure class="chart">
      <figcaption class="label">{title}</figcaption>
      {shape === 'bar' && <Rows part={part} />}
      {shape === 'line' && <Plot part={part} />}
      {shape === 'pie' && <Pie part={part} />}
      {shape !== 'pie' && series.length > 1 && <Legend names={series.map(({ name }) => name)} />}
    </figure>
  );
}

/** Bars lie down, for the names of categories are long. */
function Rows({ part: { of, categories, series } }: { part: ChartPart }): VNode {
  const top = of ?? Math.max(1, ...series.flatMap(({ values }) => values));
  return (
    <ul class="rows">
      {categories.map((category, at) => (
        <li key={category}>
          <span class="name">{category}</span>
          <span class="lines">
            {series.map(({ name, values }, index) => (
              <span class="line" key={name}>
                {series.length > 1 && <span class="hidden">{name} </span>}
                <svg class={`bar s${index % SERIES_COLOURS}`} aria-hidden="true" height="12" width="100%">
                  <rect width={percent((Math.max(0, values[at] ?? 0) / top) * 100)} height="12" rx="3" />
                </svg>
                <span class="value">{numeral(values[at] ?? 0)}</span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Plot({ part }: { part: ChartPart }): VNode {
  const top = topOf(part.series.flatMap(({ values }) => values));
  const y = (value: number) => BASE - (Math.max(0, value) / top) * (BASE - TOP);
  return (
    <svg class="plot" role="img" aria-label={spoken(part)} width="100%" height={HEIGHT}>
      {[0, top / 2, top].map((tick) => (
        <line class="grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} key={tick} />
      ))}
      <text class="tick" x="0" y={TOP - 6}>
        {numeral(top)}
      </text>
      <Lines part={part} y={y} />
      <Axis categories={part.categories} />
    </svg>
  );
}

function Lines({
  part: { categories, series },
  y,
}: {
  part: ChartPart;
  y: (value: number) => number;
}): VNode {
  const x = (index: number) => percent((100 / Math.max(1, categories.length)) * (index + 0.5));
  return (
    <g>
      {series.map(({ name, values }, index) => (
        <g class={`series s${index % SERIES_COLOURS}`} key={name}>
          {values.slice(1).map((value, from) => (
            <line
              x1={x(from)}
              y1={y(values[from] ?? 0)}
              x2={x(from + 1)}
              y2={y(value)}
              key={categories[from + 1]}
            />
          ))}
          {values.map((value, at) => (
            <circle cx={x(at)} cy={y(value)} r="3.5" key={categories[at]} />
          ))}
        </g>
      ))}
    </g>
  );
}

/** Not every category has room for its name: the first, the last, and some between. */
function Axis({ categories }: { categories: string[] }): VNode {
  const every = Math.max(1, Math.ceil(categories.length / MOST_LABELS));
  const band = 100 / Math.max(1, categories.length);
  return (
    <g>
      {categories.map((category, index) =>
        index % every === 0 ? (
          <text class="category" x={percent(band * (index + 0.5))} y={HEIGHT - 8} key={category}>
            {category}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Pie({ part }: { part: ChartPart }): VNode {
  const values = part.series[0]?.values.map((value) => Math.max(0, value)) ?? [];
  const total = values.reduce((sum, value) => sum + value, 0);
  const starts = values.map((_, index) => values.slice(0, index).reduce((sum, value) => sum + value, 0));
  return (
    <div class="pie">
      <svg role="img" aria-label={spoken(part)} viewBox="-21 -21 42 42" width="132" height="132">
        <circle class="track" r="15.9155" />
        {total > 0 &&
          values.map((value, index) => (
            <circle
              class={`slice s${index % SERIES_COLOURS}`}
              r="15.9155"
              pathLength="100"
              stroke-dasharray={`${(value / total) * 100} 100`}
              stroke-dashoffset={-((starts[index] ?? 0) / total) * 100}
              transform="rotate(-90)"
              key={part.categories[index]}
            />
          ))}
      </svg>
      <Legend names={part.categories.map((name, index) => `${name}: ${numeral(values[index] ?? 0)}`)} />
    </div>
  );
}

function Legend({ names }: { names: string[] }): VNode {
  const swatch = (index: number): ComponentChildren => (
    <svg class={`swatch s${index % SERIES_COLOURS}`} aria-hidden="true" width="10" height="10">
      <rect width="10" height="10" rx="3" />
    </svg>
  );
  return (
    <ul class="legend">
      {names.map((name, index) => (
        <li key={name}>
          {swatch(index)} {name}
        </li>
      ))}
    </ul>
  );
}

/** The picture in words, for screen readers. */
function spoken({ title, categories, series }: ChartPart): string {
  const rows = series.map(({ name, values }) => {
    const pairs = categories.map((category, index) => `${category} ${numeral(values[index] ?? 0)}`);
    return `${name}: ${pairs.join(', ')}`;
  });
  return [title, ...rows].join('. ');
}

/** The next round number above the greatest value: 1, 2 or 5 times a power of ten. */
function topOf(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5].find((step) => step * power >= most) ?? 10) * power;
}

function numeral(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString('en');
}

function percent(value: number): string {
  return `${value.toFixed(2)}%`;
}
