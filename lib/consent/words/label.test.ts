import { describe, expect, it } from 'vitest';
import { labelOf, laterOf } from './label';

const LABELS = {
  reject: [
    ...['Decline all', 'No thanks', 'Opt out', 'Do not sell my personal information'],
    ...['Continue without consent', 'Strictly necessary cookies only', 'Nichts akzeptieren'],
    ...['Weiter ohne Einwilligung', 'Zonder toestemming doorgaan', 'Geen cookies accepteren'],
    ...['Ne pas accepter', 'Je n’accepte pas', 'Sin aceptar, continuar', 'Solo cookies esenziali'],
    ...['Nej tack', 'Kun nødvendige', 'Vain välttämättömät', 'Nie wyrażam zgody', 'Не принимать'],
    ...['Nesouhlasím', 'Nu accept', 'Csak a szükségesek', 'Kabul etmiyorum', 'Μόνο τα απαραίτητα'],
    ...['同意しない', '不同意', '동의하지 않음', 'رفض الكل'],
  ],
  accept: [
    ...['Yes, I agree', 'Accept all & close', 'Alle zulassen', 'Ja, ich stimme zu', 'Is goed'],
    ...['Tout autoriser', 'De acuerdo', 'Va bene, accetto', 'Tillat alle', 'Zgoda', 'Kabul et'],
    ...['Alle auswählen', 'Sutinku', 'Nõustu kõigiga', '全部接受'],
  ],
  settings: [
    ...['Show purposes', 'Cookie-Einstellungen anpassen', 'Privacyvoorkeuren', 'Je paramètre'],
    ...['Más opciones', 'Gestisci preferenze', 'Mukauta', 'Vælg selv', 'Więcej opcji', 'Параметры'],
  ],
  acknowledge: [
    'OK',
    'Got it',
    'Verstanden',
    'J’ai compris',
    'Entendido',
    'Schließen',
    'Понятно',
    '×',
  ],
  other: [
    ...['Cookie policy', 'Learn more', 'Our 1,042 partners', 'Datenschutzerklärung', 'Anmelden'],
    ...['Reject and subscribe', 'Refuser et s’abonner pour 2 €', 'Yes, I am over 18', 'Impressum'],
    ...['Personalised advertising', 'Your privacy choices', 'Continue with Google', '…', ''],
  ],
} as const;

describe('what a button of a banner says', () => {
  for (const [label, texts] of Object.entries(LABELS)) {
    it.each(texts)(`${label}: "%s"`, (text) => expect(labelOf(text)).toBe(label));
  }

  it('calls a label that offers a refusal and the settings settings: it does not yet refuse', () => {
    expect(labelOf('Manage or reject')).toBe('settings');
    expect(labelOf('Einstellungen oder ablehnen')).toBe('settings');
  });

  it('reads a sentence that is a button, and no other sentence', () => {
    const button =
      'If you prefer not to accept cookies with the exception of technically necessary cookies, please click here';
    expect(labelOf(button)).toBe('reject');
    expect(labelOf(`We ask you to accept our cookies, ${'and so on, '.repeat(8)}`)).toBe('other');
  });

  it('takes no time over a long text', () => {
    expect(labelOf('accept not '.repeat(100_000))).toBe('other');
  });
});

const LATER = [
  ...['Ask me later', 'Maybe later', 'Not now', 'Remind me later', 'Später', 'Jetzt nicht'],
  ...['Später entscheiden', 'Plus tard', 'Pas maintenant', 'Más tarde', 'Ahora no', 'Più tardi'],
  ...['Non ora', 'Mais tarde', 'Agora não', 'Misschien later', 'Niet nu', 'Inte nu', 'Senare'],
  ...['Ikke nu', 'Senere', 'Ikke nå', 'Myöhemmin', 'Ei nyt', 'Hiljem', 'Később', 'Most nem'],
  ...['Później', 'Nie teraz', 'Později', 'Teď ne', 'Neskôr', 'Teraz nie', 'Kasnije', 'Ne sada'],
  ...['Pozneje', 'По-късно', 'Касније', 'Mai târziu', 'Nu acum', 'Vėliau', 'Ne dabar', 'Vēlāk'],
  ...['Ne tagad', 'Αργότερα', 'Όχι τώρα', 'Daha sonra', 'Şimdi değil', 'Позже', 'Не сейчас'],
  ...['Пізніше', 'Не зараз', '後で', '稍后', '以后再说', '나중에', 'لاحقا', 'ليس الآن', 'אחר כך'],
  ...['לא עכשיו', 'بعداً', 'ภายหลัง', 'Để sau', 'Nanti', 'Més tard', 'Máis tarde', 'Geroago'],
  ...['Níos déanaí', 'Aktar tard', 'Seinna', 'Ekki núna'],
];

