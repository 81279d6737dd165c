import type { VNode } from 'preact';
import type { Part } from '../../../../src/domain/card';
import { Chart } from '../../chart';
import { SCROLLS } from '../../render';
import { InputBlock } from './inputs';
import { Mrkdwn } from './mrkdwn';
import type { Block, BlockOf, Text } from './schema';

type ChartPart = Extract<Part, { kind: 'chart' }>;

/** One block, exhaustively over what our Slack adapter sends. `id` is unique on the page. */
export function BlockView({ block, id }: { block: Block; id: string }): VNode {
  switch (block.type) {
    case 'header':
      return <h3>{block.text.text}</h3>;
    case 'section':
      return <Section block={block} />;
    case 'context':
      return (
        <div class="context">
          {block.elements.map((element, index) => (
            <p key={`${index}`}>
              <TextView text={element} />
            </p>
          ))}
        </div>
      );
    case 'divider':
      return <hr />;
    case 'actions':
      return <Actions block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'data_visualization':
      return <Chart part={chartOf(block)} />;
    case 'input':
      return <InputBlock block={block} id={id} />;
  }
}

function TextView({ text }: { text: Text }): VNode | string {
  return text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : text.text;
}

function Section({ block: { text, fields = [] } }: { block: BlockOf<'section'> }): VNode {
  return (
    <div class="section">
      {text && (
        <p>
          <TextView text={text} />
        </p>
      )}
      {fields.length > 0 && (
        <div class="fields">
          {fields.map((field, index) => (
            <p key={`${index}`}>
              <TextView text={field} />
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

function Actions({ block: { elements } }: { block: BlockOf<'actions'> }): VNode {
  return (
    <div class="actions">
      {elements.map(({ text, style, action_id }) => (
        <button type="button" class={style} disabled key={action_id}>
          {text.text}
        </button>
      ))}
    </div>
  );
}

function Table({ block: { rows, column_settings = [] } }: { block: BlockOf<'table'> }): VNode {
  const [head = [], ...body] = rows;
  const alignOf = (column: number) => column_settings[column]?.align ?? 'left';
  return (
    <div class="table" {...SCROLLS}>
      <table>
        <thead>
          <tr>
            {head.map(({ text }, column) => (
              <th scope="col" class={alignOf(column)} key={`${column}`}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, row) => (
            <tr key={`${row}`}>
              {cells.map(({ text }, column) => (
                <td class={alignOf(column)} key={`${column}`}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function chartOf({ title, chart }: BlockOf<'data_visualization'>): ChartPart {
  if (chart.type === 'pie') {
    const { segments } = chart;
    const values = segments.map(({ value }) => value);
    const categories = segments.map(({ label }) => label);
    return { kind: 'chart', shape: 'pie', title, categories, series: [{ name: title, values }] };
  }
  const series = chart.series.map(({ name, data }) => ({ name, values: data.map(({ value }) => value) }));
  return { kind: 'chart', shape: chart.type, title, categories: chart.axis_config.categories, series };
}
