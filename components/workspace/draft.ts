import { type Message, message } from '../../lib/core/message';
import type { SourceKind } from '../../lib/protocol/heat-kinds';
import type { ClickHouseEvents } from '../../lib/protocol/sources';

/** What stands in the form, as it was typed: the fields of every kind, so that a change of kind loses none. */
export interface SourceDraft {
  readonly kind: SourceKind;
  readonly name: string;
  readonly host: string;
  readonly secret: string;
  /** One address a line. */
  readonly origins: string;
  readonly mappings: readonly { readonly from: string; readonly to: string }[];
  readonly projectId: string;
  readonly siteId: string;
  readonly path: string;
  readonly user: string;
  readonly database: string;
  readonly table: string;
  /** ClickHouse: a table of raw events, with columns named as in `columns`. */
  readonly raw: boolean;
  readonly columns: Readonly<Record<string, string>>;
  /** ClickHouse: what the column of visitors tells apart. */
  readonly unit: ClickHouseEvents['unit'];
  /** ClickHouse: what the column of kinds holds for each kind of event, one value a line. */
  readonly values: Readonly<Record<keyof ClickHouseEvents['values'], string>>;
  readonly hogql: boolean;
  /** An endpoint that asks for no key. */
  readonly keyless: boolean;
}

export type DraftField = keyof SourceDraft | `column.${string}` | `values.${string}`;

export type DraftErrors = Readonly<Partial<Record<DraftField, Message>>>;

/** What the fields of one kind of source come to. */
export interface OwnFields {
  /** For the schema, by its names. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly errors: DraftErrors;
}

export function unless(
  isFine: boolean,
  field: DraftField,
  error: 'projectId' | 'siteId' | 'path' | 'user' | 'identifier' | 'values',
): DraftErrors {
  return isFine ? {} : { [field]: message(`ui.workspace.form.error.${error}`) };
}