describe('whether a label postpones', () => {
  it.each(LATER)('"%s" does', (label) => expect(laterOf(label)).toBe(true));

  it.each([
    'Accept',
    'Reject all',
    'Not necessary',
    'Später bezahlen im Abo',
    'Ablehnen',
    'OK',
    '',
  ])('"%s" does not', (label) => expect(laterOf(label)).toBe(false));

  it('refuses too where it says no, and decides nothing where it only puts off', () => {
    expect(labelOf('Not now')).toBe('reject');
    expect(labelOf('Jetzt nicht')).toBe('reject');
    expect(labelOf('Maybe later')).toBe('other');
    expect(labelOf('Später')).toBe('other');
  });
});

/** What stands in banners, and around them, and decides nothing; apart by `|`. */
const OTHERS = `
  Use precise geolocation data | Use limited data to select advertising |
  Understand audiences through statistics | Develop and improve services |
  Match and combine data from other data sources |
  Ensure security, prevent and detect fraud, and fix errors |
  Deliver and present advertising and content | Save and communicate privacy choices |
  Functional | Strictly necessary cookies are always active | Always active |
  Third-party cookies | Social media cookies | Do you accept cookies? |
  Why do we use cookies? | What are cookies? | How do I change my settings? |
  Frequently asked questions | Cookie guide | Technical information |
  Necessary for the website to function | Get started | Read article | Next article |
  Book now | Buy tickets | Add to cart | Order now | Apply now | Job application |
  Start free trial | Choose your country | Select your region | View cart | Edit profile |
  Change password | Return policy | Customer reviews | Unsubscribe | Delete account | Refund |
  Report abuse | Permission to advertise | Ad choices | AdChoices | About ads |
  Advertising partners | TCF vendors | Google vendors | Legitimate interest vendors |
  Privacy center | Privacy shield | Data protection officer | Accessibility statement |
  Powered by OneTrust | Cookiebot by Usercentrics | Consent ID | Consent date |
  Consent history | Externe Dienste | Name des Cookies | Anbieter | Laufzeit | Speicherdauer |
  Zweck | Verwendete Cookies | Cookie-Informationen | Weitere Informationen zu den Cookies |
  Personalisierte Anzeigen und Inhalte | Genaue Standortdaten verwenden |
  Endgeräteeigenschaften zur Identifikation aktiv abfragen |
  Speichern von Informationen auf einem Gerät | Nutzungsbedingungen | Nicht klassifiziert |
  Unklassifiziert | Kein Konto? Registrieren | Noch kein Abo? | Nur für Abonnenten |
  Jetzt kostenlos testen | Barrierefreiheit | Warum sehe ich das? | Was sind Cookies? |
  Wie verwenden wir Cookies? | Wir respektieren Ihre Privatsphäre |
  Ohne Registrierung weiter | Als Gast fortfahren | Publicités personnalisées |
  Mesure d'audience | Réseaux sociaux | Données personnelles |
  Stocker et/ou accéder à des informations | Données de géolocalisation précises |
  Gestion des abonnements | Non classés | Continuer sans s'abonner | Découvrir nos offres |
  Conditions de résiliation | Protection des données | Qui sommes-nous | Statistieken |
  Onze privacyverklaring | Functionele cookies zijn altijd actief | Niet geclassificeerd |
  Wat zijn cookies? | Zonder account verder | Personalisatie | Advertenties |
  No clasificadas | Publicidad y contenido personalizados | Datos de geolocalización precisa |
  Sin publicidad por 1,99 € | ¿No tienes cuenta? Regístrate | Aviso de cookies |
  Non classificati | Marketing | Statistiche | Pubblicità personalizzata |
  Annunci personalizzati | Niesklasyfikowane | Zaufani partnerzy | Lista partnerów |
  Polityka cookies | Statystyki
`;

it('takes nothing for a choice that is none', () => {
  const taken = OTHERS.split('|').filter((text) => labelOf(text) !== 'other');
  expect(taken).toEqual([]);
});
