import { describe, expect, it } from 'vitest';
import { languageOf } from './language';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'We use cookies to make this site work and to learn how you use it. You can change your mind at any time.',
    'This website stores data on your device.',
  ],
  de: [
    'Wir verwenden Cookies, um unsere Website zu verbessern. Sie können Ihre Wahl jederzeit ändern.',
    'Mit einem Klick auf „Zustimmen“ willigen Sie ein, dass wir Ihre Daten verarbeiten.',
  ],
  fr: [
    'Nous utilisons des cookies pour améliorer votre visite. Vous pouvez changer d’avis à tout moment sur cette page.',
  ],
  es: [
    'Utilizamos cookies para mejorar nuestra página. Puedes cambiar tus preferencias en este sitio cuando quieras.',
  ],
  it: [
    'Utilizziamo i cookie per migliorare il sito. Puoi cambiare la tua scelta in ogni momento con le impostazioni della pagina.',
  ],
  pt: [
    'Utilizamos cookies para melhorar a sua visita. Pode alterar as suas opções a qualquer momento no nosso site.',
  ],
  nl: [
    'Wij gebruiken cookies om onze site te verbeteren. Je kunt je keuze op elk moment wijzigen via deze pagina.',
  ],
  sv: ['Vi använder kakor för att förbättra vår webbplats. Du kan när som helst ändra dina val.'],
  da: [
    'Vi bruger cookies til at forbedre vores hjemmeside. Du kan til enhver tid ændre dine valg, hvis du vil blive husket.',
  ],
  no: [
    'Vi bruker informasjonskapsler for å forbedre nettstedet vårt. Du kan når som helst endre valgene dine, og gi deg beskjed.',
  ],
  is: ['Við notum vafrakökur til að bæta vefsíðu okkar. Þú getur breytt því hvenær sem er.'],
  fi: [
    'Käytämme evästeitä, jotta sivusto toimii ja voimme kehittää sitä. Voit muuttaa valintaasi, kun haluat.',
  ],
  et: [
    'Kasutame küpsiseid, et veebileht töötaks ja me saaksime seda paremaks teha. Te saate oma valikut muuta.',
  ],
  hu: [
    'Ez az oldal sütiket használ, hogy a látogatás kényelmes legyen, és minden működjön. A beállítás nem végleges.',
  ],
  pl: [
    'Używamy plików cookie, aby nasza strona działała oraz żeby ją ulepszać. Możesz to zmienić w każdej chwili.',
  ],
  cs: [
    'Používáme soubory cookie, aby naše stránky fungovaly a byly lepší. Svou volbu můžete kdykoli změnit, také zde.',
  ],
  sk: [
    'Používame súbory cookie, aby naše stránky fungovali a boli lepšie. Svoju voľbu môžete kedykoľvek zmeniť, tiež tu.',
  ],
  sl: [
    'Na tej spletni strani uporabljamo piškotke, da deluje in da jo lahko izboljšamo. Svojo izbiro lahko tudi spremenite.',
  ],
  hr: [
    'Koristimo kolačiće kako bi mrežne stranice radile i što bolje služile. Također možete promijeniti odabir, a uvjeti su objavljeni.',
  ],
  sr: [
    'Користимо колачиће да би сајт радио и да бисмо га побољшали. Избор можете променити.',
    'Koristimo kolačiće da bi sajt radio. Takođe možete promeniti izbor na sajtu, gde su i uslovi.',
  ],
  ro: [
    'Folosim cookie-uri pentru ca site-ul să funcționeze și pentru a-l îmbunătăți. Puteți schimba alegerea în orice moment.',
  ],
  bg: [
    'Използваме бисквитки, за да работи сайтът и да го подобряваме. Можете да промените избора си.',
  ],
  ru: ['Мы используем файлы cookie, чтобы сайт работал. Вы можете изменить выбор в любое время.'],
  uk: ['Ми використовуємо файли cookie, щоб сайт працював. Ви можете змінити вибір будь-коли.'],
  lt: [
    'Naudojame slapukus, kad svetainė veiktų ir kad ją galėtume gerinti. Savo pasirinkimą galite pakeisti.',
  ],
  lv: [
    'Mēs izmantojam sīkdatnes, lai vietne darbotos un lai to uzlabotu. Jūs varat mainīt savu izvēli.',
  ],
  el: ['Χρησιμοποιούμε cookies για να λειτουργεί ο ιστότοπος.'],
  tr: [
    'Bu web sitesi çerezler kullanır. Sitemizde her ziyaret için daha iyi bir deneyim sunuyoruz ve seçiminizi değiştirebilirsiniz.',
  ],
  ja: ['このサイトではクッキーを使用しています。', 'Cookieの使用に同意しますか'],
  zh: ['我们使用Cookie来改善网站体验', '我們使用 Cookie 改善您的體驗'],
  ko: ['이 사이트는 쿠키를 사용합니다.'],
  ar: ['نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع.'],
  he: ['אנו משתמשים בעוגיות כדי לשפר את האתר.'],
  fa: ['ما از کوکی‌ها برای بهبود سایت استفاده می‌کنیم.'],
  th: ['เราใช้คุกกี้เพื่อพัฒนาเว็บไซต์'],
  vi: [
    'Chúng tôi sử dụng cookie để trang web hoạt động và được cải thiện. Bạn có thể thay đổi lựa chọn này.',
  ],
  id: [
    'Kami menggunakan cookie agar situs ini dapat bekerja dengan baik. Anda bisa mengubah pilihan kapan saja.',
  ],
  ca: [
    'Utilitzem galetes per millorar el nostre web. Podeu canviar les preferències en aquest lloc també més tard.',
  ],
  gl: [
    'Utilizamos cookies para mellorar a súa visita. Pode cambiar as opcións no noso sitio, tamén máis tarde, cunha soa páxina, sen présa.',
  ],
  eu: [
    'Gure webgunean cookieak erabiltzen ditugu hobetzeko. Zure aukera alda dezakezu, eta ez da behin betikoa.',
  ],
  ga: [
    'Úsáidimid fianáin chun an suíomh seo a fheabhsú. Is féidir leat do rogha a athrú agus tá níos mó eolais againn.',
  ],
  mt: [
    'Aħna nużaw il-cookies biex is-sit jaħdem. Tista tbiddel l-għażla tiegħek meta trid, u dan mhux biss fuq is-sit tagħna.',
  ],
};

