import type { Words } from './words';

export const pl: Words = {
  site: {
    title: 'Nasiona, które znają Twoją pogodę',
    lead: 'Każdą odmianę sami uprawiamy, suszymy i pakujemy, a na torebce piszemy, kiedy ją u Ciebie wysiać.',
    cards: [
      ['Bób', 'Siew od października. Znosi mróz i dojrzewa w czerwcu.'],
      ['Groszek pachnący', 'Namocz przez noc, potem posadź przy płocie od południa.'],
      ['Czosnek', 'Z jednego ząbka wyrasta główka. Sadź przed silnym mrozem.'],
    ],
    second: 'Kalendarz siewu',
    secondText: 'Co siać w tym miesiącu, grządka po grządce.',
    back: 'Powrót do sklepu',
    privacyText: 'Tu piszemy, jakich danych używa sklep, w jakim celu i jak długo.',
    chat: 'Pytania? Napisz do nas',
    signIn: 'Zaloguj się',
    email: 'Adres e-mail',
    password: 'Hasło',
  },
  banner: {
    title: 'Czy możemy zobaczyć, jak używany jest sklep?',
    text: 'Za Twoją zgodą wykonujemy nagrania sesji: jakie strony otwierasz, gdzie klikasz i jak daleko przewijasz. Dzięki temu widzimy, co nie działa.',
    unnamed: 'Za Twoją zgodą używamy plików cookie, aby liczyć wizyty i ulepszać sklep.',
    accept: 'Akceptuję',
    reject: 'Odrzucam',
    settings: 'Ustawienia',
    save: 'Zapisz wybór',
    close: 'Zamknij',
    closeAccepts: 'Akceptuję i zamykam',
    ok: 'Rozumiem',
    later: 'Zapytaj mnie później',
    policy: 'Polityka prywatności',
    reopen: 'Ustawienia cookie',
  },
  purposes: {
    essential: ['Niezbędne', 'Koszyk i logowanie. Zawsze włączone.'],
    recording: ['Nagrywanie sesji', 'Nagrywa kliknięcia i przewijanie, teksty są ukryte.'],
    statistics: ['Statystyka', 'Liczy wizyty i strony.'],
    bundled: ['Statystyka i nagrywanie sesji', 'Liczy wizyty i nagrywa sesje.'],
    interest: [
      'Prawnie uzasadniony interes: oferty osobiste',
      'Opieramy się na prawnie uzasadnionym interesie, o ile nie wniesiesz sprzeciwu.',
    ],
  },
};
