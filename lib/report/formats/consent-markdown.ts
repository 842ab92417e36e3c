import type { ConsentFile, ConsentFileScenario } from '../consent-file-schema';
import { countsOf, limitsOf, STATE_WORDS, STEP_WORDS, scenarioName, timeOf } from './consent-words';
import { cell, markdown } from './markdown';

/** For a job summary or a pull request: what fails, then path by path what was seen. */
export function consentMarkdown(file: ConsentFile): string {
  const { browser, version, country } = file.vantage;
  const from = country === '' ? '' : `, ${country}`;
  return [
    markdown.head(1),
    markdown.page({ url: file.url, audit: file, reason: '' }, 0),
    `Walked ${timeOf(file.time)} with ${cell(`${browser} ${version}${from}`)}, rules ${cell(file.ruleSet)} (${cell(file.region)}).\n\n`,
    '| path | step | seen |\n|---|---|---|\n',
    ...file.scenarios.map(rows),
    '\n',
    ...limitsOf(file).map((limit) => `- ${cell(limit)}\n`),
  ].join('');
}

function rows(scenario: ConsentFileScenario): string {
  const state = scenario.obstacle
    ? `${STATE_WORDS[scenario.state]}: ${scenario.obstacle.text}`
    : STATE_WORDS[scenario.state];
  const steps = scenario.steps.map((step) => `| | ${STEP_WORDS[step.id]} | ${countsOf(step)} |\n`);
  return `| ${scenarioName(scenario)} | | ${cell(state)} |\n${steps.join('')}`;
}
