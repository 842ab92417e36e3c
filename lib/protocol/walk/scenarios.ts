/**
 * Paths that a visitor can take, each walked from a clean state. `scroll` scrolls and waits, which is
 * no consent; `gpc` sends the Global Privacy Control and touches nothing.
 */
export const SCENARIO_IDS = [
  'untouched',
  'reject',
  'accept',
  'withdraw',
  'settings-off',
  'gpc',
  'scroll',
] as const;

export type ScenarioId = (typeof SCENARIO_IDS)[number];

/**
 * Moments of a path, each of which ends with a reading. `before`: from a cold start until the choice;
 * `warm`: the same once more with a warm cache; `after`: from the choice on, or from where somebody scrolled; `withdrawn`: from the
 * withdrawal on; `reload-2` and `reload-3` look for a banner that comes back.
 */
export const STEP_IDS = [
  'before',
  'warm',
  'after',
  'withdrawn',
  'reload',
  'reload-2',
  'reload-3',
  'second-page',
] as const;

export type StepId = (typeof STEP_IDS)[number];

/** Why a path, or a part of it, could not be walked. A finding, never a skip. */
export const OBSTACLES = [
  /** No banner came within the time that it was waited for. */
  'no-banner',
  /** The banner has no control of this kind. */
  'no-control',
  /** The control is there and something else lies over it. */
  'control-covered',
  /** The control moves away, or is made anew, whenever the pointer comes. */
  'control-moves',
  /** The press was made, and the banner stayed as it was. */
  'no-effect',
  /** After accepting there is no way back on the page. */
  'no-withdrawal',
  /** The page did not load, or asks for a sign-in. */
  'not-reached',
  /** The page did not answer in time. */
  'timed-out',
  /** Somebody stopped the run, or the browser did. */
  'interrupted',
  /** The one who drives can't do this here (a private window, a header, a cleared site). */
  'not-possible-here',
] as const;

export type Obstacle = (typeof OBSTACLES)[number];

/**
 * What keeps visits from a clean state: `http-only-cookies` could be neither cleared nor listed; with
 * `storage-state` each began with what a file brought, whose names are not told.
 */
export const VANTAGE_LIMITS = ['http-only-cookies', 'storage-state'] as const;
