import { REGION_PACKS } from '../../consent/regions';
import { WALK_RULES } from '../../consent/rules/walk-rules';
import { DEFAULT_WALK_POLICY } from '../../consent/walk-policy';
import type { Translate } from '../../core/message';
import { RULE_SET } from '../../masking/registry';
import { extensionVersion, saveFile } from '../../platform/files';
import { makeBundle } from '../../report/bundle/make';
import { toConsentFile } from '../../report/consent-file';
import { consentReport } from '../../report/formats/consent';
import { bytesOf } from './album';
import type { Judged, WalkReport } from './walk-report';

/** Saves what came of a walk: for programs, for people, or both and the walk in a bundle that nobody has signed. */
export async function exportWalk(
  kind: 'json' | 'html' | 'bundle',
  { walk, findings, pictures }: Judged & Pick<WalkReport, 'pictures'>,
  translate: Translate,
): Promise<void> {
  const pack = REGION_PACKS[DEFAULT_WALK_POLICY.region];
  const consent = toConsentFile(
    {
      walk,
      findings,
      rules: [...WALK_RULES, ...pack.rules],
      ruleSet: RULE_SET,
      policy: DEFAULT_WALK_POLICY,
      operator: '',
      toolVersion: extensionVersion(),
    },
    translate,
  );
  const pictureOf = (name: string) => pictures.get(name) ?? null;
  if (kind === 'json') {
    saveFile('consent.json', 'application/json', consentReport(consent, 'json', pictureOf).text);
    return;
  }
  const html = consentReport(consent, 'html', pictureOf).text;
  if (kind === 'html') {
    saveFile('consent-report.html', 'text/html', html);
    return;
  }
  const bundle = await makeBundle({
    consent,
    walk,
    hars: new Map(),
    pictures: new Map([...pictures].map(([name, address]) => [name, bytesOf(address)])),
    html,
    created: Date.now(),
    sign: null,
  });
  saveFile('consent.hushmap.zip', 'application/zip', bundle);
}
