import { describe, expect, it } from 'vitest';
import { choiceOf } from './choices';

const LABELS = {
  accept: [
    'Accept all',
    'I agree',
    'Allow all cookies',
    'OK',
    'Got it!',
    'Alle akzeptieren',
    'Zustimmen',
    'Tout accepter',
    'J’accepte',
    'Aceptar todo',
    'Accetta tutto',
    'Aceitar tudo',
    'Alles accepteren',
    'Akkoord',
    'Godkänn alla',
    'Tillad alle',
    'Godta alle',
    'Hyväksy kaikki',
    'Zaakceptuj wszystkie',
    'Přijmout vše',
    'Elfogadom',
    'Tümünü kabul et',
    'Принять все',
    'Αποδοχή όλων',
    'すべて同意する',
    '接受全部',
    '모두 동의',
  ],
  reject: [
    'Reject all',
    'Decline',
    'No, thanks',
    'Do not accept',
    'Continue without accepting',
    'Only necessary cookies',
    'Accept only essential',
    'Alle ablehnen',
    'Nur notwendige Cookies',
    'Nicht zustimmen',
    'Tout refuser',
    'Continuer sans accepter',
    'Rechazar todo',
    'No acepto',
    'Rifiuta tutto',
    'Continua senza accettare',
    'Rejeitar tudo',
    'Weigeren',
    'Alles afwijzen',
    'Avvisa alla',
    'Afvis alle',
    'Avvis alle',
    'Hylkää kaikki',
    'Odrzuć wszystkie',
    'Odmítnout vše',
    'Elutasítom',
    'Tümünü reddet',
    'Отклонить все',
    'Απόρριψη όλων',
    'すべて拒否',
    '拒绝全部',
    '모두 거부',
  ],
  settings: [
    'Cookie settings',
    'Manage preferences',
    'Customise',
    'Einstellungen',
    'Paramétrer',
    'Personnaliser',
    'Configurar',
    'Personalizza',
    'Voorkeuren aanpassen',
    'Inställningar',
    'Ustawienia',
    'Nastavení',
    'Ayarlar',
    'Настройки',
    '設定',
    '설정',
  ],
  unknown: [
    'Save selection',
    'Confirm my choices',
    'Accept selected',
    'Auswahl speichern',
    'Enregistrer mes choix',
    'Guardar',
  ],
} as const;

describe('choiceOf', () => {
  for (const [choice, labels] of Object.entries(LABELS)) {
    it.each(labels)(`tells "%s" as ${choice}`, (label) => expect(choiceOf(label)).toBe(choice));
  }

  it.each(['', '×', 'Sign in', 'Privacy policy', 'Next', 'a'.repeat(500)])(
    'leaves "%s" alone',
    (label) => expect(choiceOf(label)).toBeNull(),
  );

  it('looks for a refusal before the acceptance that it quotes', () => {
    expect(choiceOf('Accept necessary cookies only')).toBe('reject');
    expect(choiceOf('Ohne Zustimmung fortfahren')).toBe('reject');
  });
});
