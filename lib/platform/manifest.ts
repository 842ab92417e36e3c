import type { ConfigEnv, UserManifest } from 'wxt';

/** The add-on id that Firefox needs for storage and native signing. */
export const FIREFOX_ID = 'hushmap@hushmap.dev';

/**
 * The manifest beyond what the entrypoints declare. What each permission is for, when it is asked
 * and what happens on "no" stands in docs/adr/0001-permissions.md.
 *
 * The `testing` mode alone gets every host in advance, because a permission prompt cannot be
 * answered headless; a test reads the shipped manifest to see that it has none.
 */
export function manifest({ browser, mode }: ConfigEnv): UserManifest {
  return {
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(mode === 'testing' ? { host_permissions: ['http://*/*', 'https://*/*'] } : {}),
    action: { default_title: '__MSG_extension_toggleHeat__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+H' } },
    },
    ...(browser === 'firefox' ? firefoxOnly : chromeOnly),
  };
}

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
