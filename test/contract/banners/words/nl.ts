import type { Words } from './words';

export const nl: Words = {
  site: {
    title: 'Zaden die uw weer kennen',
    lead: 'Wij telen, drogen en verpakken elk ras zelf, en op elk zakje staat wanneer u het bij u thuis zaait.',
    cards: [
      ['Tuinbonen', 'Zaaien vanaf oktober. Ze kunnen tegen vorst en zijn rijp in juni.'],
      ['Lathyrus', 'Een nacht weken en dan tegen een hek op het zuiden planten.'],
      ['Knoflook', 'Uit één teen groeit een bol. Planten vóór de strenge vorst.'],
    ],
    second: 'Zaaikalender',
    secondText: 'Wat u deze maand zaait, bed voor bed.',
    back: 'Terug naar de winkel',
    privacyText: 'Hier leest u welke gegevens deze winkel gebruikt, waarvoor en hoe lang.',
    chat: 'Vragen? Chat met ons',
    signIn: 'Inloggen',
    email: 'E-mailadres',
    password: 'Wachtwoord',
  },
  banner: {
    title: 'Mogen wij zien hoe de winkel wordt gebruikt?',
    text: 'Met uw toestemming maken wij sessieopnames: welke pagina’s u opent, waar u klikt en hoe ver u scrolt. Zo zien wij wat niet werkt.',
    unnamed:
      'Met uw toestemming gebruiken wij cookies om bezoeken te tellen en onze winkel te verbeteren.',
    accept: 'Accepteren',
    reject: 'Weigeren',
    settings: 'Instellingen',
    save: 'Keuze opslaan',
    close: 'Sluiten',
    closeAccepts: 'Accepteren en sluiten',
    ok: 'Oké',
    later: 'Later vragen',
    policy: 'Privacyverklaring',
    reopen: 'Cookie-instellingen',
  },
  purposes: {
    essential: ['Noodzakelijk', 'Winkelmand en inloggen. Altijd aan.'],
    recording: ['Sessieopname', 'Neemt klikken en scrollen op, teksten zijn afgeschermd.'],
    statistics: ['Statistieken', 'Telt bezoeken en pagina’s.'],
    bundled: ['Statistieken en sessieopname', 'Telt bezoeken en neemt sessies op.'],
    interest: [
      'Gerechtvaardigd belang: persoonlijke aanbiedingen',
      'Wij beroepen ons op ons gerechtvaardigd belang, tenzij u bezwaar maakt.',
    ],
  },
};
