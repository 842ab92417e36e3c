import type { ConsentFile, ConsentFileScenario, ConsentFileStep } from '../consent-file-schema';
import { AIM_WORDS, STEP_WORDS, scenarioName, timeOf } from './consent-words';
import { inHtml } from './html-page';

/** The `data:` address of a picture by its name; null: it is not at hand. */
export type PictureSource = (name: string) => string | null;

type Click = ConsentFileStep['clicks'][number];

/** Every press on a control, with the page as it was pressed. */
export function presses(file: ConsentFile, pictures: PictureSource): string {
  const parts = file.scenarios.flatMap((scenario) =>
    scenario.steps.flatMap((step) =>
      step.clicks.map((click) => figure(file, scenario, step, click, pictures)),
    ),
  );
  const none = '<p>Nothing was pressed.</p>';
  return `<section><h2>What was pressed</h2>${parts.join('\n') || none}</section>`;
}

function figure(
  file: ConsentFile,
  scenario: ConsentFileScenario,
  step: ConsentFileStep,
  click: Click,
  pictures: PictureSource,
): string {
  const source = click.picture === '' ? null : pictures(click.picture);
  const by = click.by === 'program' ? 'by program' : 'by a person';
  const kind = click.trusted ? 'a real press' : 'an event that a script made';
  return `<figure>${source === null ? '' : shot(file, click, source)}
<figcaption><b>${scenarioName(scenario)}</b>, ${STEP_WORDS[step.id].toLowerCase()}: “<bdi>${inHtml(click.label)}</bdi>” was pressed ${AIM_WORDS[click.aim]}, ${by}, ${kind}, at ${timeOf(click.time)}.<br><code>${inHtml(click.selector)}</code>${click.picture === '' ? '' : `<br><span class="dim">Picture: ${inHtml(click.picture)}</span>`}</figcaption></figure>`;
}

/** The picture shows the viewport, so the control's box is placed by its share of it. */
function shot({ vantage }: ConsentFile, { box, label }: Click, source: string): string {
  const { width, height } = vantage.viewport;
  const alt = `The page when “${label}” was pressed`;
  const image = `<img src="${inHtml(source)}" alt="${inHtml(alt)}" loading="lazy">`;
  const isInside =
    width > 0 &&
    height > 0 &&
    box.x >= 0 &&
    box.y >= 0 &&
    box.x + box.width <= width &&
    box.y + box.height <= height;
  const place = [
    `left:${share(box.x, width)}`,
    `top:${share(box.y, height)}`,
    `width:${share(box.width, width)}`,
    `height:${share(box.height, height)}`,
  ].join(';');
  return `<div class="shot">${image}${isInside ? `<span class="mark" style="${place}"></span>` : ''}</div>`;
}

const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`;
