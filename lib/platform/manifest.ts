import type { ConfigEnv, UserManifest } from 'wxt';

/** The add-on id that Firefox needs for storage and native signing. */
export const FIREFOX_ID = 'hushmap@hushmap.dev';

/**
 * The manifest beyond what the entrypoints declare. What each permission is for, when it is asked
 * and what happens on "no" stands in docs/adr/0001-permissions.md.
 *
 * The `testing` mode alone gets every host and optional permission in advance, because a permission prompt cannot be
 * answered headless; a test reads the shipped manifest to see that it has none.
 */
export function manifest({ browser, mode }: ConfigEnv): UserManifest {
  return {
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      // Blocks only where hosts were granted, and brings no warning at install.
      'declarativeNetRequestWithHostAccess',
      'scripting',
      'storage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      ...(mode === 'testing' ? SITE_DATA : []),
    ],
    ...(mode === 'testing' ? {} : { optional_permissions: SITE_DATA }),
    optional_host_permissions: [...SITES, ...SOCKETS],
    ...(mode === 'testing' ? { host_permissions: [...SITES, ...SOCKETS] } : {}),
    action: { default_title: '__MSG_extension_toggleHeat__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+H' } },
    },
    ...(browser === 'firefox' ? firefoxOnly : chromeOnly),
  };
}

/** Lists and clears what a site keeps here, so that a walk begins each path from a clean state. */
const SITE_DATA: NonNullable<UserManifest['optional_permissions']> = ['browsingData', 'cookies'];

const SITES = ['http://*/*', 'https://*/*'];

/** A WebSocket is blocked only where its own scheme was granted. */
const SOCKETS = ['ws://*/*', 'wss://*/*'];

const chromeOnly: UserManifest = {
  minimum_chrome_version: '122',
  storage: { managed_schema: 'managed-schema.json' },
};

const firefoxOnly: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: FIREFOX_ID,
      strict_min_version: '140.0',
      // URLs of pages travel to the source that the user set up, with that source's key.
      data_collection_permissions: { required: ['browsingActivity', 'authenticationInfo'] },
    },
  },
};
