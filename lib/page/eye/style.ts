/** Colours carry one meaning each: red is exposed, amber can't be told, grey is left out. */
export const STYLE = `
:host::backdrop { display: none !important }
.layer { position: absolute; inset: 0 }
.layer.left { clip-path: inset(0 calc(100% - var(--split, 50%)) 0 0) }
.layer.right { clip-path: inset(0 0 0 var(--split, 50%)) }
.layer > div { position: absolute; box-sizing: border-box; overflow: hidden; white-space: pre }
.exposed { border: 2px solid #b3261e; outline: 1px solid #fff; border-radius: 2px }
.unknown { border: 2px dashed #855000; outline: 1px solid #fff; border-radius: 2px }
.box { background: repeating-linear-gradient(45deg, #8b919a 0 6px, #a9aeb6 6px 12px) }
.line { position: absolute; top: 0; bottom: 0; left: var(--split, 50%); width: 2px; background: #0b57d0; box-shadow: 0 0 0 1px #fff }
.bar { position: absolute; left: 50%; bottom: 12px; transform: translateX(-50%); display: flex; align-items: center; gap: 10px; max-width: calc(100vw - 24px); padding: 8px 12px; border-radius: 8px; background: #1b1d21; color: #fff; font: 13px/1.4 system-ui, sans-serif; pointer-events: auto; box-shadow: 0 6px 20px rgb(0 0 0 / 35%) }
.name { white-space: nowrap }
input { width: min(320px, 40vw); accent-color: #a8c7fa }
button { padding: 3px 10px; border: 1px solid #767c86; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer }
:focus-visible { outline: 2px solid #a8c7fa; outline-offset: 2px }`;
