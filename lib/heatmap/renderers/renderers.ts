import type { HeatStyle } from '../../protocol/heat';
import { createClassicRenderer } from './classic';
import type { CreateRenderer } from './contract';
import { createDensityRenderer } from './density';

export const RENDERERS: Readonly<Record<HeatStyle, CreateRenderer>> = {
  density: createDensityRenderer,
  classic: createClassicRenderer,
};
