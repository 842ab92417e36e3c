import type { Words } from './words';

export const it: Words = {
  site: {
    title: 'Semi che conoscono il tuo clima',
    lead: 'Coltiviamo, essicchiamo e confezioniamo ogni varietà, e su ogni bustina scriviamo quando seminarla da te.',
    cards: [
      ['Fave', 'Si seminano da ottobre. Reggono il gelo e maturano a giugno.'],
      ['Piselli odorosi', 'A bagno per una notte, poi contro una recinzione rivolta a sud.'],
      ['Aglio', 'Da uno spicchio nasce una testa. Si pianta prima delle gelate.'],
    ],
    second: 'Calendario delle semine',
    secondText: 'Che cosa si semina questo mese, aiuola per aiuola.',
    back: 'Torna al negozio',
    privacyText: 'Qui spieghiamo quali dati usa il negozio, perché e per quanto tempo.',
    chat: 'Domande? Scrivici',
    signIn: 'Accedi',
    email: 'Indirizzo e-mail',
    password: 'Password',
  },
  banner: {
    title: 'Possiamo vedere come si usa il negozio?',
    text: 'Con il tuo consenso effettuiamo registrazioni delle sessioni: le pagine aperte, i clic e lo scorrimento. Così vediamo che cosa non funziona.',
    unnamed: 'Con il tuo consenso usiamo i cookie per contare le visite e migliorare il negozio.',
    accept: 'Accetta',
    reject: 'Rifiuta',
    settings: 'Impostazioni',
    save: 'Salva le mie scelte',
    close: 'Chiudi',
    closeAccepts: 'Accetta e chiudi',
    ok: 'Ho capito',
    later: 'Chiedimelo più tardi',
    policy: 'Informativa sulla privacy',
    reopen: 'Impostazioni dei cookie',
  },
  purposes: {
    essential: ['Necessari', 'Carrello e accesso. Sempre attivi.'],
    recording: [
      'Registrazione delle sessioni',
      'Registra i clic e lo scorrimento, con i testi mascherati.',
    ],
    statistics: ['Statistiche', 'Conta le visite e le pagine.'],
    bundled: [
      'Statistiche e registrazione delle sessioni',
      'Conta le visite e registra le sessioni.',
    ],
    interest: [
      'Legittimo interesse: offerte personalizzate',
      'Ci basiamo sul nostro legittimo interesse, salvo tua opposizione.',
    ],
  },
};
