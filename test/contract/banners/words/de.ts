import type { Words } from './words';

export const de: Words = {
  site: {
    title: 'Saatgut, das Ihr Wetter kennt',
    lead: 'Wir bauen jede Sorte selbst an, trocknen und verpacken sie, und auf jeder Tüte steht, wann sie bei Ihnen in die Erde gehört.',
    cards: [
      ['Dicke Bohnen', 'Ab Oktober säen. Sie vertragen Frost und sind im Juni reif.'],
      ['Duftwicken', 'Über Nacht einweichen, dann an einen Zaun nach Süden setzen.'],
      ['Knoblauch', 'Aus einer Zehe wird eine Knolle. Vor dem ersten strengen Frost stecken.'],
    ],
    second: 'Aussaatkalender',
    secondText: 'Was in diesem Monat gesät wird, Beet für Beet.',
    back: 'Zurück zum Laden',
    privacyText: 'Hier steht, welche Daten dieser Laden nutzt, wofür und wie lange.',
    chat: 'Fragen? Schreiben Sie uns',
    signIn: 'Anmelden',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
  },
  banner: {
    title: 'Dürfen wir zusehen, wie der Laden genutzt wird?',
    text: 'Mit Ihrer Einwilligung erstellen wir Sitzungsaufzeichnungen: welche Seiten Sie öffnen, wohin Sie klicken und wie weit Sie scrollen. So sehen wir, was nicht funktioniert.',
    unnamed:
      'Mit Ihrer Einwilligung zählen wir mit Cookies die Besuche und verbessern unseren Laden.',
    accept: 'Zustimmen',
    reject: 'Ablehnen',
    settings: 'Einstellungen',
    save: 'Auswahl speichern',
    close: 'Schließen',
    closeAccepts: 'Zustimmen und schließen',
    ok: 'OK',
    later: 'Später fragen',
    policy: 'Datenschutzerklärung',
    reopen: 'Cookie-Einstellungen',
  },
  purposes: {
    essential: ['Notwendig', 'Warenkorb und Anmeldung. Immer aktiv.'],
    recording: ['Sitzungsaufzeichnung', 'Zeichnet Klicks und Scrollen auf, Texte sind maskiert.'],
    statistics: ['Statistik', 'Zählt Besuche und Seiten.'],
    bundled: ['Statistik und Sitzungsaufzeichnung', 'Zählt Besuche und zeichnet Sitzungen auf.'],
    interest: [
      'Berechtigtes Interesse: persönliche Angebote',
      'Wir stützen uns auf unser berechtigtes Interesse, solange Sie nicht widersprechen.',
    ],
  },
};
