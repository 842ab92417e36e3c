import { defineUnlistedScript } from '#imports';
import { runAutopsy } from '../lib/services/workspace/autopsy-run';

/** A worker of the workspace: it reads recordings, so that the page stays awake and can stop it. */
export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    void runAutopsy(data, (said) => self.postMessage(said));
  });
});
