/**
 * JavaScript that, run before a recorder starts, keeps what it puts in the private mirror of its copy
 * of rrweb: a weak map from nodes to their recorded form, which carries the id.
 */
export const WATCH_MIRROR = `{
  const set = WeakMap.prototype.set;
  window.mirrored = new WeakMap();
  WeakMap.prototype.set = function (key, value) {
    // A key may be the window of another origin, which tells nothing and throws.
    const isRecorded = typeof value?.id === 'number' && typeof value.type === 'number';
    if (isRecorded && typeof key?.nodeType === 'number') {
      set.call(window.mirrored, key, value.id);
    }
    return set.call(this, key, value);
  };
}`;

/** The mirror that was watched, as `Driver.mirror` wants it. */
export const WATCHED_MIRROR = '{ getId: (node) => window.mirrored.get(node) ?? -1 }';
