import { defineContentScript } from '#imports';
import { showEye } from '../../lib/page/eye/view';
import { listen } from '../../lib/platform/messaging';
import { openOrClosedShadowRoot } from '../../lib/platform/shadow-roots';
import { translate } from '../../lib/platform/translate';

/** Injected on demand into the top frame. A second injection replaces the first. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    // The global of the isolated world is ours alone; the page has another.
    const scope = globalThis as { hushmapEye?: AbortController };
    scope.hushmapEye?.abort();
    const script = new AbortController();
    scope.hushmapEye = script;
    let shown = new AbortController();
    const hide = () => shown.abort();
    script.signal.addEventListener('abort', hide);
    listen(
      {
        'eye.show': (request) => {
          hide();
          shown = new AbortController();
          const ports = { closedShadowRoot: openOrClosedShadowRoot, translate, onClose: hide };
          showEye(document, request, ports, shown.signal);
        },
        'eye.hide': hide,
      },
      script.signal,
    );
  },
});
