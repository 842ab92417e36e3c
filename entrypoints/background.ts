import { defineBackground } from '#imports';
import { onActionPressed, openSidePanel } from '../lib/platform/action';
import { listen } from '../lib/platform/messaging';
import { onTabLoaded, onTabNavigated, onTabRemoved } from '../lib/platform/tabs';
import { composeBackground } from '../lib/services/compose-background';

export default defineBackground({
  type: 'module',
  main() {
    const background = composeBackground();
    // All listeners are registered before any await, so that a woken worker misses nothing.
    listen(background.handlers);
    onActionPressed((tabId, url) => {
      openSidePanel(tabId);
      background.onPressed(tabId, url);
    });
    onTabNavigated(background.onNavigated);
    onTabLoaded(background.onLoaded);
    onTabRemoved(background.onRemoved);
  },
});
