export type Choice = 'accept' | 'reject' | 'settings' | 'unknown';

/**
 * What a control of a consent banner says that it does, by its label, in the languages of the EU's
 * larger markets and a few more. `unknown` is a decision whose content the label does not tell
 * ("Save selection"); null is no control of consent. A refusal is looked for first, because refusals
 * quote acceptance ("Continue without accepting"), and so does a partial choice ("Accept selected").
 */
export function choiceOf(label: string): Choice | null {
  const text = normalise(label);
  if (text === '' || text.length > MAX_LABEL) return null;
  if (matches(REJECT, text)) return 'reject';
  if (matches(SELECTION, text)) return 'unknown';
  if (matches(SETTINGS, text)) return 'settings';
  return matches(ACCEPT, text) ? 'accept' : null;
}

/** Longer texts are sentences, not labels. */
const MAX_LABEL = 80;

/** Lower case, without marks over letters, with single spaces and no signs at the ends. */
export function normalise(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

const matches = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));

/** Patterns are written as `normalise` leaves a label: no accents, no signs (`ß` and `ł` stay). */
const REJECT: readonly RegExp[] = [
  // English
  /\b(reject\w*|declin\w+|refus\w+|deny|disagree|dismiss all|opt out( of)?( all)?$|disable (all|optional))\b/,
  /\b(do not|don't|dont) (accept|agree|allow|consent|track|sell)\b/,
  /\bwithout (accepting|agreeing|consent)/,
  /\b(only|just) (the )?(strictly )?(necessary|essential|required|functional)\b/,
  /\b(strictly )?(necessary|essential|required)( cookies?)? only\b/,
  // What is necessary, and no more: a button that names these alone refuses the rest.
  /(?<!\b(non|not|niet|nicht|un|plus|und|and|et|y|e) )\b(necessary|essential|essentiel\w*|essenziel\w*|notwendig\w*|erforderlich\w*|funktionelle\w*|necessaires?|necesari[ao]s|necessari|noodzakelijke|essentiele|nodvandiga|niezbedne|nezbytne)\b/,
  /^(no|no thanks|no thank you|i decline|withdraw( consent)?)$/,
  // German, Dutch
  /\b(ablehnen|abzulehnen|nichts (akzeptieren|zulassen)|ohne (zu|die) |verweigern|widersprechen|nicht (akzeptieren|zustimmen|einverstanden|erlauben))\b/,
  /\b(nur|lediglich) (die )?(technisch )?(notwendige|erforderliche|essenzielle|essentielle|funktionale)/,
  /\b(ohne (einwilligung|zustimmung)|nein danke)\b/,
  /\b(weiger(en)?|geen cookies|zonder (te )?(accepteren|aanvaarden)|afwijzen|niet (akkoord|accepteren|toestaan)|alleen (strikt )?(noodzakelijke|functionele)|nee bedankt)\b/,
  // Romance languages
  /\b(refuser|rejeter|decliner|sans accepter|ne pas accepter|je refuse|non merci|continuer sans)\b/,
  /\b(uniquement|seulement) (les )?(cookies )?(necessaires|essentiels|fonctionnels)\b/,
  /\b(rechazar|rechazo|denegar|no acepto|no aceptar|sin aceptar|solo (las |los )?(cookies )?(necesarias|esenciales|tecnicas))\b/,
  /\b(rifiuta|rifiuto|rifiutare|nega|non accett\w+|senza accettare|solo (i )?(cookie )?(necessari|tecnici|essenziali))\b/,
  /\b(rejeitar|recusar|nao aceit\w+|sem aceitar|(apenas|somente) (os )?(cookies )?(necessarios|essenciais))\b/,
  /\b(rebutja|rebutjar|refuza|refuz|respinge|numai (cele )?necesare)\b/,
  // Nordic languages
  /\b(avvisa|neka|avboj|endast (nodvandiga|nodvandig)|bara nodvandiga)\b/,
  /\b(afvis|afvise|kun nodvendige|avvis|bare nodvendige|kun nødvendige|bare nødvendige)\b/,
  /\b(hylkaa|hylkaan|kielta|kiella|vain (valttamattomat|pakolliset))\b/,
  // Slavic languages
  /\b(odrzuc|odrzuć|odmawiam|nie (zgadzam|akceptuj|wyrazam)|tylko (niezbedne|konieczne))/,
  /\b(odmitnout|odmitam|zamitnout|nesouhlasim|jen (nezbytne|nutne)|pouze (nezbytne|nutne)|odmietnut|zamietnut)\b/,
  /(отклонить|отказ|запретить|не соглас|только необходимые|відхилити|відмов|лише необхідні)/,
  /\b(odbij|odbaci|zavrni|samo (nuzn|nujn))/,
  // Hungarian, Turkish, Greek
  /\b(elutasit\w*|csak a szukseges\w*)\b/,
  /\b(reddet|reddediyorum|kabul etmiyorum|sadece (gerekli|zorunlu))/,
  /(απορριψη|αρνηση|μονο (τα )?απαραιτητα)/,
  // Japanese, Chinese, Korean (NFKD takes Hangul apart, and so it does here)
  /(拒否|同意しない|必須のみ|拒绝|拒絕|不同意|仅必要|僅必要)/,
  new RegExp('거부|거절|동의하지|필수만'.normalize('NFKD')),
];

const SELECTION: readonly RegExp[] = [
  /\b(save|confirm|accept|allow|apply|submit) (my |the )?(\w+ )?(selected|selection|choices?|preferences|settings|changes)\b/,
  /^(save|save and (close|exit)|confirm|done)$/,
  /\b(auswahl|einstellungen|ausgewahlte\w*) (speichern|bestatigen|akzeptieren|erlauben|ubernehmen)\b/,
  /^(speichern|bestatigen|enregistrer|valider|guardar|salvar|salva|opslaan|spara|gem|lagre|tallenna|zapisz|ulozit|kaydet|сохранить)$/,
  /\b(enregistrer|valider|confirmer|accepter) (mes |ma |la |les |cette )?(choix|selection|preferences)/,
  /\b(guardar|confirmar|aceptar|permitir) (mis? |la |las |a |as )?(seleccion|selecao|preferencias|escolhas|opciones|seleccionad\w*)/,
  /\b(salva|conferma|accetta) (le |la |i )?(mie )?(scelte|preferenze|selezion\w*)/,
  /\b(selectie|keuze|voorkeuren) (opslaan|bevestigen|toestaan)\b/,
  /\b(zapisz|potwierdz) (moje )?(wybor|ustawienia|preferencje)/,
  /\b(tillat|spara) (urval|val|installningar)|\b(tillad|gem) (valgte|valg)/,
];

const SETTINGS: readonly RegExp[] = [
  /\b(settings|preferences|customi[sz]e|manage|options|choose|configure|personali[sz]e|more choices|purposes)\b/,
  /\b(einstellungen|einstellen|anpassen|konfigurieren|verwalten|auswahlen|optionen|instellingen|aanpassen|voorkeuren|beheren|zelf instellen)\b/,
  /\b(parametr\w+|personnalis\w+|configurer|gerer|choisir|preferences|configur\w+|personaliz\w+|preferencias|gestionar|ajustes|opciones)\b/,
  /\b(imposta\w*|preferenze|personalizza|gestisci|gerir|definicoes|preferencias|opcoes)\b/,
  /\b(installningar|anpassa|hantera|indstillinger|tilpas|innstillinger|tilpass|asetukset|muokkaa)\b/,
  /\b(ustawienia|dostosuj|zarzadzaj|preferencje|nastaveni|prizpusobit|nastavenia|beallitasok|setari|postavke|nastavitve)\b/,
  /\b(ayarlar|ayarlari|yonet|tercihler)|(настро|налашт|ρυθμισεις|設定|设置|設置)/,
  new RegExp('설정'.normalize('NFKD')),
];

const ACCEPT: readonly RegExp[] = [
  /\b(accept|agree|allow|consent|enable all|opt in)\b/,
  /^(ok|okay|got it|i understand|understood|yes|yes please|that's (ok|fine)|sounds good|continue)$/,
  /\b(aanvaarden|akzeptier\w*|annehmen|zustimmen|zulassen|erlauben|einverstanden|einwilligen|verstanden|accepteer|accepteren|akkoord|toestaan)\b/,
  /\b(accepter|j'?accepte|accepte|tout accepter|autoriser|d'?accord|consentir)\b/,
  /\b(acept\w*|permitir|consentir|de acuerdo|aceit\w*|concord\w*|accett\w*|acconsent\w*|consenti|va bene)\b/,
  /\b(accepta|acceptar|sunt de acord|accept toate)\b/,
  /\b(acceptera|godkann|tillat alla|jag godkanner|accepter alle|tillad alle|godta|godkjenn|tillat alle|hyvaksy\w*|salli)\b/,
  /\b(akceptuj\w*|zaakceptuj|zgadzam|zezwol|wyrazam zgode|prijmout|souhlasim|povolit|prijat|suhlasim|prihvati|sprejmi)\b/,
  /\b(elfogad\w*|kabul (et|ediyorum)|tumunu kabul|izin ver)\b/,
  /(принять|принимаю|соглас|разрешить|при[ий]няти|погоджу|дозволити|αποδοχη|συμφωνω|同意|許可|接受|允许|允許)/,
  new RegExp('동의|수락|허용'.normalize('NFKD')),
];
