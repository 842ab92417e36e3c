import { inGroups } from '../report/bundle/signature';
import type { Attributed, Dated, Verification } from '../report/bundle/verify';

/** What a check of a bundle says, for people: the outcome, then its three parts apart. */
export function verificationText(result: Verification): string {
  const { problems, manifest, manifestSha256, dated, attributed } = result;
  const changes = problems.map(({ file, text }) => `  ${file || 'the zip'}: ${text}`);
  const about = manifest
    ? [`Of: ${oneLine(manifest.url)}`, `Made by: ${oneLine(manifest.operator) || 'not stated'}`]
    : [];
  return [
    headline(result),
    ...changes,
    `Unaltered: ${result.unaltered ? unaltered(attributed) : 'no'}`,
    `Dated: ${datedText(dated)}`,
    `Attributed: ${attributedText(attributed)}`,
    ...about,
    ...(manifestSha256 ? [`Manifest SHA-256: ${manifestSha256}`] : []),
    '',
  ].join('\n');
}

function headline({ unaltered: isIntact, problems, attributed }: Verification): string {
  if (!isIntact) {
    const files = [...new Set(problems.map(({ file }) => file || 'the zip'))];
    return `altered: ${files.join(', ')}`;
  }
  const fingerprint = inGroups(attributed.fingerprint ?? '');
  switch (attributed.to) {
    case 'nobody':
      return 'intact, not signed';
    case 'unknown':
      return 'intact, signer unknown';
    case 'named-key':
      return `intact, signed by ${fingerprint}`;
    case 'other-key':
      return `intact, signed by another key than the one that you named: ${fingerprint}`;
  }
}

/** Without a key that somebody knows, whoever changes a bundle can write its digests anew as well. */
function unaltered({ to }: Attributed): string {
  if (to === 'named-key') return 'yes';
  if (to === 'nobody') return 'yes, by its own digests, which anybody could have written anew';
  return 'yes, since it was signed by the key below';
}

function datedText({ by, time }: Dated): string {
  if (by === 'nothing') return 'no';
  if (by === 'own-clock') return `${time}, by the own clock of whoever made it`;
  return `RFC 3161 token at ${time} (the issuer's signature and chain are not checked)`;
}

function attributedText({ to, fingerprint }: Attributed): string {
  const shown = inGroups(fingerprint ?? '');
  switch (to) {
    case 'nobody':
      return 'no';
    case 'unknown':
      return `unknown signer ${shown}`;
    case 'named-key':
      return `the key that you named, ${shown}`;
    case 'other-key':
      return `another key than the one that you named, ${shown}`;
  }
}

/** What stands in a stranger's bundle must not steer a terminal. */
const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 300);
