/**
 * Whether a stored name, by itself, says that it needs no consent: it keeps the choice, a sign-in, a
 * basket, a language, or it guards a form. A name is an indication, not a proof.
 *
 * @see Article 29 Working Party, Opinion 04/2012 on Cookie Consent Exemption (WP 194)
 */
export const isEssentialName = (name: string): boolean => keepsChoice(name) || WORKS.test(name);

/** Whether a stored name says that it keeps a person's choice about consent, a refusal among them. */
export const keepsChoice = (name: string): boolean => KEEPS_A_CHOICE.test(name);

const KEEPS_A_CHOICE =
  /consent|opt[_-]?(in[_-]?)?out|optanon|^euconsent|^eupubconsent|^addtl_consent|^didomi|^uc_|^ucdata|^usercentrics|^cookieyes|^cky-|^cmplz|^_iub_cs|^axeptio|^klaro|^cc_cookie$|^tarteaucitron|^notice_|^truste|^osano|^gpp|^usprivacy$|^cookie[_-]?(choice|law|notice|banner|settings|preferences|policy)|^tracking-preferences$/i;

const WORKS =
  /^(__host-|__secure-)?(sess|session|sid|phpsessid|jsessionid|asp\.net_sessionid|connect\.sid|csrf|xsrf|_csrf|authenticity|auth|token|lang|locale|i18n|cart|basket|currency|theme)([_.-]?(id|token|key))?$|csrf|xsrf|^__cf_bm$|^cf_clearance$|^awsalb/i;
