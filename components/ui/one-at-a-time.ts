import { type Accessor, createSignal } from 'solid-js';

type Work = () => Promise<void>;

/** For what takes a while: whether it is under way, and who begins it; a second press meanwhile does nothing. */
export function createOneAtATime(): [Accessor<boolean>, (work: Work) => void] {
  const [underWay, setUnderWay] = createSignal(false);
  const begin = (work: Work): void => {
    if (underWay()) return;
    setUnderWay(true);
    void work().finally(() => setUnderWay(false));
  };
  return [underWay, begin];
}
