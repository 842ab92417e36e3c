import type { Words } from './words';

export const fr: Words = {
  site: {
    title: 'Des graines qui connaissent votre climat',
    lead: 'Nous cultivons, séchons et ensachons chaque variété nous-mêmes ; chaque sachet indique quand la semer chez vous.',
    cards: [
      ['Fèves', 'À semer dès octobre. Elles résistent au gel et sont mûres en juin.'],
      ['Pois de senteur', 'À tremper une nuit, puis à planter contre une clôture au sud.'],
      ['Ail', 'Un caïeu devient une tête. À planter avant les fortes gelées.'],
    ],
    second: 'Calendrier des semis',
    secondText: 'Ce que l’on sème ce mois-ci, planche par planche.',
    back: 'Retour à la boutique',
    privacyText:
      'Nous expliquons ici quelles données la boutique utilise, pourquoi et combien de temps.',
    chat: 'Une question ? Écrivez-nous',
    signIn: 'Se connecter',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
  },
  banner: {
    title: 'Pouvons-nous observer l’usage de la boutique ?',
    text: 'Avec votre accord, nous procédons à l’enregistrement de sessions : les pages ouvertes, les clics et le défilement. Nous voyons ainsi ce qui ne marche pas.',
    unnamed:
      'Avec votre accord, nous utilisons des cookies pour compter les visites et améliorer la boutique.',
    accept: 'Accepter',
    reject: 'Refuser',
    settings: 'Paramètres',
    save: 'Enregistrer mes choix',
    close: 'Fermer',
    closeAccepts: 'Accepter et fermer',
    ok: 'OK',
    later: 'Me le redemander plus tard',
    policy: 'Politique de confidentialité',
    reopen: 'Gérer les cookies',
  },
  purposes: {
    essential: ['Nécessaires', 'Panier et connexion. Toujours actifs.'],
    recording: [
      'Enregistrement de session',
      'Enregistre les clics et le défilement, les textes sont masqués.',
    ],
    statistics: ['Statistiques', 'Compte les visites et les pages.'],
    bundled: [
      'Statistiques et enregistrement de session',
      'Compte les visites et enregistre les sessions.',
    ],
    interest: [
      'Intérêt légitime : offres personnalisées',
      'Nous nous fondons sur notre intérêt légitime, sauf opposition de votre part.',
    ],
  },
};
