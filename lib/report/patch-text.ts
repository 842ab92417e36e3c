import type { Patch, PatchMark, RecorderPatch } from './patch';

/** A patch as text to paste into a ticket or a pull request. No value of a page is in it. */
export function patchText({ pages, recorders }: Patch): string {
  const parts = recorders
    .filter(hasChanges)
    .map((recorder) => recorderText(recorder, pages.length));
  const nothing = ['Nothing has to be changed.'];
  return [
    ...pages.map((page) => `# ${page}`),
    '',
    ...(parts.length > 0 ? parts : nothing),
    '',
  ].join('\n');
}

const hasChanges = ({ options, marks, markup, without }: RecorderPatch): boolean =>
  options.length + marks.length + markup.length + without > 0;

function recorderText(
  { name, options, clashing, marks, markup, without }: RecorderPatch,
  pages: number,
): string {
  const left = without === 1 ? '1 finding has' : `${without} findings have`;
  return [
    `## ${name}`,
    ...(options.length > 0 ? ['', 'In its init call:', ...options.map((line) => `  ${line}`)] : []),
    ...(clashing.length > 0
      ? ['', 'These set what stands above to something else; join them by hand:']
      : []),
    ...clashing.map((line) => `  ${line}`),
    ...marks.flatMap((mark) => [
      '',
      `Put ${mark.text} on:`,
      ...elementsOf(mark, pages),
      `  (${mark.effect})`,
    ]),
    ...markup.flatMap((mark) => ['', `${mark.text}, at:`, ...elementsOf(mark, pages)]),
    ...(without > 0 ? ['', `${left} no plain mend: look at the reason of each.`] : []),
    '',
  ].join('\n');
}

/** The pages of an element are named where it is not on all of them. */
const elementsOf = ({ elements }: PatchMark, all: number): string[] =>
  elements.map(({ selector, places, pages }) => {
    const others = places > 1 ? `   and all ${places} places of its kind` : '';
    const where = pages.length < all ? `   on ${pages.join(', ')}` : '';
    return `  ${selector || 'the page itself'}${others}${where}`;
  });
