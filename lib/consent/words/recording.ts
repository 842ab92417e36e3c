import { fold, normalise } from './normalise';

/**
 * Whether a text tells a person that what they do on the page is recorded: session recording,
 * replay, heatmaps, or the movements of pointer and scroll. Naming "analytics" or "statistics" is
 * not naming a recording (EDPB, Guidelines 05/2020 on consent, §§ 55–61: purposes are to be
 * specific).
 */
export function namesRecording(text: string): boolean {
  const words = normalise(text.slice(0, MAX_TEXT));
  return LEXICON.some(([, pattern]) => pattern.test(words));
}

/** Whether a label speaks of counting: statistics, analytics, measuring an audience. */
export const namesStatistics = (label: string): boolean =>
  STATISTICS.test(normalise(label.slice(0, 1_000)));

const STATISTICS =
  /\b(statist\w*|statystyk\w*|estat?d?ist\w*|istatistik\w*|analytic\w*|analytique\w*|analitic\w*|analityk\w*|web ?analys\w*|tilasto\w*|audience measure\w*|mesure d'audience|reichweitenmessung)|統計|アクセス解析|통계|统计|статист|аналитик|στατιστικ/;

/** Languages that the lexicon knows. A text in another one can't be judged by it. */
export const lexiconKnows = (lang: string): boolean => {
  const primary = lang.toLowerCase().split('-')[0] ?? '';
  return LEXICON.some(([languages]) => languages.includes(primary));
};

const MAX_TEXT = 60_000;

/** `heat map`, `heatmaps`: the English word is at home in most banners. */
const LEXICON: readonly (readonly [languages: readonly string[], pattern: RegExp])[] = [
  [
    ['en'],
    /\b(session|visit|screen|interaction|user) (recordings?|replays?|capture)\b|\brecord(s|ed|ing|ings)? (of )?(your |the |user |visitor |individual |how you )*(sessions?|visits?|screens?|mouse|clicks?|interactions?|move)|\breplay(s|ed|ing)? (of )?(your |the |user |visitor )*(sessions?|visits?|interactions?)|\b(heat|click|scroll|move) ?maps?\b|\bmouse (movements?|tracking)\b/,
  ],
  [
    ['de'],
    /\b(sitzungs|session|bildschirm|besuchs) ?(aufzeichnung|aufnahme|wiedergabe|replay|mitschnitt)|\baufzeichn\w* (ihrer |der |ihres |des |von )?(sitzung|besuch|maus|klick|bildschirm|interaktion)|\b(sitzung(en)?|besuche?|mausbewegung\w*|klicks) \w{0,20} ?(aufgezeichnet|aufzeichn)|\bmausbewegung|\b(heat ?maps?|warmebild|klickkarte)/,
  ],
  [
    ['fr'],
    /\b(enregistre\w*|relecture|replay) (de |des |d'|la |les |vos |votre )*(sessions?|visites?|ecran|navigation|interactions?|mouvements?|clics)|\bsession replay|\bcartes? (de )?(chaleur|thermiques?|des? clics)|\bmouvements? (de )?(la |votre )?souris/,
  ],
  [
    ['es', 'ca', 'gl'],
    /\b(grab\w+|reproduc\w+|registro|repeticion|enregistra\w*|gravaci\w*) (de |las |la |sus |su |tus |tu |del |les )*(sesion(es)?|visitas?|pantalla|sessio\w*|interacci\w*)|\bmapas? (de )?(calor|clics)|\bmapes? de calor|\bmovimientos? del (raton|mouse)/,
  ],
  [
    ['it'],
    /\b(registra\w+|riproduzion\w+|replay) (di |della |delle |le |la |tua |tue |sua |sue )*(session\w*|visit\w*|schermo|interazion\w*|navigazione)|\bmapp[ae] (di )?(calore|termic\w+)|\bmoviment\w+ del mouse/,
  ],
  [
    ['pt'],
    /\b(grava\w+|reproduc\w+|registos?|registro) (de |da |das |do |suas? |a |as |sua )*(sessao|sessoes|visitas?|ecra|tela|interac\w*)|\bmapas? de calor|\bmovimentos? do (rato|mouse)/,
  ],
  [
    ['nl', 'af'],
    /\b(sessie|scherm|bezoek) ?(opnames?|opnamen|registratie|replay|herhaling)|\bopnam\w+ van (uw |je |de )?(sessie|bezoek|scherm)|\b(heat ?maps?|warmtekaart\w*)|\bmuisbeweging/,
  ],
  [
    ['pl'],
    /\b(nagr\w+|rejestr\w+|odtw\w+) (twoj\w+ |przebiegu )?(sesj\w+|wizyt\w*|ekranu|ruchow)|\bmap\w* (ciepln\w+|ciepła|klikniec)|\bruch\w* myszy/,
  ],
  [
    ['sv', 'da', 'nb', 'nn', 'no'],
    /\b(sessions?|sesjons?|skarm|skjerm|besoks?|besøgs?|besøks?) ?(inspelning\w*|optagelse\w*|opptak\w*|replay|uppspelning\w*|afspilning\w*|avspilling\w*)|\b(spelar in|spela in|optager|tar opp|inspelning av|optagelse af|opptak av) (din|dit|ditt|dina|besok|sesjon)|\b(varme ?kart\w*|varme ?kort\w*|klickkart\w*|heat ?maps?)|\bmus(rorelser|bevægelser|bevegelser)/,
  ],
  [
    ['fi', 'et'],
    /\b(istun\w*|vierailu\w*|nayto\w*|kaynti\w*|seansi\w*|sessiooni\w*|kulastus\w*|ekraani\w*) ?(tallen\w+|nauhoit\w+|toisto\w*|salvest\w+)|\blampokart\w*|\bsoojuskaar\w*|\bhiiren liike/,
  ],
  [
    ['cs', 'sk'],
    /\b(zaznam\w*|nahrav\w+|nahrav\w*|prehrav\w+) (vasi |vasej |vasich )?(relac\w+|navstev\w*|obrazovk\w*)|\b(teplotn\w+|tepeln\w+) map\w*|\bpohyb\w* mysi/,
  ],
  [
    ['hu'],
    /\b(munkamenet\w*|latogatas\w*|kepernyo\w*) (rogzit\w+|felvetel\w*|visszajatsz\w+)|\bhoterkep\w*|\begermozg\w*/,
  ],
  [
    ['ro'],
    /\b(inregistr\w+|redar\w+) (a |al |ale )?(sesiun\w*|vizit\w*|ecran\w*)|\bhart\w* termic\w*|\bharti de caldura/,
  ],
  [
    ['tr'],
    /\b(oturum|ekran|ziyaret)\w* (kayd\w*|kayit\w*|tekrar\w*)|\b(ısı|isi) harita\w*|\bfare hareket/,
  ],
  [
    ['hr', 'sr', 'bs', 'sl'],
    /\b(snim\w+|posnet\w+|snem\w+) (sesij\w*|sej\w*|posjet\w*|obisk\w*|ekran\w*|zaslon\w*)|\b(toplinsk\w+|toplotn\w+) (map\w*|kart\w*|zemljevid\w*)/,
  ],
  [
    ['ru', 'uk', 'bg'],
    /(запис\p{L}*|воспроизвед\p{L}*|відтвор\p{L}*) (ваш\p{L}* |на |користувацьк\p{L}* |пользовательск\p{L}* )*(се[ас]н?с\p{L}*|сесі\p{L}*|сесии\p{L}*|визит\p{L}*|посещени\p{L}*|екран\p{L}*|экран\p{L}*)|(теплов|теплин|топлинн)\p{L}* карт|движени\p{L}* мыши|рух\p{L}* миші|вебвизор/u,
  ],
  [
    ['el'],
    /(καταγραφ|εγγραφ|αναπαραγωγ)\p{L}* (της |των )?(συνεδρι|επισκεψ|οθον)|(θερμικ|θερμο)\p{L}* ?χαρτ|κινησ\p{L}* (του )?ποντικ/u,
  ],
  [
    ['ja'],
    /(セッション|画面|操作|閲覧) ?(の)? ?(録画|記録|リプレイ|再生)|ヒートマッ[プフ]|マウスの動き/,
  ],
  [
    ['zh'],
    /(会话|會話|屏幕|螢幕|操作|访问) ?(录制|錄製|回放|重放|记录|記錄)|(热|熱)(力|点|點)?(图|圖)|鼠标移动|滑鼠移動/,
  ],
  [
    ['is'],
    /\b(lotu|skja|heimsoknar) ?(upptok\w*|upptaka)|\bupptok\w* (a |af )?(lot\w*|skja\w*|heimsokn\w*)|\bhitakort\w*/,
  ],
  [
    ['lt'],
    /\b(ses\w*|apsilankym\w*|ekrano) (iras\w*|atkur\w*|fiksavim\w*)|\biras\w+ (jusu )?(ses\w*|apsilankym\w*|ekran\w*)|\bsilumos zemelap\w*|\bpeles judes\w*/,
  ],
  [
    ['lv'],
    /\b(ses\w*|apmeklejum\w*|ekrana) (ierakst\w*|atskan\w*)|\bierakst\w+ (jusu )?(ses\w*|apmeklejum\w*)|\bsiltum\w* ?kart\w*|\bpeles kustib\w*/,
  ],
  [
    ['eu'],
    /\b(saio\w*|bisita\w*|pantaila\w*) (grabaz\w*|grabat\w*|grabaket\w*|erreprodukz\w*)|\bbero[ -]?mapa\w*|\bsaguaren mugimendu\w*/,
  ],
  [
    ['ga'],
    /\b(taifead\w*|athsheinm) (seisiu\w*|scaileain|cuairte\w*|do sheisiu\w*|ar sheisiu\w*)|\bteas ?mhapa\w*|\bteas ?leiscail\w*/,
  ],
  [
    ['mt'],
    /\b(registrazzjoni\w*|rekording\w*|nirregistraw|tirregistra) (ta|tas|tal|s|l|is|il)? ?(s ?)?(sessjoni\w*|zjara\w*|skrin)|\bmap\w* ta?s? ?s? ?sħana/,
  ],
  [
    ['id', 'ms'],
    /\b(rekaman|perekaman|merekam|rakaman|merakam|pemutaran ulang|putar ulang|main semula) (ulang )?(sesi|layar|skrin|kunjungan|lawatan)|\bpeta (panas|haba)|\b(gerakan|pergerakan) (mouse|tetikus)/,
  ],
  [
    ['vi'],
    /\b(ghi( lai| hinh)?|quay( lai)?|phat lai) (cac )?(phien|man hinh|luot truy cap)|\bban đo nhiet|\b(di chuyen|chuyen đong) (cua )?chuot/,
  ],
  [
    ['ar'],
    folded(
      '(تسجيل|إعادة تشغيل|نسجل) (ال)?(جلس|شاش|زيار)|(خريطة|خرائط) (ال)?حرار|حركات? (ال)?(فأرة|ماوس)',
    ),
  ],
  [
    ['he'],
    folded(
      '(הקלט|שחזור|הקלטה של )(ת|ות|ת ה)? ?ה?(הפעל|סשן|מסך|ביקור|גליש)|מפ(ת|ות) חום|תנועות (ה)?עכבר',
    ),
  ],
  [
    ['fa'],
    folded(
      '(ضبط|بازپخش|ثبت تصویری) (جلسه|نشست|صفحه|بازدید)|نقشه (های )?(حرارتی|گرمایی)|حرکات? (ماوس|موس)',
    ),
  ],
  [
    ['th'],
    folded('(บันทึก|เล่นซ้ำ|เล่นย้อน)(ภาพ)?(เซสชัน|หน้าจอ|การเข้าชม)|ฮีตแมป|แผนที่ความร้อน|การเคลื่อนไหวของเมาส์'),
  ],
  [['ko'], folded('(세션|화면|방문) ?(녹화|기록|리플레이|재생)|히트 ?맵|마우스 움직임')],
];

/** In scripts whose letters `normalise` takes apart, the pattern is taken apart as well. */
function folded(source: string): RegExp {
  return new RegExp(fold(source), 'u');
}
