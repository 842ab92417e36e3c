/**
 * Catches the mirror of a copy of rrweb that keeps it to itself: the only weak map from nodes to
 * records that carry an id. To be run before the recorder starts.
 */
export const SPY_ON_MIRROR = `{
  const ids = new WeakMap();
  const set = WeakMap.prototype.set;
  WeakMap.prototype.set = function (key, value) {
    // Windows of other origins are keys as well, and may not be asked anything.
    if (typeof value?.id === 'number' && typeof value.type === 'number' && typeof key.nodeType === 'number') {
      set.call(ids, key, value.id);
    }
    return set.call(this, key, value);
  };
  window.mirrorSeen = { getId: (node) => ids.get(node) ?? -1 };
}`;
