/** Names of the per-tab states in session storage: written by the background, watched by our pages. */
export const HEAT_STATE = 'heat';
export const HEAT_COMPARISON = 'comparison';
export const MEASURES_STATE = 'measures';
export const PINS = 'pins';
export const AUDIT_STATE = 'audit';
export const TRAFFIC = 'traffic';
export const VIEW_NOTICE = 'view-notice';