const UNSURE = [
  ['nothing', ''],
  ['a button', 'Alle akzeptieren'],
  ['a name', 'Hushmap'],
  ['Danish and Norwegian alike', 'Vi kan med det'],
  ['Czech and Slovak alike', 'to je na po od'],
  ['Croatian and Serbian alike', 'Koristimo kolačiće i možete ih odbiti na ovoj stranici'],
  ['Spanish and Catalan alike', 'cookies de la web en un'],
  [
    'two languages',
    'We use cookies and you can change this. Wir verwenden Cookies und Sie können das ändern.',
  ],
  ['Macedonian', 'Користиме колачиња за да ја подобриме страницата, ќе ги зачуваме.'],
  ['numbers', '12 345 678 90'],
  ['Urdu', 'ہم کوکیز استعمال کرتے ہیں تاکہ ویب سائٹ بہتر ہو'],
] as const;

describe('languageOf', () => {
  it.each(Object.entries(TEXTS))('reads %s', (language, texts) => {
    expect(texts.map(languageOf)).toEqual(texts.map(() => language));
  });

  it.each(UNSURE)('says nothing of %s', (_what, text) => expect(languageOf(text)).toBe(''));

  it('takes no time over a long text', () => {
    expect(languageOf('we use the cookies of our site for you and your '.repeat(50_000))).toBe(
      'en',
    );
  });
});
