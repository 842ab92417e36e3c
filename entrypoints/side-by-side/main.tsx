import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { SideBySide } from '../../components/heatmap/compare/SideBySide';
import { TranslateProvider } from '../../components/ui/translate';
import { takePictures } from '../../lib/platform/pages';
import { translate } from '../../lib/platform/translate';

const [pictures, setPictures] = createSignal<{ a: string; b: string } | 'gone' | null>(null);
const root = document.getElementById('root');

void takePictures(location.hash).then(
  (both) => setPictures(both),
  () => setPictures('gone'),
);
if (root !== null) {
  render(
    () => (
      <TranslateProvider translate={translate}>
        <SideBySide pictures={pictures()} />
      </TranslateProvider>
    ),
    root,
  );
}
