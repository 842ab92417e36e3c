/** Marks of consent platforms: their own ids and classes, as their documentation and markup name them. */
export const PLATFORM_MARKS: readonly (readonly [cmp: string, selector: string])[] = [
  ['klaro', '.klaro .cookie-modal, .klaro .cookie-notice:not(.cookie-notice-hidden)'],
  ['onetrust', '#onetrust-banner-sdk, #onetrust-pc-sdk'],
  ['cookiebot', '#CybotCookiebotDialog'],
  ['didomi', '#didomi-host'],
  ['usercentrics', '#usercentrics-root, #usercentrics-cmp-ui'],
  ['vanilla-cookieconsent', '#cc-main, #cc--main'],
  ['tarteaucitron', '#tarteaucitronRoot'],
  ['quantcast', '.qc-cmp2-container'],
  ['cookieyes', '.cky-consent-container'],
  ['iubenda', '#iubenda-cs-banner'],
  ['axeptio', '#axeptio_overlay'],
  ['trustarc', '#truste-consent-track'],
  ['osano', '.osano-cm-window'],
  ['complianz', '#cmplz-cookiebanner-container'],
];

/** What opens a platform's banner again: the widgets that they put on the page. */
export const REOPENERS =
  '#ot-sdk-btn, .ot-floating-button__open, #CookiebotWidget, .cky-btn-revisit, #tarteaucitronIcon button, #tarteaucitronManager, .cmplz-manage-consent, .osano-cm-widget, .iubenda-cs-preferences-link, .qc-cmp2-persistent-link, [data-cc="show-preferencesModal"], [data-cc="c-settings"]';

/** "Cookies" and "consent" in the languages of the lexicon. */
export const CONSENT_WORDS =
  /cookie|consent|einwillig|zustimmung|einverständ|toestemming|souhlas|súhlas|hozzájárul|nõusolek|sutikim|piekrišan|privol|suglasn|συναίνεσ|съгласи|açık rıza|persetujuan|ความยินยอม|datenschutz|privacy|rgpd|gdpr|dsgvo|consenti|consentement|confidentialit|privacidad|privacidade|riservatezza|samtyk|samtyc|suostum|eväste|evastee|kakor|kakin|informasjonskaps|zgod|ciastecz|prywatno|soukrom|súbor|soubor|adatv|süti|gizlilik|çerez|kişisel veri|соглас|куки|cookie|согласи|συγκατ|απορρ|クッキー|プライバシー|隐私|隱私|쿠키|개인정보|ملفات تعريف|עוגיות/i;
