import { z } from 'zod';
import { OPERATIONS, type Operation } from './operations';
import { Problem } from './schemas';

type Json = Record<string, unknown>;

const COMPONENTS = '#/components/schemas/';

/** The description of the API (OpenAPI 3.1), made from the table of operations and the schemas that judge requests. */
export function apiDocument(version: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    const at = paths[operation.path] ?? {};
    at[operation.method] = operationOf(operation, schemas);
    paths[operation.path] = at;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Telework Days',
      version,
      description:
        'What a person sees of their teams in the chat, and what they may write there, for programs.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas,
    },
  };
}

function operationOf(
  { id, summary, scope, who, params, query, body, reply, formats = [] }: Operation,
  schemas: Json,
): Json {
  const problem = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: schemaOf(Problem, schemas) } },
  };
  const writes = scope !== 'read';
  const others = Object.fromEntries(formats.map((format) => [format, { schema: { type: 'string' } }]));
  return {
    operationId: id,
    summary,
    description: `Scope: ${scope}${who === 'administrators' ? '; for administrators of the organisation' : ''}`,
    parameters: [
      ...parametersOf(params, 'path', schemas),
      ...parametersOf(query, 'query', schemas),
      ...(writes
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', maxLength: 200 },
            },
          ]
        : []),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, schemas) } } },
    }),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(reply, schemas) }, ...others },
      },
      default: problem,
    },
  };
}

function parametersOf(of: z.ZodType | undefined, where: 'path' | 'query', schemas: Json): Json[] {
  if (!of) return [];
  const { properties = {} } = schemaOf(of, schemas, 'input') as { properties?: Json };
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: where, schema },
    required: where === 'path',
  }));
}

/** The schema, with those that have a name moved to the components. */
function schemaOf(of: z.ZodType, schemas: Json, io: 'input' | 'output' = 'output'): Json {
  const {
    $schema: _,
    $defs = {},
    ...schema
  } = z.toJSONSchema(of, { io, reused: 'inline' }) as Json & { $defs?: Json };
  for (const [name, definition] of Object.entries($defs)) schemas[name] = relinked(definition);
  const name = of.meta()?.id;
  // A schema with a name comes as a link to its definition, or as itself.
  if (name === undefined || '$ref' in schema) return relinked(schema) as Json;
  const { id: _id, ...own } = relinked(schema) as Json;
  schemas[name] = own;
  return { $ref: `${COMPONENTS}${name}` };
}

function relinked(of: unknown): unknown {
  if (Array.isArray(of)) return of.map(relinked);
  if (typeof of !== 'object' || of === null) return of;
  return Object.fromEntries(
    Object.entries(of)
      .filter(([key]) => key !== 'id' || typeof (of as Json).id !== 'string')
      .map(([key, value]) =>
        key === '$ref' ? [key, String(value).replace('#/$defs/', COMPONENTS)] : [key, relinked(value)],
      ),
  );
}
