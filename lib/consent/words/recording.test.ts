import { describe, expect, it } from 'vitest';
import { lexiconKnows, namesRecording } from './recording';

const NAMED = [
  ['en', 'We use session recordings to improve our product.'],
  ['en', 'Analytics, heat maps and surveys'],
  ['en', 'This service records your mouse movements.'],
  ['de', 'Wir setzen Sitzungsaufzeichnungen und Heatmaps ein.'],
  ['de', 'Dieser Dienst zeichnet Mausbewegungen auf.'],
  ['fr', 'Enregistrement de session et cartes de chaleur'],
  ['es', 'Grabación de sesiones y mapas de calor'],
  ['it', 'Registrazione delle sessioni, mappe di calore'],
  ['pt', 'Gravação de sessão e mapas de calor'],
  ['nl', 'Sessieopnames om onze site te verbeteren'],
  ['pl', 'Nagrywanie sesji użytkowników'],
  ['pl', 'Mapy cieplne'],
  ['sv', 'Sessionsinspelning för analys'],
  ['da', 'Vi bruger sessionsoptagelser'],
  ['nb', 'Sesjonsopptak brukes til analyse'],
  ['fi', 'Istunnon tallennus ja lämpökartat'],
  ['cs', 'Záznam relace a teplotní mapy'],
  ['hu', 'Munkamenet rögzítése, hőtérkép'],
  ['ro', 'Înregistrarea sesiunii'],
  ['tr', 'Oturum kaydı ve ısı haritaları'],
  ['ru', 'Запись сессий и тепловые карты'],
  ['uk', 'Запис сесії користувача'],
  ['el', 'Καταγραφή συνεδρίας και θερμικοί χάρτες'],
  ['ja', 'セッションの録画とヒートマップ'],
  ['zh', '会话录制与热图'],
  ['ko', '세션 녹화 및 히트맵'],
  ['is', 'Upptökur á lotum og hitakort'],
  ['et', 'Sessiooni salvestamine'],
  ['lt', 'Sesijų įrašai ir šilumos žemėlapiai'],
  ['lv', 'Sesiju ieraksti'],
  ['lv', 'Siltumkartes un peles kustības'],
  ['hr', 'Snimanje sesija i toplinske karte'],
  ['sl', 'Snemanje sej'],
  ['bg', 'Запис на сесии и топлинни карти'],
  ['sk', 'Nahrávanie relácií'],
  ['ca', 'Enregistrament de sessions i mapes de calor'],
  ['gl', 'Gravación de sesións'],
  ['eu', 'Saioen grabazioa eta bero-mapak'],
  ['ga', 'Taifeadadh seisiún'],
  ['mt', 'Reġistrazzjoni tas-sessjoni'],
  ['id', 'Rekaman sesi dan peta panas'],
  ['vi', 'Ghi lại phiên truy cập'],
  ['vi', 'Bản đồ nhiệt'],
  ['ar', 'تسجيل الجلسات وخرائط الحرارة'],
  ['he', 'הקלטת מסך ומפות חום'],
  ['fa', 'ضبط جلسه و نقشه حرارتی'],
  ['th', 'การบันทึกเซสชันและแผนที่ความร้อน'],
] as const;

const NOT_NAMED = [
  'We use cookies for statistics and marketing.',
  'We keep a record of your consent for one year.',
  'This session cookie ends when you close the browser.',
  'Wir verwenden Cookies für Analyse und Werbung.',
  'Nous utilisons des cookies pour mesurer l’audience.',
  'Utilizamos cookies para estadísticas.',
  'Мы используем файлы cookie для статистики.',
  'アクセス解析のためにクッキーを使用します。',
  'Naudojame slapukus statistikai ir sesijai palaikyti.',
  'Izmantojam sesijas sīkdatnes.',
  'Kami menggunakan cookie sesi untuk statistik.',
  'نستخدم ملفات تعريف الارتباط الخاصة بالجلسة.',
  'אנו משתמשים בעוגיות הפעלה לסטטיסטיקה.',
  'เราใช้คุกกี้เซสชันเพื่อสถิติ',
  'Chúng tôi dùng cookie phiên để thống kê.',
  '',
];

describe('namesRecording', () => {
  it.each(NAMED)('%s: finds it in "%s"', (lang, text) => {
    expect(namesRecording(text)).toBe(true);
    expect(lexiconKnows(lang)).toBe(true);
  });

  it.each(NOT_NAMED)('does not read it into "%s"', (text) =>
    expect(namesRecording(text)).toBe(false),
  );

  it('knows at least twelve languages, by region too, and says so of others', () => {
    expect(new Set(NAMED.map(([lang]) => lang)).size).toBeGreaterThanOrEqual(12);
    expect(lexiconKnows('de-AT')).toBe(true);
    expect(lexiconKnows('cy')).toBe(false);
  });
});
