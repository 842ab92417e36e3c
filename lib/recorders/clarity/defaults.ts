/** Clarity's masking mode is set in its project; Balanced is where a project starts. */
export const DEFAULT_OPTIONS = {
  content: true,
  mask: [],
  unmask: [],
  regions: [],
  checksum: [],
  drop: [],
} as const;
