import type { Words } from './words';

export const en: Words = {
  site: {
    title: 'Seeds that know your weather',
    lead: 'We grow, dry and pack every variety ourselves, and note on each bag when to sow it where you live.',
    cards: [
      ['Broad beans', 'Sow from October. They stand the frost and are ripe in June.'],
      ['Sweet peas', 'Soak overnight, then plant against a fence that faces south.'],
      ['Garlic', 'One clove becomes a bulb. Plant it before the first hard frost.'],
    ],
    second: 'Sowing calendar',
    secondText: 'What to sow this month, bed by bed.',
    back: 'Back to the shop',
    privacyText: 'Here we say which data this shop uses, for what, and for how long.',
    chat: 'Questions? Chat with us',
    signIn: 'Sign in',
    email: 'E-mail',
    password: 'Password',
  },
  banner: {
    title: 'May we watch how the shop is used?',
    text: 'With your consent we make session recordings: which pages you open, where you click and how far you scroll. They show us what does not work.',
    unnamed: 'With your consent we use cookies to count visits and to improve our shop.',
    accept: 'Accept',
    reject: 'Reject',
    settings: 'Settings',
    save: 'Save my choice',
    close: 'Close',
    closeAccepts: 'Accept and close',
    ok: 'OK',
    later: 'Ask me later',
    policy: 'Privacy policy',
    reopen: 'Cookie settings',
  },
  purposes: {
    essential: ['Necessary', 'Basket and sign-in. Always on.'],
    recording: ['Session recording', 'Records clicks and scrolling, with texts masked.'],
    statistics: ['Statistics', 'Counts visits and pages.'],
    bundled: ['Statistics and session recording', 'Counts visits and records sessions.'],
    interest: [
      'Legitimate interest: personalised offers',
      'We rely on our legitimate interest unless you object.',
    ],
  },
};
