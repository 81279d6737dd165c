import type { Response as Answering, Request as Asking } from 'express';
import { Refused } from './problems';
import type { ApiRequest } from './request';
import { TOOLS, type Tool } from './tools';

/** What the package is told: the Host header of a request need not be one that an address can have. */
const ADDRESS = 'http://localhost/mcp';
const SERVER = { name: 'telework-days', version: '1.0.0' };

/**
 * Answers one message of the Model Context Protocol (revisions of 2025-11-25 and 2026-07-28): each stands for itself, so
 * that any process may answer it. The package is loaded with the first message.
 */
export async function answerMcp(request: Asking, asked: ApiRequest): Promise<void> {
  const { createMcpHandler, McpServer } = await import('@modelcontextprotocol/server');
  const handler = createMcpHandler(
    () => {
      const server = new McpServer(SERVER);
      for (const tool of TOOLS)
        server.registerTool(
          tool.name,
          {
            title: tool.title,
            description: tool.description,
            inputSchema: tool.input,
            annotations: {
              readOnlyHint: tool.reads,
              destructiveHint: false,
              idempotentHint: true,
              openWorldHint: false,
            },
          },
          (input: Record<string, unknown>) => resultOf(tool, asked, input),
        );
      return server;
    },
    // Nothing is told later: an answer ends.
    { maxSubscriptions: 0, keepAliveMs: 0 },
  );
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && !OWN_HEADERS.has(name)) headers.set(name, value);
  const answer = await handler.fetch(new Request(ADDRESS, { method: 'POST', headers }), {
    parsedBody: request.body,
  });
  await send(asked.response, answer);
  await handler.close();
}

/** Headers that speak of the connection, or that are nobody else's to read. */
const OWN_HEADERS = new Set([
  'connection',
  'content-length',
  'transfer-encoding',
  'authorization',
  'cookie',
  'host',
]);

async function resultOf(tool: Tool, asked: ApiRequest, input: Record<string, unknown>) {
  try {
    return { content: [{ type: 'text' as const, text: JSON.stringify(await tool.run(asked, input)) }] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { title, detail } = error.problem;
    return { isError: true, content: [{ type: 'text' as const, text: detail ?? title }] };
  }
}

async function send(response: Answering, answer: Response): Promise<void> {
  response.status(answer.status);
  const type = answer.headers.get('content-type');
  if (type) response.type(type);
  response.set('cache-control', 'no-store').send(await answer.text());
}
