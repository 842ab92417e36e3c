import { describe, expect, it } from 'vitest';
import { type ButtonLabel, labelOf } from './label';

/** What controls of a banner are called, language by language; labels apart by `|`. */
const CONTROLS: Readonly<Record<string, Readonly<Partial<Record<ButtonLabel, string>>>>> = {
  en: {
    reject: `Reject all | Decline all cookies | I do not consent | Refuse optional cookies | No thank you |
      Continue without accepting | Use necessary cookies only | Deny | Essentials only | Don't allow |
      Turn off all cookies | I disagree | Withdraw consent`,
    accept: `Accept all | Allow cookies | I agree | Yes, I consent | Agree and close | Enable all |
      I'm happy with all cookies | Accept optional cookies | Consent`,
    settings:
      'Cookie settings | Manage preferences | Customise | Let me choose | More options | Show details',
    acknowledge: 'Got it | Close | OK | I understand | Dismiss',
  },
  de: {
    reject: `Alle ablehnen | Nicht zustimmen | Ich lehne ab | Nur notwendige Cookies | Nein danke |
      Weiter ohne Zustimmung | Cookies verweigern | Nur erforderliche zulassen | Widersprechen |
      Einwilligung widerrufen | Optionale Cookies ablehnen`,
    accept: `Alle akzeptieren | Ich stimme zu | Zustimmen und weiter | Einverstanden | Alle Cookies erlauben |
      Ja, gerne | Annehmen | Allem zustimmen`,
    settings:
      'Einstellungen | Cookie-Einstellungen | Anpassen | Mehr Optionen | Zwecke anzeigen | Individuelle Auswahl',
    acknowledge: 'Verstanden | Schließen | In Ordnung | Alles klar',
  },
  fr: {
    reject: `Tout refuser | Je refuse | Continuer sans accepter | Non merci | Rejeter tous les cookies |
      Uniquement les cookies nécessaires | Je n'accepte pas | Refuser les cookies facultatifs | S'opposer à tout |
      Interdire tous les cookies | Cookies essentiels seulement`,
    accept: `Tout accepter | J'accepte | Autoriser tous les cookies | Accepter et fermer | Je suis d'accord |
      Oui, j'accepte | Accepter et continuer | D'accord | Jaccepte`,
    settings:
      'Paramétrer les cookies | Gérer mes choix | Personnaliser | Préférences | Plus d’options | Voir les finalités',
    acknowledge: "J'ai compris | Fermer | OK | Continuer",
  },
  es: {
    reject: `Rechazar todo | Rechazar todas | No acepto | Continuar sin aceptar | Solo las necesarias |
      No, gracias | Denegar | Rechazo las cookies | Usar solo cookies esenciales | No permitir`,
    accept: `Aceptar todo | Acepto | Permitir todas | Estoy de acuerdo | Aceptar y cerrar | Sí, acepto |
      Aceptar cookies | Autorizar todas`,
    settings:
      'Configurar cookies | Gestionar preferencias | Personalizar | Más opciones | Ajustes de cookies',
    acknowledge: 'Entendido | Cerrar | Continuar | De nada, vale',
  },
  it: {
    reject: `Rifiuta tutto | Rifiuto | Continua senza accettare | No, grazie | Non accetto | Solo cookie necessari |
      Nega tutti | Accetta solo i necessari | Rifiuta i cookie facoltativi`,
    accept: `Accetta tutto | Accetto | Consenti tutti | Sono d'accordo | Acconsento | Accetta e chiudi |
      Autorizza tutti i cookie | Sì, accetto`,
    settings:
      'Impostazioni cookie | Gestisci preferenze | Personalizza | Scopri di più e personalizza | Più opzioni',
    acknowledge: 'Ho capito | Chiudi | Va bene | Continua',
  },
  pt: {
    reject: `Rejeitar tudo | Recusar todos | Não aceito | Continuar sem aceitar | Apenas os necessários |
      Não, obrigado | Rejeitar cookies opcionais | Somente essenciais | Não concordo | Só os necessários`,
    accept: `Aceitar tudo | Aceito | Permitir todos | Concordo | Aceitar e fechar | Sim, aceito |
      Aceitar todos os cookies | Concordar`,
    settings:
      'Definições de cookies | Gerir preferências | Personalizar | Mais opções | Configurações de cookies',
    acknowledge: 'Entendi | Fechar | Percebi | Continuar',
  },
  nl: {
    reject: `Alles weigeren | Weigeren | Niet akkoord | Alleen noodzakelijke cookies | Nee, bedankt |
      Doorgaan zonder te accepteren | Alle cookies afwijzen | Ik ga niet akkoord | Liever niet |
      Niet toestaan | Optionele cookies weigeren`,
    accept: `Alles accepteren | Akkoord | Ik ga akkoord | Alle cookies toestaan | Ja, ik accepteer |
      Accepteren en sluiten en doorgaan | Toestaan | Cookies aanvaarden`,
    settings:
      'Instellingen | Voorkeuren beheren | Cookie-instellingen aanpassen | Meer opties | Zelf instellen',
    acknowledge: 'Begrepen | Sluiten | Ik snap het | Doorgaan',
  },
  sv: {
    reject: `Avvisa alla | Neka alla | Acceptera inte | Endast nödvändiga | Nej tack | Avböj |
      Fortsätt utan att godkänna | Bara nödvändiga kakor | Avvisa valfria cookies | Jag samtycker inte`,
    accept: `Godkänn alla | Acceptera alla | Tillåt alla | Jag samtycker | Ja, jag godkänner | Acceptera kakor |
      Tillåt alla cookies | Acceptera och stäng`,
    settings: 'Inställningar | Anpassa | Hantera cookies | Fler alternativ | Visa detaljer',
    acknowledge: 'Jag förstår | Stäng | Okej | Fortsätt',
  },
  da: {
    reject: `Afvis alle | Afslå alle | Nej tak | Kun nødvendige | Accepter ikke | Fortsæt uden at acceptere |
      Brug kun nødvendige cookies | Afvis valgfrie | Tillad ikke`,
    accept: `Accepter alle | Tillad alle | Godkend alle | Jeg accepterer | Ja, jeg accepterer | Tillad cookies |
      Accepter og luk | Jeg samtykker`,
    settings: 'Indstillinger | Tilpas | Administrer cookies | Vis detaljer | Flere muligheder',
    acknowledge: 'Forstået | Luk | Fortsæt | OK',
  },
  no: {
    reject: `Avvis alle | Avslå alle | Nei takk | Kun nødvendige | Godta ikke | Fortsett uten å godta |
      Bare nødvendige informasjonskapsler | Ikke tillat | Avvis valgfrie | Berre naudsynte`,
    accept: `Godta alle | Aksepter alle | Tillat alle | Jeg godtar | Jeg samtykker | Godta og lukk |
      Godta alle informasjonskapsler | Ja, jeg godtar`,
    settings: 'Innstillinger | Tilpass | Administrer | Vis detaljer | Flere valg',
    acknowledge: 'Jeg forstår | Lukk | Den er grei | Fortsett',
  },
  is: {
    reject: `Hafna öllum | Hafna | Aðeins nauðsynlegar | Nei takk | Samþykki ekki | Halda áfram án samþykkis |
      Bara nauðsynlegar vafrakökur | Leyfa ekki`,
    accept: `Samþykkja allar | Ég samþykki | Leyfa allar | Samþykkja | Leyfa vafrakökur | Samþykkja allt |
      Já, ég samþykki | Heimila allar`,
    settings: 'Stillingar | Sérsníða | Velja vafrakökur | Breyta stillingum',
    acknowledge: 'Ég skil | Loka | Í lagi',
  },
  fi: {
    reject: `Hylkää kaikki | Kiellä kaikki | En hyväksy | Vain välttämättömät | Ei kiitos | Jatka hyväksymättä |
      Salli vain välttämättömät | Torju evästeet | Älä salli | Käytä vain pakollisia evästeitä`,
    accept: `Hyväksy kaikki | Salli kaikki | Hyväksyn | Hyväksy evästeet | Kyllä, hyväksyn | Hyväksy ja sulje |
      Salli evästeet | Salli kaikki evästeet`,
    settings: 'Evästeasetukset | Muokkaa asetuksia | Mukauta | Näytä tiedot | Hallitse evästeitä',
    acknowledge: 'Selvä | Sulje | Ymmärrän | Jatka',
  },
  et: {
    reject: `Keeldu kõigist | Keeldun | Lükka tagasi | Ei nõustu | Ainult vajalikud | Ainult hädavajalikud küpsised |
      Ei, aitäh | Keela kõik | Luba ainult vajalikud`,
    accept: `Nõustu kõigiga | Nõustun | Luba kõik | Luba küpsised | Nõustun kõigi küpsistega | Jah, nõustun |
      Luba kõik küpsised | Aktsepteeri`,
    settings: 'Seaded | Küpsiste seaded | Kohanda | Halda eelistusi | Rohkem valikuid',
    acknowledge: 'Selge | Sulge | Sain aru',
  },
  hu: {
    reject: `Összes elutasítása | Elutasítom | Nem fogadom el | Csak a szükséges sütik | Nem, köszönöm |
      Folytatás elfogadás nélkül | Visszautasítom | Nem engedélyezem | Csak a feltétlenül szükségesek`,
    accept: `Összes elfogadása | Elfogadom | Engedélyezem | Hozzájárulok | Mindet elfogadom | Igen, elfogadom |
      Összes süti engedélyezése | Egyetértek`,
    settings:
      'Beállítások | Süti beállítások | Testreszabás | További lehetőségek | Részletek megjelenítése',
    acknowledge: 'Értem | Bezárás | Rendben | Megértettem',
  },
  pl: {
    reject: `Odrzuć wszystkie | Odmawiam | Nie zgadzam się | Tylko niezbędne | Nie, dziękuję | Nie wyrażam zgody |
      Kontynuuj bez akceptacji | Odrzuć opcjonalne | Nie akceptuję | Użyj tylko niezbędnych plików cookie`,
    accept: `Zaakceptuj wszystkie | Akceptuję | Zgadzam się | Zezwól na wszystkie | Wyrażam zgodę | Tak, zgadzam się |
      Akceptuj i zamknij to | Przyjmuję wszystkie`,
    settings: 'Ustawienia | Dostosuj | Zarządzaj preferencjami | Więcej opcji | Pokaż szczegóły',
    acknowledge: 'Rozumiem | Zamknij | W porządku | Przejdź dalej',
  },
  cs: {
    reject: `Odmítnout vše | Odmítám | Nesouhlasím | Pouze nezbytné | Ne, děkuji | Pokračovat bez souhlasu |
      Jen nutné cookies | Zamítnout vše | Nepovolit | Odmítnout volitelné`,
    accept: `Přijmout vše | Souhlasím | Povolit vše | Přijímám | Akceptovat vše | Ano, souhlasím |
      Přijmout všechny cookies | Povolit cookies`,
    settings:
      'Nastavení | Nastavení cookies | Přizpůsobit | Spravovat předvolby | Podrobné nastavení | Více možností',
    acknowledge: 'Rozumím | Zavřít | Beru na vědomí | Pokračovat',
  },
  sk: {
    reject: `Odmietnuť všetko | Odmietam | Nesúhlasím | Iba nevyhnutné | Nie, ďakujem | Pokračovať bez súhlasu |
      Len potrebné cookies | Zamietnuť všetky | Nepovoliť`,
    accept: `Prijať všetko | Súhlasím | Povoliť všetky | Prijímam | Akceptovať všetky | Áno, súhlasím |
      Prijať všetky súbory cookie | Povoliť cookies`,
    settings: 'Nastavenia | Nastavenia cookies | Prispôsobiť | Spravovať predvoľby | Viac možností',
    acknowledge: 'Rozumiem | Zavrieť | Beriem na vedomie',
  },
  hr: {
    reject: `Odbij sve | Odbijam | Ne prihvaćam | Samo nužni kolačići | Ne, hvala | Nastavi bez prihvaćanja |
      Ne slažem se | Odbaci sve | Dopusti samo nužne`,
    accept: `Prihvati sve | Prihvaćam | Slažem se | Dopusti sve | Prihvati kolačiće | Da, prihvaćam |
      Dozvoli sve kolačiće | Suglasan sam`,
    settings:
      'Postavke | Postavke kolačića | Prilagodi | Upravljaj kolačićima | Prikaži pojedinosti',
    acknowledge: 'Razumijem | Zatvori | U redu',
  },
  sr: {
    reject: `Одбиј све | Одбијам | Не прихватам | Само неопходни колачићи | Не, хвала | Не слажем се |
      Odbij sve | Ne prihvatam | Samo neophodni | Настави без прихватања`,
    accept: `Прихвати све | Прихватам | Слажем се | Дозволи све | Prihvati sve | Prihvatam | Slažem se |
      Прихвати колачиће`,
    settings: 'Подешавања | Прилагоди | Podešavanja kolačića | Управљај колачићима',
    acknowledge: 'Разумем | Затвори | У реду',
  },
  sl: {
    reject: `Zavrni vse | Zavračam | Ne strinjam se | Samo nujni piškotki | Ne, hvala | Nadaljuj brez sprejema |
      Dovoli samo nujne | Ne sprejmem | Ne dovolim`,
    accept: `Sprejmi vse | Strinjam se | Sprejmem | Dovoli vse | Sprejmi piškotke | Da, strinjam se |
      Dovoli vse piškotke | Soglašam`,
    settings: 'Nastavitve | Nastavitve piškotkov | Prilagodi | Upravljaj piškotke | Več možnosti',
    acknowledge: 'Razumem | Zapri | V redu',
  },
  bg: {
    reject: `Отхвърляне на всички | Отхвърлям | Не приемам | Само необходимите | Не, благодаря | Отказвам |
      Продължи без приемане | Не съм съгласен | Само задължителни бисквитки`,
    accept: `Приемам всички | Приемане на всички | Съгласен съм | Разреши всички | Позволи всички | Приеми |
      Да, приемам | Съгласявам се`,
    settings:
      'Настройки | Настройки на бисквитките | Персонализиране | Управление на предпочитанията | Повече опции',
    acknowledge: 'Разбрах | Затвори | Добре',
  },
  ro: {
    reject: `Refuză tot | Respinge toate | Refuz | Nu accept | Doar cele necesare | Nu, mulțumesc |
      Continuă fără a accepta | Nu sunt de acord | Numai cookie-uri esențiale`,
    accept: `Acceptă tot | Acceptă toate | Accept | Sunt de acord | Permite toate | Da, accept | Permit toate |
      Acceptați toate cookie-urile`,
    settings:
      'Setări | Setări cookie-uri | Personalizează | Gestionează preferințele | Mai multe opțiuni',
    acknowledge: 'Am înțeles | Închide | Bine',
  },
  lt: {
    reject: `Atmesti visus | Atmetu | Nesutinku | Tik būtini slapukai | Ne, ačiū | Atsisakyti visų |
      Tęsti be sutikimo | Neleisti | Priimti tik būtinus`,
    accept: `Priimti visus | Sutinku | Leisti visus | Sutikti su visais | Priimti slapukus | Taip, sutinku |
      Leisti slapukus | Priimu visus`,
    settings:
      'Nustatymai | Slapukų nustatymai | Tvarkyti slapukus | Daugiau parinkčių | Pritaikyti',
    acknowledge: 'Supratau | Uždaryti | Gerai',
  },
  lv: {
    reject: `Noraidīt visas | Noraidu | Nepiekrītu | Tikai nepieciešamās | Nē, paldies | Atteikties |
      Turpināt bez piekrišanas | Neatļaut | Pieņemt tikai obligātās`,
    accept: `Pieņemt visas | Piekrītu | Atļaut visas | Piekrist visām | Pieņemt sīkdatnes | Jā, piekrītu |
      Apstiprināt visas | Atļaut sīkdatnes`,
    settings: 'Iestatījumi | Sīkdatņu iestatījumi | Pielāgot | Pārvaldīt sīkdatnes | Rādīt detaļas',
    acknowledge: 'Sapratu | Aizvērt | Labi',
  },
  el: {
    reject: `Απόρριψη όλων | Απορρίπτω | Δεν αποδέχομαι | Μόνο τα απαραίτητα | Όχι, ευχαριστώ | Άρνηση |
      Συνέχεια χωρίς αποδοχή | Δεν συμφωνώ | Να επιτρέπονται μόνο τα αναγκαία`,
    accept: `Αποδοχή όλων | Αποδέχομαι | Συμφωνώ | Να επιτρέπονται όλα | Αποδοχή cookies | Ναι, συμφωνώ |
      Συναινώ | Αποδοχή και κλείσιμο`,
    settings:
      'Ρυθμίσεις | Ρυθμίσεις cookies | Προσαρμογή | Διαχείριση προτιμήσεων | Περισσότερες επιλογές',
    acknowledge: 'Κατάλαβα | Κλείσιμο | Εντάξει',
  },
  tr: {
    reject: `Tümünü reddet | Reddediyorum | Kabul etmiyorum | Sadece gerekli çerezler | Hayır, teşekkürler |
      Kabul etmeden devam et | Yalnızca zorunlu çerezlere izin ver | Çerezleri reddet | İzin verme`,
    accept: `Tümünü kabul et | Kabul ediyorum | İzin ver | Tümüne izin ver | Çerezleri kabul et | Evet, kabul ediyorum |
      Onay veriyorum | Kabul et ve kapat`,
    settings: 'Ayarlar | Çerez ayarları | Tercihleri yönet | Özelleştir | Daha fazla seçenek',
    acknowledge: 'Anladım | Kapat | Tamam',
  },
  ru: {
    reject: `Отклонить все | Отказаться | Не принимаю | Только необходимые | Нет, спасибо | Не согласен |
      Продолжить без согласия | Запретить все | Отклонить необязательные файлы cookie`,
    accept: `Принять все | Принимаю | Согласен | Разрешить все | Принять cookie | Да, согласен |
      Соглашаюсь | Разрешить все файлы cookie`,
    settings: 'Настройки | Настройки cookie | Настроить | Управление cookie | Показать подробности',
    acknowledge: 'Понятно | Закрыть | Хорошо | Продолжить',
  },
  uk: {
    reject: `Відхилити все | Відмовитися | Не погоджуюся | Лише необхідні | Ні, дякую | Не приймаю |
      Продовжити без згоди | Заборонити всі | Тільки обов'язкові файли cookie`,
    accept: `Прийняти все | Приймаю | Погоджуюся | Дозволити всі | Прийняти всі файли cookie | Так, погоджуюсь |
      Надаю згоду | Дозволити`,
    settings:
      'Налаштування | Налаштування cookie | Керувати файлами cookie | Налаштувати | Детальніше про налаштування',
    acknowledge: 'Зрозуміло | Закрити | Добре',
  },
  ja: {
    reject: `すべて拒否 | 拒否する | 同意しない | 必要なもののみ | 必須クッキーのみ許可 | 同意せずに続ける |
      いいえ、結構です | すべてのCookieを拒否 | 許可しません`,
    accept: `すべて同意する | 同意する | すべて許可 | 許可する | クッキーを受け入れる | 承諾する | すべて承認 |
      同意して閉じる`,
    settings: '設定 | Cookieの設定 | カスタマイズ | 詳細設定 | 管理',
    acknowledge: '閉じる | 了解 | わかりました | OK',
  },
  zh: {
    reject: `全部拒绝 | 拒绝 | 不同意 | 仅必要 | 仅接受必要Cookie | 拒絕所有 | 不接受 | 不了，谢谢 | 继续而不接受`,
    accept: '全部接受 | 接受 | 同意 | 允许所有 | 接受所有Cookie | 同意并继续 | 允許全部 | 我同意',
    settings: '设置 | Cookie设置 | 管理偏好 | 自定义 | 更多选项 | 偏好設定',
    acknowledge: '知道了 | 关闭 | 好的 | 明白',
  },
  ko: {
    reject: `모두 거부 | 거부 | 동의하지 않음 | 필수 쿠키만 허용 | 거절 | 동의 안 함 | 동의하지 않고 계속 |
      모두 거절 | 허용하지 않음`,
    accept:
      '모두 동의 | 동의 | 모두 허용 | 수락 | 모두 수락 | 쿠키 허용 | 동의합니다 | 동의하고 계속',
    settings: '설정 | 쿠키 설정 | 쿠키 관리 | 맞춤 설정 | 옵션 변경',
    acknowledge: '확인 | 닫기 | 알겠습니다',
  },
  ar: {
    reject: `رفض الكل | أرفض | لا أوافق | الضرورية فقط | ملفات تعريف الارتباط الضرورية فقط | لا شكرا | رفض جميع ملفات تعريف الارتباط |
      المتابعة بدون موافقة | عدم الموافقة`,
    accept:
      'قبول الكل | أوافق | موافق | السماح للكل | قبول جميع ملفات تعريف الارتباط | نعم، أوافق | أقبل | السماح بالكل',
    settings: 'إعدادات | إدارة التفضيلات | تخصيص | عرض التفاصيل | إعدادات ملفات تعريف الارتباط',
    acknowledge: 'إغلاق | حسنا | فهمت',
  },
  he: {
    reject:
      'דחה הכל | דחיית הכל | לא מסכים | רק הכרחיות | לא תודה | סירוב | המשך ללא הסכמה | רק עוגיות חיוניות',
    accept:
      'קבל הכל | אישור | מסכים | אשר הכל | קבלת כל העוגיות | כן, אני מסכים | אני מאשר | אפשר הכל',
    settings: 'הגדרות | הגדרות עוגיות | ניהול העדפות | התאמה אישית | אפשרויות נוספות',
    acknowledge: 'הבנתי | סגור | בסדר',
  },
  fa: {
    reject:
      'رد همه | رد کردن | نمی‌پذیرم | فقط ضروری | خیر | عدم پذیرش | مخالفم | فقط کوکی‌های ضروری',
    accept: 'پذیرش همه | می‌پذیرم | قبول | موافقم | قبول همه | پذیرفتن کوکی‌ها | بله، موافقم | پذیرش',
    settings: 'تنظیمات | مدیریت کوکی‌ها | سفارشی‌سازی | نمایش جزئیات',
    acknowledge: 'متوجه شدم | بستن | باشه',
  },
  th: {
    reject:
      'ปฏิเสธทั้งหมด | ปฏิเสธ | ไม่ยอมรับ | เฉพาะคุกกี้ที่จำเป็น | ยอมรับเฉพาะที่จำเป็น | ไม่อนุญาต | ไม่ยินยอม | ปฏิเสธคุกกี้',
    accept: 'ยอมรับทั้งหมด | ยอมรับ | อนุญาตทั้งหมด | ตกลง | ยินยอม | ยอมรับคุกกี้ | อนุญาต | ยอมรับคุกกี้ทั้งหมด',
    settings: 'ตั้งค่า | การตั้งค่าคุกกี้ | จัดการคุกกี้ | ปรับแต่ง',
    acknowledge: 'รับทราบ | ปิด | เข้าใจแล้ว',
  },
  vi: {
    reject: `Từ chối tất cả | Từ chối | Không đồng ý | Chỉ cookie cần thiết | Không, cảm ơn | Không chấp nhận |
      Chỉ chấp nhận cookie cần thiết | Tiếp tục mà không chấp nhận`,
    accept: `Chấp nhận tất cả | Đồng ý | Chấp nhận | Cho phép tất cả | Tôi đồng ý | Chấp nhận cookie |
      Đồng ý và tiếp tục | Cho phép`,
    settings: 'Cài đặt | Cài đặt cookie | Tùy chỉnh | Quản lý cookie | Tùy chọn',
    acknowledge: 'Đã hiểu | Đóng | Tiếp tục',
  },
  id: {
    reject: `Tolak semua | Tolak | Tidak setuju | Hanya yang diperlukan | Tidak, terima kasih | Saya menolak |
      Lanjutkan tanpa menerima | Hanya cookie penting`,
    accept: `Terima semua | Setuju | Izinkan semua | Saya setuju | Terima | Terima semua cookie | Ya, saya setuju |
      Izinkan cookie`,
    settings: 'Pengaturan | Pengaturan cookie | Sesuaikan | Kelola preferensi | Opsi lainnya',
    acknowledge: 'Mengerti | Tutup | Lanjutkan',
  },
  ca: {
    reject: `Rebutja-ho tot | Rebutjar totes | No accepto | Continua sense acceptar | Només les necessàries |
      No, gràcies | Rebutjo les galetes | Denega | Només galetes essencials`,
    accept: `Accepta-ho tot | Accepto | Permet totes | D'acord | Acceptar i tancar | Sí, accepto |
      Acceptar totes les galetes | Estic d'acord`,
    settings:
      'Configuració | Configura les galetes | Personalitza | Gestiona les preferències | Més opcions',
    acknowledge: 'Entesos | Tanca | Ho entenc',
  },
  gl: {
    reject: `Rexeitar todo | Rexeitar | Non acepto | Continuar sen aceptar | Só as necesarias | Non, grazas |
      Rexeitar todas as cookies | Denegar`,
    accept: `Aceptar todo | Acepto | Permitir todas | Estou de acordo | Aceptar e pechar | Si, acepto |
      Aceptar todas as cookies | Aceptar cookies`,
    settings: 'Configuración | Personalizar | Xestionar preferencias | Máis opcións',
    acknowledge: 'Entendido | Pechar | Continuar',
  },
  eu: {
    reject: `Baztertu guztiak | Ukatu | Ez onartu | Ez dut onartzen | Beharrezkoak bakarrik | Ez, eskerrik asko |
      Jarraitu onartu gabe | Baztertu cookieak`,
    accept:
      'Onartu guztiak | Onartu | Onartzen dut | Baimendu guztiak | Ados nago | Bai, onartzen dut | Onartu cookieak | Baimendu',
    settings: 'Konfigurazioa | Pertsonalizatu | Kudeatu hobespenak | Aukera gehiago',
    acknowledge: 'Ulertuta | Itxi | Jarraitu',
  },
  ga: {
    reject: `Diúltaigh do gach ceann | Diúltaigh | Ní aontaím | Fianáin riachtanacha amháin | Ná glac leis |
      Lean ar aghaidh gan glacadh | Ná ceadaigh | Diúltaím`,
    accept:
      'Glac le gach ceann | Glac leis | Glacaim leis | Aontaím | Ceadaigh gach fianán | Ceadaigh | Glac le fianáin | Toilím',
    settings: 'Socruithe | Socruithe fianán | Saincheap | Bainistigh fianáin',
    acknowledge: 'Tuigim | Dún | Lean ar aghaidh',
  },
  mt: {
    reject: `Irrifjuta kollox | Irrifjuta | Ma naqbilx | Ma naċċettax | Dawk neċessarji biss | Nirrifjuta |
      Cookies essenzjali biss | Kompli mingħajr ma taċċetta`,
    accept:
      'Aċċetta kollox | Aċċetta | Naqbel | Naċċetta | Ippermetti kollox | Iva, naqbel | Aċċetta l-cookies | Ippermetti',
    settings: 'Issettjar | Ippersonalizza | Immaniġġja l-cookies | Aktar għażliet',
    acknowledge: 'Fhimt | Agħlaq | Kompli',
  },
};

describe.each(Object.entries(CONTROLS))('the controls of a banner, %s', (_language, labels) => {
  it.each(Object.entries(labels))('%s', (label, texts) => {
    const read = texts.split('|').map((text) => `${text.trim()}: ${labelOf(text)}`);
    expect(read).toEqual(texts.split('|').map((text) => `${text.trim()}: ${label}`));
  });
});
