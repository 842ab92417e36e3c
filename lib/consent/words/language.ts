/**
 * The language that a banner's text is written in, as a BCP 47 primary tag (`no` for Bokmål and
 * Nynorsk), or '' where the text is too short or could as well be in a language close by. By letters
 * where a script or a letter tells, else by the little words that every text has.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, MAX_TEXT).normalize('NFC').toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const scripts = SCRIPTS.map(([script, read]) => ({ count: countOf(sample, script), read }));
  const other = scripts.reduce((most, each) => (each.count > most.count ? each : most));
  if (other.count > MIN_LETTERS && other.count > OTHER_SCRIPT * letters) return other.read(sample);
  return other.count > OTHER_SCRIPT * letters ? '' : byWords(sample);
}

const MAX_TEXT = 5_000;
const MIN_LETTERS = 5;
/** Names and "cookies" stand in Latin letters in texts of all scripts. */
const OTHER_SCRIPT = 0.3;

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** Scripts but Latin, and which language a text in one is in. */
const SCRIPTS: readonly (readonly [script: RegExp, read: (text: string) => string])[] = [
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, readHan],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Arabic}/gu, readArabic],
  [/\p{Script=Cyrillic}/gu, readCyrillic],
];

function readHan(text: string): string {
  const kana = countOf(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana === 0) return 'zh';
  return countOf(text, /\p{Script=Hiragana}/gu) > 1 ? 'ja' : '';
}

function readArabic(text: string): string {
  if (/[ٹڈڑےںۆێەڵڕېټډړږښ]/.test(text)) return '';
  if (/[پچژگکی]/.test(text)) return /[ةىيك]/.test(text) ? '' : 'fa';
  return /[ةىيكأإ]/.test(text) ? 'ar' : '';
}

/** By letters that only one of the languages has; with letters of others, it is none of them. */
function readCyrillic(text: string): string {
  if (/[ўѓќѕәғқңөүұһҳҷӣӯҥҕҙҡӑӗҫӳ]/.test(text)) return '';
  const own = [
    ['sr', /[јљњћђџ]/],
    ['uk', /[іїєґ]/],
    ['ru', /[ыэё]/],
  ] as const;
  const found = own.filter(([, letters]) => letters.test(text)).map(([language]) => language);
  if (found.length > 0) return found.length === 1 ? (found[0] ?? '') : '';
  return countOf(text, /ъ/g) > 0 && /(?<!\p{L})(на|за|се|от|да|ще|и|с|не)(?!\p{L})/u.test(text)
    ? 'bg'
    : '';
}

/**
 * The language with the most of its little words, if it has more than twice as many that each other
 * one lacks as the other has that it lacks.
 */
function byWords(text: string): string {
  const words = new Set(text.match(/[\p{L}\p{M}]+/gu));
  const found = Object.entries(WORDS).map(([language, known]) => {
    listed[language] ??= new Set(known.split(' '));
    const hits = [...words].filter((word) => listed[language]?.has(word));
    return { language, hits };
  });
  const best = found.reduce((most, each) => (each.hits.length > most.hits.length ? each : most));
  if (best.hits.length < MIN_HITS || best.hits.length < MIN_SHARE * words.size) return '';
  const stands = found.every((rival) => {
    if (rival === best) return true;
    const ahead = best.hits.filter((word) => listed[rival.language]?.has(word) !== true).length;
    const behind = rival.hits.filter((word) => listed[best.language]?.has(word) !== true).length;
    return ahead >= MIN_AHEAD && ahead > 2 * behind;
  });
  return stands ? best.language : '';
}

const MIN_HITS = 3;
const MIN_AHEAD = 2;
/** Of the different words. */
const MIN_SHARE = 0.15;

const listed: Record<string, ReadonlySet<string>> = {};

