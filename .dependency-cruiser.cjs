/** The direction of dependencies (docs/ARCHITECTURE.md). Every message says why the rule exists. */
const PURE =
  'heatmap|sources|pii|recorders|masking|consent|wire|prove|gate|hold|governance|requests|report';
const SHELL = 'platform|page|vault|recording|cli|services';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'core-imports-nothing',
      'core is what everything stands on, so it stands on nothing.',
      { path: '^lib/core/' },
      { path: '^(lib|components|entrypoints)/', pathNot: '^lib/core/' },
    ),
    forbid(
      'protocol-imports-core-only',
      'The protocol is shared by every context: it may only know core.',
      { path: '^lib/protocol/' },
      { path: '^(lib|components|entrypoints)/', pathNot: '^lib/(core|protocol)/' },
    ),
    forbid(
      'pure-rooms-stay-pure',
      'Pure rooms get what they need as data or as a port, so that the panel, the command line and the tests can call them alike.',
      { path: `^lib/(${PURE})/` },
      { path: `^(lib/(${SHELL})|components|entrypoints)/` },
    ),
    forbid(
      'wire-knows-few',
      'What is on the wire is told by values and their classes: no rule, no gate and no source has a say in it.',
      { path: '^lib/wire/' },
      { path: '^lib/', pathNot: '^lib/(core|protocol|pii|report|wire)/' },
    ),
    forbid(
      'pure-rooms-know-no-extension',
      'Only lib/platform touches the extension APIs.',
      { path: `^lib/(core|protocol|${PURE}|page)/` },
      { path: '(wxt/(dist/)?browser|webextension-polyfill|dexie|solid-js|playwright)' },
    ),
    forbid(
      'shell-never-imports-views',
      'Views are given data and callbacks by an entrypoint.',
      { path: '^lib/' },
      { path: '^(components|entrypoints)/' },
    ),
    forbid(
      'components-get-data',
      'Components get data and callbacks: no browser API, no storage, no shell.',
      { path: '^components/' },
      { path: `(^lib/(${SHELL})/|^entrypoints/|wxt/(dist/)?browser|webextension-polyfill|dexie)` },
    ),
    forbid(
      'platform-owns-extension-apis',
      'lib/platform is the only importer of the extension APIs.',
      { path: '^(lib|components|entrypoints)/', pathNot: '^lib/platform/' },
      { path: '(wxt/(dist/)?browser|webextension-polyfill)' },
    ),
    forbid(
      'vault-owns-dexie',
      'lib/vault is the only importer of Dexie.',
      { path: '^(lib|components|entrypoints)/', pathNot: '^lib/vault/' },
      { path: 'node_modules/dexie' },
    ),
    forbid(
      'renderers-own-heatmap-js',
      'heatmap.js stays behind the one renderer contract.',
      { path: '^(lib|components|entrypoints)/', pathNot: '^lib/heatmap/renderers/' },
      { path: 'node_modules/heatmap.js' },
    ),
    forbid('no-cycles', 'A cycle means that two ideas share one home.', {}, { circular: true }),
    forbid(
      'no-unresolved',
      'An import that cannot be resolved hides from every other rule.',
      // They are copied beside each other into dist/, and resolve there.
      { pathNot: '^lib/cli/playwright/declarations/' },
      { couldNotResolve: true, pathNot: '^#(imports|i18n)$|\\.module\\.css$' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
  },
};
