/** The part of simpleheat 0.4.0 that the bench uses; it brings no types. */
declare module 'simpleheat' {
  interface SimpleHeat {
    data(points: readonly (readonly [x: number, y: number, value: number])[]): SimpleHeat;
    max(max: number): SimpleHeat;
    radius(radius: number, blur: number): SimpleHeat;
    draw(): SimpleHeat;
  }
  export default function simpleheat(canvas: HTMLCanvasElement): SimpleHeat;
}
