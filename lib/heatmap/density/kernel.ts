/** Standard deviation of the Gaussian that stands for one cell, CSS px. */
export const SIGMA = 12;

/** Distance of the field's nodes, CSS px. With cubic splines the error is about 0.1 % of the peak. */
export const STEP = 5;

/** Nodes on either side that a cell reaches: 5 σ, where a Gaussian has fallen to 4 in a million. */
export const REACH = 12;

/**
 * The Gaussian between nodes, `[0]` in the middle, `REACH` the last.
 *
 * A cell is spread over 4 × 4 nodes by cubic B-spline weights, and the picture is read off the nodes
 * by the same weights. Each of the two would blur; so the kernel between them is the Gaussian's
 * samples with both blurs taken out beforehand (the direct B-spline transform: Unser, "Splines: a
 * perfect fit for signal and image processing", 1999). What comes out is the Gaussian itself.
 */
export const KERNEL: Float64Array = makeKernel();

/** Weight of the cubic B-spline at a distance in nodes. */
export function splineWeights(part: number, weights: Float64Array): void {
  const rest = 1 - part;
  weights[0] = (rest * rest * rest) / 6;
  weights[1] = 2 / 3 - part * part + (part * part * part) / 2;
  weights[2] = 2 / 3 - rest * rest + (rest * rest * rest) / 2;
  weights[3] = (part * part * part) / 6;
}

function makeKernel(): Float64Array {
  // Long enough that the transform's own tail (0.27 a node) ends within it.
  const half = REACH + 40;
  let samples = Float64Array.from({ length: 2 * half + 1 }, (_, i) =>
    Math.exp(-(((i - half) * STEP) ** 2) / (2 * SIGMA * SIGMA)),
  );
  samples = unblur(unblur(samples));
  return samples.slice(half, half + REACH + 1);
}

/** The direct transform: undoes what reading with cubic B-spline weights does at the nodes. */
function unblur(samples: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const pole = Math.sqrt(3) - 2;
  const forward = new Float64Array(samples.length);
  let last = 0;
  for (let i = 0; i < samples.length; i++) {
    last = (samples[i] ?? 0) + pole * last;
    forward[i] = last;
  }
  const both = new Float64Array(samples.length);
  last = 0;
  for (let i = samples.length - 1; i >= 0; i--) {
    last = pole * (last - (forward[i] ?? 0));
    both[i] = 6 * last;
  }
  return both;
}