/** Little words, and those that tell a language from its neighbours. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to we you your our us this is are with for that can on by not or more from will all use be have at it as if an may these which how any about',
  de: 'der die das und wir sie ihre ihr ihnen unsere unserer ist sind zu mit für auf von werden wird nicht oder auch um diese dieser können eine einer ein einen dem den des durch bei zur zum sich wenn nutzen verwenden dass im alle',
  fr: 'le la les des et nous vous votre vos nos notre est sont avec pour sur dans par ne pas ou une un du ce cette ces afin que qui au aux plus en utilisons peut pouvez tout tous sans leur être',
  es: 'el la los las y de que en un una para por con su sus nuestro nuestra nuestros es son este esta estos puede puedes más del al como o se no si tu tus lo utilizamos usamos todas todos sin sobre te también',
  it: 'il lo la i gli le e di che in un una per con su nostro nostra nostri è sono questo questa questi può puoi più del della dei delle al alla come o si non se tuo tuoi utilizziamo tutti dal nel anche tua sul sito',
  pt: 'o a os as e de que em um uma para por com seu sua seus nosso nossa nossos é são este esta estes pode mais do da dos das ao como ou se não no na nos utilizamos usamos todos também você sem pelo pela sobre',
  nl: 'de het een en wij we je jij uw u onze ons is zijn met voor op van worden wordt niet of ook om deze dit die kunnen kunt door bij naar te in aan als meer gebruiken alle dat maken over jouw',
  sv: 'och att vi du din ditt dina vår våra oss är med för på av som den det de inte eller också om dessa kan en ett till från använder när genom mer alla dig har hur ska webbplats kakor vill',
  da: 'og at vi du din dit dine vores os er med for på af som den det de ikke eller også om disse kan en et til fra bruger når gennem mere alle dig har hvordan skal hjemmeside vil blive bliver efter hvad oplysninger hvis nogle',
  no: 'og at vi du din ditt dine vår våre oss er med for på av som den det de ikke eller også om disse kan en et ei til fra bruker når gjennom mer alle deg har hvordan skal nettsted vil bli blir etter hva opplysninger hvis noen å informasjonskapsler',
  is: 'og að við þú þinn þín þínar okkar er eru með fyrir á af sem það þessi ekki eða einnig um geta til frá notum þegar meira allar hefur hvernig vefsíðu vafrakökur kökur í því þess þær',
  fi: 'ja on ovat me sinä voit voimme sekä tai myös että jotka joka kun jos niiden tämä tämän nämä sivusto sivuston sivustomme käytämme evästeitä evästeet ei kuin varten kanssa sen se olla lisää sinun kaikki',
  et: 'ja on me teie te meie või ka et mis kui see selle need kasutame küpsiseid küpsised ei nagu jaoks koos seda olla rohkem kõik veebilehe veebileht saate oma meil sinu mida',
  hu: 'a az és hogy mi ön egy ez ezek van nem vagy is meg kell azt oldal oldalon weboldal használunk sütiket süti szerint valamint által annak amelyek minden lehet kapcsolatos további',
  pl: 'i w na z do się że nie to jest są oraz lub aby dla przez które który nasze nasza nasz twoje ciasteczek plików pliki używamy jak po o od może możesz także więcej ze wszystkie tym tej',
  cs: 'a v na s do se že ne to je jsou nebo aby pro které který naše našich váš vaše souborů používáme jak po o od může můžete také více ze všechny tyto těchto být tím při tak jejich podle kde',
  sk: 'a v na s do sa že nie to je sú alebo aby pre ktoré ktorý naše našich váš vaše súborov používame ako po o od môže môžete tiež viac zo všetky tieto týchto byť tým pri tak ich podľa kde',
  sl: 'in v na z s do se da ne to je so ali za ki naše naših vaš vaše piškotkov piškotke uporabljamo kot po o od lahko tudi več vse te teh biti tem pri ter kako kjer spletni spletnem strani',
  hr: 'i u na s do se da ne to je su ili za koji koje naše naših vaš vaše kolačića kolačiće koristimo kao po o od može možete također više sve ove ovih biti tim pri te kako gdje što uvjeti mrežne putem prihvaćanjem suglasnost tko tijekom',
  sr: 'i u na s do se da ne to je su ili za koji koje naše naših vaš vaše kolačića kolačiće koristimo kao po o od može možete takođe više sve ove ovih biti tim pri kako gde šta uslovi veb putem saglasnost ko tokom sajt sajtu sajta',
  ro: 'și şi de la în pe cu că nu este sunt sau pentru care noastre nostru dumneavoastră dvs ta tale folosim utilizăm cum prin din poate puteți poți mai toate acest această aceste să un o al ale site ul',
  lt: 'ir kad mes jūs jūsų mūsų yra su už apie arba taip pat šie šis kurie kai jei naudojame slapukus slapukai iš į ne kaip dėl gali galite daugiau visus svetainė svetainėje savo būti šią',
  lv: 'un ka mēs jūs jūsu mūsu ir ar par vai arī šīs šī kas kad ja izmantojam sīkdatnes sīkdatņu no uz ne kā lai var varat vairāk visas vietne vietnē savu būt šo tiek tās',
  tr: 've bu bir için ile biz siz sizin bizim da de olan olarak veya gibi daha çok kadar sitemizde web sitesi çerezler çerezleri kullanıyoruz ne her tüm en var değil hakkında ziyaret bilgi size',
  vi: 'và của các chúng tôi bạn cho là có không được này với để trên trong một những khi từ hoặc cũng trang sử dụng về đã theo như việc',
  id: 'dan yang untuk kami anda di ini dengan dari pada ke atau tidak adalah dapat kita situs menggunakan akan lebih semua juga oleh tentang seperti bisa informasi kepada dalam saat agar',
  ms: 'dan yang untuk kami anda di ini dengan dari pada ke atau tidak adalah dapat kita laman menggunakan akan lebih semua juga oleh tentang seperti boleh maklumat kepada dalam ialah bagi kuki telah',
  ca: 'el la els les i de que en un una per amb seu seva seus nostre nostra nostres és són aquest aquesta aquestes pot pots més del dels al com o es no si tu teves utilitzem tots sense galetes també les podeu web als',
  gl: 'o a os as e de que en un unha para por con seu súa seus noso nosa nosos é son este esta estes pode podes máis do da dos das ao como ou se non no na nos utilizamos usamos todos tamén sen pola polo sobre unhas',
  eu: 'eta da dira du dute gure zure zuk gu hau hori honek ez edo ere bat baino gehiago erabiltzen ditugu dugu webgune cookieak hobetzeko izan bidez guztiak egin nola zein dituzu zaude baduzu arabera',
  ga: 'agus an na ar do le go is sé seo sin ní nó leis atá tá bhfuil úsáid úsáidimid fianáin suíomh gréasáin againn bheith chun den faoi ag sa níos mó gach linn ár',
  mt: 'u li ta tal il fuq għal dan din dawn aħna jew biex mhux hija huwa ma minn ukoll aktar kollha tagħna tiegħek nużaw is sit biss tista meta għall bħal jista dwar',
  sq: 'dhe të në për me një ne ju tuaj tonë është janë nga që ose si mund kjo ky këto përdorim faqe më shumë duke edhe nuk kur tona se',
  af: 'die en van ons jy jou hierdie is vir met op nie of ook om kan deur by na te in aan as meer gebruik alle dat webwerf koekies word wat sal het',
  cy: 'a yr y ac i ein eich rydym yn ni chi ar gyfer mae gan neu hefyd hyn gwefan cwcis defnyddio mwy am wrth er mwyn i',
};
