/** Documented defaults of mixpanel-browser 2.83 (docs.mixpanel.com, session replay privacy). */
export const DEFAULT_OPTIONS = {
  record_mask_all_text: true,
  record_mask_all_inputs: true,
  record_block_selector: 'img, video, audio',
  record_console: true,
  record_network: false,
} as const;
