import { createMemo, type JSX } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import { toAuditFile } from '../../lib/report/audit-file';
import { patchOf } from '../../lib/report/patch';
import { patchText } from '../../lib/report/patch-text';
import { CopyButton } from '../ui/CopyButton';
import { useTranslate } from '../ui/translate';

interface PatchButtonProps {
  readonly result: AuditResult;
  /** Pages of this origin that were audited in this browser session, this one among them or not. */
  readonly pages: readonly AuditResult[];
}

/** Copies one patch for all pages audited. This page counts as it is shown, the others as they were. */
export function PatchButton(props: PatchButtonProps): JSX.Element {
  const t = useTranslate();
  const pages = createMemo(() => [
    props.result,
    ...props.pages.filter(({ url }) => url !== props.result.url),
  ]);
  const text = createMemo(() => patchText(patchOf(pages().map((page) => toAuditFile(page, t)))));
  return (
    <CopyButton worded text={text()} label={t('ui.audit.masking.copyPatch', [pages().length])} />
  );
}
