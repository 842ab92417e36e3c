import { RECONCILE_COLUMNS } from '../../consent/reconcile';
import { STEP_IDS, type StepId } from '../../protocol/walk/scenarios';
import { recorderName } from '../../recorders/names';
import type { ConsentFile, ConsentFileScenario, ConsentFileStep } from '../consent-file-schema';
import {
  COLUMN_WORDS,
  countsOf,
  DEED_WORDS,
  MARK_WORDS,
  number,
  SAYING_WORDS,
  STATE_WORDS,
  STEP_WORDS,
  scenarioName,
} from './consent-words';
import { inHtml } from './html-page';

/** Path by step: what was counted, and who did what. */
export function matrixTable(file: ConsentFile): string {
  const seen = new Set(file.scenarios.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const columns = STEP_IDS.filter((id) => seen.has(id));
  const heads = columns.map((id) => `<th scope="col">${STEP_WORDS[id]}</th>`).join('');
  const rows = file.scenarios.map((scenario) => row(file, scenario, columns)).join('');
  const table = `<caption>What was seen in each step.</caption><thead><tr><th scope="col">Path</th>${heads}</tr></thead><tbody>${rows}</tbody>`;
  return `<section><h2>Paths</h2>${scrolling('Paths and their steps', table)}</section>`;
}

/** What everybody says about consent at each step, and where that disagrees with the choice. */
export function reconciliationTable({ reconciliation }: ConsentFile): string {
  if (reconciliation.length === 0) return '';
  const heads = RECONCILE_COLUMNS.map((id) => `<th scope="col">${COLUMN_WORDS[id]}</th>`).join('');
  const rows = reconciliation.map((row) => {
    const cells = RECONCILE_COLUMNS.map((id) => `<td>${sayingOf(row[id])}</td>`).join('');
    return `<tr><th scope="row">${scenarioName({ id: row.scenario, repeat: row.repeat })}<br><span class="dim">${STEP_WORDS[row.step]}</span></th>${cells}</tr>`;
  });
  const table = `<caption>Who says what about consent. For storage and traffic, “granted” means that something which needs consent was there.</caption><thead><tr><th scope="col">Step</th>${heads}</tr></thead><tbody>${rows.join('')}</tbody>`;
  return `<section><h2>The choice, and what else speaks of it</h2>${scrolling('The choice and the signals', table)}</section>`;
}

function sayingOf({
  state,
  disagrees,
  detail,
}: ConsentFile['reconciliation'][number]['choice']): string {
  if (state === null) return '<span class="dim">–</span>';
  const words = disagrees ? `<b class="fail">✗ ${SAYING_WORDS[state]}</b>` : SAYING_WORDS[state];
  return detail === '' ? words : `${words}<br><bdi class="dim">${inHtml(detail)}</bdi>`;
}

/** On a narrow screen a table scrolls by itself, by keyboard as well. */
const scrolling = (label: string, table: string): string =>
  `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>${table}</table></div>`;

function row(file: ConsentFile, scenario: ConsentFileScenario, columns: readonly StepId[]): string {
  const { state, obstacle } = scenario;
  const why = obstacle ? `: ${inHtml(obstacle.text)}` : '';
  const cells = columns.map((id) => `<td>${cellOf(file, scenario, id)}</td>`).join('');
  return `<tr><th scope="row">${scenarioName(scenario)}<br><span class="dim">${STATE_WORDS[state]}${why}</span></th>${cells}</tr>`;
}

function cellOf(file: ConsentFile, scenario: ConsentFileScenario, stepId: StepId): string {
  const step = scenario.steps.find(({ id }) => id === stepId);
  if (!step) return '<span class="dim">–</span>';
  // All the times that a path was walked are judged together.
  const cell = file.matrix.find(
    ({ scenario: id, step: at }) => id === scenario.id && at === stepId,
  );
  const deeds = (cell?.recorders ?? []).filter(({ did }) => did !== 'none').map(deedOf);
  const lines = [...deeds, ...ownersOf(step)];
  const mark = cell && scenario.repeat === 0 ? `${MARK_WORDS[cell.mark]}<br>` : '';
  return `${mark}${countsOf(step)}${lines.length > 0 ? `<ul>${lines.join('')}</ul>` : ''}`;
}

function deedOf({
  recorder,
  did,
  ingests,
}: ConsentFile['matrix'][number]['recorders'][number]): string {
  const count = did === 'ingest' ? `, ${number(ingests, 'time')}` : '';
  return `<li>${recorderName(recorder)}: ${DEED_WORDS[did]}${count}</li>`;
}

/** Owners of third-party hosts that a cell names where nobody said who did what. */
const MOST_OWNERS = 5;

function ownersOf({ requests }: ConsentFileStep): string[] {
  const others = requests.filter(({ party }) => party === 'third');
  const lines = others
    .slice(0, MOST_OWNERS)
    .map((row) => `<li><bdi>${inHtml(row.owner)}</bdi>: ${number(row.requests, 'request')}</li>`);
  const more = others.length - MOST_OWNERS;
  return more > 0 ? [...lines, `<li class="dim">and ${more} more</li>`] : lines;
}
