import type { Words } from './words';

export const sv: Words = {
  site: {
    title: 'Frön som känner ditt väder',
    lead: 'Vi odlar, torkar och packar varje sort själva, och på varje påse står när den ska sås hos dig.',
    cards: [
      ['Bondbönor', 'Sås från oktober. De tål frost och mognar i juni.'],
      ['Luktärter', 'Blötlägg över natten och plantera mot ett staket i söderläge.'],
      ['Vitlök', 'En klyfta blir en hel lök. Sätt den före den hårda frosten.'],
    ],
    second: 'Såkalender',
    secondText: 'Vad som sås den här månaden, bädd för bädd.',
    back: 'Tillbaka till butiken',
    privacyText: 'Här står vilka uppgifter butiken använder, varför och hur länge.',
    chat: 'Frågor? Skriv till oss',
    signIn: 'Logga in',
    email: 'E-postadress',
    password: 'Lösenord',
  },
  banner: {
    title: 'Får vi se hur butiken används?',
    text: 'Med ditt samtycke gör vi sessionsinspelningar: vilka sidor du öppnar, var du klickar och hur långt du rullar. De visar oss vad som inte fungerar.',
    unnamed: 'Med ditt samtycke använder vi kakor för att räkna besök och förbättra butiken.',
    accept: 'Godkänn',
    reject: 'Avvisa',
    settings: 'Inställningar',
    save: 'Spara mitt val',
    close: 'Stäng',
    closeAccepts: 'Godkänn och stäng',
    ok: 'Jag förstår',
    later: 'Fråga mig senare',
    policy: 'Integritetspolicy',
    reopen: 'Kakinställningar',
  },
  purposes: {
    essential: ['Nödvändiga', 'Varukorg och inloggning. Alltid på.'],
    recording: ['Sessionsinspelning', 'Spelar in klick och rullning, texter är maskerade.'],
    statistics: ['Statistik', 'Räknar besök och sidor.'],
    bundled: ['Statistik och sessionsinspelning', 'Räknar besök och spelar in sessioner.'],
    interest: [
      'Berättigat intresse: personliga erbjudanden',
      'Vi stöder oss på vårt berättigade intresse om du inte invänder.',
    ],
  },
};
