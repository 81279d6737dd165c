import type { VNode } from 'preact';
import { Bars, SCROLLS } from '../../render';
import { InputBlock } from './inputs';
import { Mrkdwn } from './mrkdwn';
import type { Block, BlockOf, Text } from './schema';

/** A message of the conversation: its buttons work, and its headings stand below the page's title. */
export interface Live {
  message: string;
}

/** One block, exhaustively over what our Slack adapter sends. `id` is unique on the page. */
export function BlockView({ block, id, live }: { block: Block; id: string; live?: Live | undefined }): VNode {
  switch (block.type) {
    case 'header':
      return live ? <h2>{block.text.text}</h2> : <h3>{block.text.text}</h3>;
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
      return <Actions block={block} live={live} />;
    case 'table':
      return <Table block={block} />;
    case 'data_visualization':
      return <Chart block={block} />;
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

function Actions({
  block: { elements },
  live,
}: {
  block: BlockOf<'actions'>;
  live: Live | undefined;
}): VNode {
  return (
    <div class="actions">
      {elements.map((element) => (
        <Button element={element} live={live} key={element.action_id} />
      ))}
    </div>
  );
}

interface ButtonProps {
  element: BlockOf<'actions'>['elements'][number];
  live: Live | undefined;
}

/** It carries the core's action in its value, as in Slack. */
function Button({ element: { text, style, value, url }, live }: ButtonProps): VNode {
  if (live && url) {
    return (
      <a class="button" href={url} target="_blank" rel="noopener noreferrer">
        {text.text}
      </a>
    );
  }
  if (!live) {
    return (
      <button type="button" class={style} disabled>
        {text.text}
      </button>
    );
  }
  const id = `${live.message}.${encodeURIComponent(value ?? '')}`;
  return (
    <button type="button" class={style} id={id} data-message={live.message} data-action={value}>
      {text.text}
    </button>
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

function Chart({ block: { title, chart } }: { block: BlockOf<'data_visualization'> }): VNode {
  const points = chart.series[0]?.data ?? [];
  const bars = points.map(({ label, value }) => ({ label, count: value, value: value.toLocaleString('en') }));
  const of = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div class="chart">
      <Bars part={{ kind: 'bars', label: title, of, bars }} />
    </div>
  );
}
