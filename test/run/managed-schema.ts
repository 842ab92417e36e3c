import { PolicySchema } from '../../lib/protocol/sources';
import { type JsonSchema, toJsonSchema } from '../../lib/report/json-schema';

/**
 * The schema that Chromium reads an organisation's policy by: every field that Hushmap reads, and its
 * type. What it does not name, Chromium drops. It says no more on purpose: a key whose value does not fit is
 * dropped as well, and a limit that is dropped is no limit, while Hushmap closes where it cannot
 * understand one.
 *
 * @param words titles and descriptions by key, as an administrator sees them
 */
export function managedSchema(words: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { properties } = typesOf(toJsonSchema(PolicySchema));
  const all = Object.entries(properties ?? {}).map(([key, schema]) => {
    const { title, description } = words[key] ?? {};
    return [key, { title, ...(description === undefined ? {} : { description }), ...schema }];
  });
  return { type: 'object', properties: Object.fromEntries(all) };
}

interface Types {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Types>>;
  readonly items?: Types;
}

/** Chromium's policies know no alternatives: those of one field become one type with the fields of all. */
function typesOf(schema: JsonSchema): Types {
  if (Array.isArray(schema.anyOf)) {
    const forms = schema.anyOf.filter(({ type }) => type !== 'null').map(typesOf);
    return forms.reduce(both);
  }
  if ('const' in schema || 'enum' in schema) return { type: 'string' };
  switch (schema.type) {
    case 'array':
      return { type: 'array', items: typesOf(within(schema.items)) };
    case 'object': {
      const fields = Object.entries(within(schema.properties));
      const properties = fields.map(([name, field]) => [name, typesOf(within(field))]);
      return { type: 'object', properties: Object.fromEntries(properties) };
    }
    case 'integer':
      return { type: 'number' };
    default:
      return { type: String(schema.type) };
  }
}

function both(one: Types, other: Types): Types {
  if (one.type !== other.type) throw new TypeError(`a field is ${one.type} and ${other.type}`);
  if (one.properties === undefined) return one;
  const properties: Record<string, Types> = { ...one.properties };
  for (const [name, field] of Object.entries(other.properties ?? {})) {
    const known = properties[name];
    properties[name] = known === undefined ? field : both(known, field);
  }
  return { ...one, properties };
}

function within(schema: unknown): JsonSchema {
  if (typeof schema !== 'object' || schema === null) throw new TypeError('no schema');
  return { ...schema };
}
