import type * as v from 'valibot';

/**
 * JSON Schema (draft 2020-12) of a valibot schema, for the few kinds that our file formats use.
 *
 * @throws for a kind that it does not know, so that nothing is published that says less than the code.
 */
export function toJsonSchema(schema: v.GenericSchema): JsonSchema {
  // Every schema of valibot has these fields; its public type names only some of them.
  const node = schema as unknown as SchemaNode;
  const convert = CONVERTERS[node.type];
  if (!convert) throw new TypeError(`no JSON Schema for ${node.type}`);
  const limits = (node.pipe ?? [])
    .slice(1)
    .map((limit) => (limit.kind === 'schema' ? toJsonSchema(limit) : limitOf(limit, node.type)));
  return Object.assign({}, convert(node), ...limits);
}

export type JsonSchema = Record<string, unknown>;

interface SchemaNode {
  /** In a pipe, a further schema may stand beside limits. */
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly (v.GenericSchema & SchemaNode)[];
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly value?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly requirement?: unknown;
}

const CONVERTERS: Readonly<Record<string, (node: SchemaNode) => JsonSchema>> = {
  string: () => ({ type: 'string' }),
  number: () => ({ type: 'number' }),
  boolean: () => ({ type: 'boolean' }),
  literal: ({ literal }) => ({ const: literal }),
  picklist: ({ options }) => ({ enum: options }),
  nullable: ({ wrapped }) => ({ anyOf: [inner(wrapped), { type: 'null' }] }),
  optional: ({ wrapped }) => inner(wrapped),
  nullish: ({ wrapped }) => ({ anyOf: [inner(wrapped), { type: 'null' }] }),
  unknown: () => ({}),
  union: ({ options = [] }) => ({
    // The options of a union are schemas, where those of a picklist are values.
    anyOf: options.map((option) => toJsonSchema(option as v.GenericSchema)),
  }),
  variant: ({ options = [] }) => ({
    // As of a union: which one it is, its own literal says.
    anyOf: options.map((option) => toJsonSchema(option as v.GenericSchema)),
  }),
  array: ({ item }) => ({ type: 'array', items: inner(item) }),
  record: ({ value }) => ({ type: 'object', additionalProperties: inner(value) }),
  object: objectOf,
  strict_object: (node) => ({ ...objectOf(node), additionalProperties: false }),
};

function objectOf({ entries = {} }: SchemaNode): JsonSchema {
  return {
    type: 'object',
    required: Object.keys(entries).filter((name) => !LEFT_OUT.has(entries[name]?.type ?? '')),
    properties: Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => [name, toJsonSchema(entry)]),
    ),
  };
}

/** Kinds of fields that need not be there. */
const LEFT_OUT = new Set(['optional', 'nullish']);

function inner(schema: v.GenericSchema | undefined): JsonSchema {
  if (!schema) throw new TypeError('a schema without its inner schema');
  return toJsonSchema(schema);
}

function limitOf({ type, requirement }: SchemaNode, of: string): JsonSchema {
  const isArray = of === 'array';
  switch (type) {
    case 'integer':
      return { type: 'integer' };
    case 'finite':
    // What they make of a value is no matter of the file.
    case 'trim':
    case 'transform':
      return {};
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'max_length':
      return isArray ? { maxItems: requirement } : { maxLength: requirement };
    case 'min_length':
      return isArray ? { minItems: requirement } : { minLength: requirement };
    case 'gt_value':
      return { exclusiveMinimum: requirement };
    case 'iso_date':
      return { format: 'date' };
    case 'url':
      return { format: 'uri' };
    case 'iso_timestamp':
      return { format: 'date-time' };
    case 'regex':
      return { pattern: String((requirement as RegExp).source) }; // what `regex` was made with
    default:
      throw new TypeError(`no JSON Schema for ${type}`);
  }
}
