import catalogue from './locales/en.json' with { type: 'json' };
import type { MessageId, Translate } from './message';

/**
 * The `translate` port over the English catalogue, for contexts without the extension's own
 * (Node, tests). It follows the browser's rules: `$1`…`$9` are the parameters, `$$` is a dollar,
 * and plural forms are chosen by the first parameter.
 */
export function createTranslator(sentences: object = catalogue): Translate {
  return (id, params = []) => substitute(choose(find(sentences, id), params[0]), params);
}

function find(sentences: object, id: MessageId): unknown {
  return id
    .split('.')
    .reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), sentences);
}

function choose(node: unknown, count: string | number | undefined): string {
  if (typeof node === 'string') return node;
  if (!isRecord(node)) return '';
  const form = node[String(count)] ?? node.n;
  return typeof form === 'string' ? form : '';
}

function substitute(sentence: string, params: readonly (string | number)[]): string {
  return sentence.replace(/\$(\$|[1-9])/g, (_, key: string) =>
    key === '$' ? '$' : String(params[Number(key) - 1] ?? ''),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
